/** What the page may ask, and what it hears: types of the API's contract, whose checks stay with the peer. */
import type { AnywhereView, API_VERSION, Method, Params, Result } from '../../../api/contract.ts';
import type {
  CursorEvent,
  Event,
  Friend,
  FriendDetails,
  FriendRequest,
  Message,
  Person,
  Status,
} from '../../../api/contract-views.ts';
import type { Alarm, KeyChange } from '../../../api/contract-alarms.ts';
import type { CheckBody, DoctorReportBody, FindingBody, WithoutServerBody } from '../../../api/contract-doctor.ts';
import type { KnowsBody } from '../../../api/contract-knows.ts';
import type { NearbyList } from '../../../api/contract-nearby.ts';
import type { SettingsBody, SettingsChangeBody } from '../../../api/contract-settings.ts';

export type {
  Alarm,
  CursorEvent,
  Event,
  Friend,
  FriendDetails,
  FriendRequest,
  KeyChange,
  Message,
  Method,
  Params,
  Person,
  Result,
  Status,
};
export type Anywhere = AnywhereView;
export type Knows = KnowsBody;
export type Check = CheckBody;
export type Finding = FindingBody;
export type DoctorReport = DoctorReportBody;
export type WithoutServer = WithoutServerBody;
export type Nearby = NearbyList;
export type Settings = SettingsBody;
export type SettingsChange = SettingsChangeBody;

/** Parameters as a caller gives them: without any where the method wants none. */
export type CallParams<M extends Method> =
  Record<string, never> extends Params<M> ? [params?: Params<M>] : [params: Params<M>];

/** The compiler compares it with the contract's: the page loads no schema only to know a number. */
export const API: typeof API_VERSION = 1;
