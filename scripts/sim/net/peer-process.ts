/** The peer of a storm (../peer-process.ts), with a watch on what comes in. */
import '../peer-process.ts';
import { beginToNoteArrivals } from './arrivals.ts';

const path = process.env['MIYU_ARRIVALS'];
if (path !== undefined) beginToNoteArrivals(path);
