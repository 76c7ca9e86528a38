/** Which calls say that a person is there. Faces read by themselves, after every event and now and then; nobody need be at them for that. */
import type { Method } from './contract.ts';

const READS: readonly Method[] = [
  'status',
  'cursor',
  'subscribe',
  'friends.list',
  'friends.requests',
  'friends.show',
  'history',
  'nearby.list',
  'history.read',
  'draft.get',
  'settings.get',
  'anywhere.get',
];

/** A face that shows something says by `activity` that somebody looks at it. */
export const isActivity = (method: Method): boolean => !READS.includes(method);
