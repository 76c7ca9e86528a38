/** What a peer offers to a person for whom it does not work. */
import type { DoctorNews } from './doctor-runs.ts';
import type { WithoutServer } from './without-server.ts';

export interface DoctorPeer {
  /**
   * Begins to measure why it does not work, or joins the run that goes on: its number. `who`: this friend alone.
   * @throws 'busy' | 'not-a-friend'; 'locked' where a friend is named
   */
  beginDoctor(form?: { readonly who?: string }): number;
  /** What is known behind the first `after` checks; waits for more. @throws 'usage' where that run is not the newest */
  followDoctor(form: { readonly run: number; readonly after: number }): Promise<DoctorNews>;
  /** What works now, and what without the server. @throws 'locked' | 'not-registered' */
  withoutServer(): WithoutServer;
}
