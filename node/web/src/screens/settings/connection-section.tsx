/** How this machine is connected: what the server is needed for, and why something does not work. */
import type { ReactElement } from 'react';
import { DoctorPart } from '../doctor-part.tsx';
import { WithoutPart } from './without-part.tsx';

export const ConnectionSection = (): ReactElement => (
  <>
    <WithoutPart />
    <DoctorPart />
  </>
);
