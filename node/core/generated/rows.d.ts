// Generated from rows.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface ContactRow {
    account: Uint8Array;
    name: string;
    statements: Uint8Array[];
    identityKey: Uint8Array;
    exchangeKey: Uint8Array;
    certificate: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    home: Uint8Array;
    relation: number;
    verified: number;
    grantGiven: Uint8Array;
    grantHeld: Uint8Array;
    grantSerial: bigint;
    blocked: boolean;
    lastSeen: bigint;
    addresses: string[];
    addressKey: Uint8Array;
    addedAt: bigint;
    forgetHistory: boolean;
    unconfirmedGrant: Uint8Array;
    greeting: string;
}
export declare namespace ContactRow {
    const codec: () => Codec<ContactRow>;
    interface ContactRowAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface ContactRowNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface ContactRowStatementsFieldEvent {
        field: '$.statements[]';
        index: number;
        value: Uint8Array;
    }
    interface ContactRowIdentityKeyFieldEvent {
        field: '$.identityKey';
        value: Uint8Array;
    }
    interface ContactRowExchangeKeyFieldEvent {
        field: '$.exchangeKey';
        value: Uint8Array;
    }
    interface ContactRowCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    interface ContactRowDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface ContactRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ContactRowHomeFieldEvent {
        field: '$.home';
        value: Uint8Array;
    }
    interface ContactRowRelationFieldEvent {
        field: '$.relation';
        value: number;
    }
    interface ContactRowVerifiedFieldEvent {
        field: '$.verified';
        value: number;
    }
    interface ContactRowGrantGivenFieldEvent {
        field: '$.grantGiven';
        value: Uint8Array;
    }
    interface ContactRowGrantHeldFieldEvent {
        field: '$.grantHeld';
        value: Uint8Array;
    }
    interface ContactRowGrantSerialFieldEvent {
        field: '$.grantSerial';
        value: bigint;
    }
    interface ContactRowBlockedFieldEvent {
        field: '$.blocked';
        value: boolean;
    }
    interface ContactRowLastSeenFieldEvent {
        field: '$.lastSeen';
        value: bigint;
    }
    interface ContactRowAddressesFieldEvent {
        field: '$.addresses[]';
        index: number;
        value: string;
    }
    interface ContactRowAddressKeyFieldEvent {
        field: '$.addressKey';
        value: Uint8Array;
    }
    interface ContactRowAddedAtFieldEvent {
        field: '$.addedAt';
        value: bigint;
    }
    interface ContactRowForgetHistoryFieldEvent {
        field: '$.forgetHistory';
        value: boolean;
    }
    interface ContactRowUnconfirmedGrantFieldEvent {
        field: '$.unconfirmedGrant';
        value: Uint8Array;
    }
    interface ContactRowGreetingFieldEvent {
        field: '$.greeting';
        value: string;
    }
    function encode(obj: Partial<ContactRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ContactRow>): ContactRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ContactRow>): Generator<ContactRowAccountFieldEvent | ContactRowNameFieldEvent | ContactRowStatementsFieldEvent | ContactRowIdentityKeyFieldEvent | ContactRowExchangeKeyFieldEvent | ContactRowCertificateFieldEvent | ContactRowDeviceFieldEvent | ContactRowEpochFieldEvent | ContactRowHomeFieldEvent | ContactRowRelationFieldEvent | ContactRowVerifiedFieldEvent | ContactRowGrantGivenFieldEvent | ContactRowGrantHeldFieldEvent | ContactRowGrantSerialFieldEvent | ContactRowBlockedFieldEvent | ContactRowLastSeenFieldEvent | ContactRowAddressesFieldEvent | ContactRowAddressKeyFieldEvent | ContactRowAddedAtFieldEvent | ContactRowForgetHistoryFieldEvent | ContactRowUnconfirmedGrantFieldEvent | ContactRowGreetingFieldEvent>;
}
export interface CountersRow {
    nextNumber: bigint;
    numberEpoch: bigint;
    nextPosition: bigint;
    readUpTo: bigint;
    unread: number;
    inbox: InboxCursor[];
    lastPosition: bigint;
    sendingSlot: bigint;
    nextSlot: bigint;
    clearedBelow: bigint;
    friendRead: bigint;
    friendReadPosition: bigint;
}
export declare namespace CountersRow {
    const codec: () => Codec<CountersRow>;
    interface CountersRowNextNumberFieldEvent {
        field: '$.nextNumber';
        value: bigint;
    }
    interface CountersRowNumberEpochFieldEvent {
        field: '$.numberEpoch';
        value: bigint;
    }
    interface CountersRowNextPositionFieldEvent {
        field: '$.nextPosition';
        value: bigint;
    }
    interface CountersRowReadUpToFieldEvent {
        field: '$.readUpTo';
        value: bigint;
    }
    interface CountersRowUnreadFieldEvent {
        field: '$.unread';
        value: number;
    }
    interface CountersRowInboxEpochFieldEvent {
        field: '$.inbox[].epoch';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxNextFieldEvent {
        field: '$.inbox[].next';
        value: bigint;
        index: number;
    }
    interface CountersRowLastPositionFieldEvent {
        field: '$.lastPosition';
        value: bigint;
    }
    interface CountersRowSendingSlotFieldEvent {
        field: '$.sendingSlot';
        value: bigint;
    }
    interface CountersRowNextSlotFieldEvent {
        field: '$.nextSlot';
        value: bigint;
    }
    interface CountersRowClearedBelowFieldEvent {
        field: '$.clearedBelow';
        value: bigint;
    }
    interface CountersRowFriendReadFieldEvent {
        field: '$.friendRead';
        value: bigint;
    }
    interface CountersRowFriendReadPositionFieldEvent {
        field: '$.friendReadPosition';
        value: bigint;
    }
    function encode(obj: Partial<CountersRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CountersRow>): CountersRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CountersRow>): Generator<CountersRowNextNumberFieldEvent | CountersRowNumberEpochFieldEvent | CountersRowNextPositionFieldEvent | CountersRowReadUpToFieldEvent | CountersRowUnreadFieldEvent | CountersRowInboxEpochFieldEvent | CountersRowInboxNextFieldEvent | CountersRowLastPositionFieldEvent | CountersRowSendingSlotFieldEvent | CountersRowNextSlotFieldEvent | CountersRowClearedBelowFieldEvent | CountersRowFriendReadFieldEvent | CountersRowFriendReadPositionFieldEvent>;
}
export interface InboxCursor {
    epoch: bigint;
    next: bigint;
}
export declare namespace InboxCursor {
    const codec: () => Codec<InboxCursor>;
    interface InboxCursorEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface InboxCursorNextFieldEvent {
        field: '$.next';
        value: bigint;
    }
    function encode(obj: Partial<InboxCursor>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InboxCursor>): InboxCursor;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InboxCursor>): Generator<InboxCursorEpochFieldEvent | InboxCursorNextFieldEvent>;
}
export interface SessionRow {
    session: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    unconfirmed: boolean;
}
export declare namespace SessionRow {
    const codec: () => Codec<SessionRow>;
    interface SessionRowSessionFieldEvent {
        field: '$.session';
        value: Uint8Array;
    }
    interface SessionRowDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface SessionRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface SessionRowUnconfirmedFieldEvent {
        field: '$.unconfirmed';
        value: boolean;
    }
    function encode(obj: Partial<SessionRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SessionRow>): SessionRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SessionRow>): Generator<SessionRowSessionFieldEvent | SessionRowDeviceFieldEvent | SessionRowEpochFieldEvent | SessionRowUnconfirmedFieldEvent>;
}
export interface OutboxRow {
    messageId: Uint8Array;
    number: bigint;
    epoch: bigint;
    kind: number;
    body: Uint8Array;
    sentAt: bigint;
    position: bigint;
    envelope: Uint8Array;
    envelopeId: Uint8Array;
    session: Uint8Array;
    receipt: Uint8Array;
    storedUntil: bigint;
}
export declare namespace OutboxRow {
    const codec: () => Codec<OutboxRow>;
    interface OutboxRowMessageIdFieldEvent {
        field: '$.messageId';
        value: Uint8Array;
    }
    interface OutboxRowNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface OutboxRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface OutboxRowKindFieldEvent {
        field: '$.kind';
        value: number;
    }
    interface OutboxRowBodyFieldEvent {
        field: '$.body';
        value: Uint8Array;
    }
    interface OutboxRowSentAtFieldEvent {
        field: '$.sentAt';
        value: bigint;
    }
    interface OutboxRowPositionFieldEvent {
        field: '$.position';
        value: bigint;
    }
    interface OutboxRowEnvelopeFieldEvent {
        field: '$.envelope';
        value: Uint8Array;
    }
    interface OutboxRowEnvelopeIdFieldEvent {
        field: '$.envelopeId';
        value: Uint8Array;
    }
    interface OutboxRowSessionFieldEvent {
        field: '$.session';
        value: Uint8Array;
    }
    interface OutboxRowReceiptFieldEvent {
        field: '$.receipt';
        value: Uint8Array;
    }
    interface OutboxRowStoredUntilFieldEvent {
        field: '$.storedUntil';
        value: bigint;
    }
    function encode(obj: Partial<OutboxRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OutboxRow>): OutboxRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OutboxRow>): Generator<OutboxRowMessageIdFieldEvent | OutboxRowNumberFieldEvent | OutboxRowEpochFieldEvent | OutboxRowKindFieldEvent | OutboxRowBodyFieldEvent | OutboxRowSentAtFieldEvent | OutboxRowPositionFieldEvent | OutboxRowEnvelopeFieldEvent | OutboxRowEnvelopeIdFieldEvent | OutboxRowSessionFieldEvent | OutboxRowReceiptFieldEvent | OutboxRowStoredUntilFieldEvent>;
}
export interface HeldRow {
    content: Uint8Array;
    path: number;
    receivedAt: bigint;
}
export declare namespace HeldRow {
    const codec: () => Codec<HeldRow>;
    interface HeldRowContentFieldEvent {
        field: '$.content';
        value: Uint8Array;
    }
    interface HeldRowPathFieldEvent {
        field: '$.path';
        value: number;
    }
    interface HeldRowReceivedAtFieldEvent {
        field: '$.receivedAt';
        value: bigint;
    }
    function encode(obj: Partial<HeldRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeldRow>): HeldRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeldRow>): Generator<HeldRowContentFieldEvent | HeldRowPathFieldEvent | HeldRowReceivedAtFieldEvent>;
}
export interface HistoryRow {
    messageId: Uint8Array;
    direction: number;
    kind: number;
    body: Uint8Array;
    sentAt: bigint;
    receivedAt: bigint;
    state: number;
    reason: string;
    path: number;
    number: bigint;
    epoch: bigint;
    nextNumber: bigint;
}
export declare namespace HistoryRow {
    const codec: () => Codec<HistoryRow>;
    interface HistoryRowMessageIdFieldEvent {
        field: '$.messageId';
        value: Uint8Array;
    }
    interface HistoryRowDirectionFieldEvent {
        field: '$.direction';
        value: number;
    }
    interface HistoryRowKindFieldEvent {
        field: '$.kind';
        value: number;
    }
    interface HistoryRowBodyFieldEvent {
        field: '$.body';
        value: Uint8Array;
    }
    interface HistoryRowSentAtFieldEvent {
        field: '$.sentAt';
        value: bigint;
    }
    interface HistoryRowReceivedAtFieldEvent {
        field: '$.receivedAt';
        value: bigint;
    }
    interface HistoryRowStateFieldEvent {
        field: '$.state';
        value: number;
    }
    interface HistoryRowReasonFieldEvent {
        field: '$.reason';
        value: string;
    }
    interface HistoryRowPathFieldEvent {
        field: '$.path';
        value: number;
    }
    interface HistoryRowNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface HistoryRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface HistoryRowNextNumberFieldEvent {
        field: '$.nextNumber';
        value: bigint;
    }
    function encode(obj: Partial<HistoryRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HistoryRow>): HistoryRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HistoryRow>): Generator<HistoryRowMessageIdFieldEvent | HistoryRowDirectionFieldEvent | HistoryRowKindFieldEvent | HistoryRowBodyFieldEvent | HistoryRowSentAtFieldEvent | HistoryRowReceivedAtFieldEvent | HistoryRowStateFieldEvent | HistoryRowReasonFieldEvent | HistoryRowPathFieldEvent | HistoryRowNumberFieldEvent | HistoryRowEpochFieldEvent | HistoryRowNextNumberFieldEvent>;
}
export interface PathRow {
    path: number;
}
export declare namespace PathRow {
    const codec: () => Codec<PathRow>;
    interface PathRowPathFieldEvent {
        field: '$.path';
        value: number;
    }
    function encode(obj: Partial<PathRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PathRow>): PathRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PathRow>): Generator<PathRowPathFieldEvent>;
}
export interface RequestRow {
    account: Uint8Array;
    name: string;
    statements: Uint8Array[];
    certificate: Uint8Array;
    home: Uint8Array;
    grant: Uint8Array;
    greeting: string;
    receivedAt: bigint;
}
export declare namespace RequestRow {
    const codec: () => Codec<RequestRow>;
    interface RequestRowAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface RequestRowNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface RequestRowStatementsFieldEvent {
        field: '$.statements[]';
        index: number;
        value: Uint8Array;
    }
    interface RequestRowCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    interface RequestRowHomeFieldEvent {
        field: '$.home';
        value: Uint8Array;
    }
    interface RequestRowGrantFieldEvent {
        field: '$.grant';
        value: Uint8Array;
    }
    interface RequestRowGreetingFieldEvent {
        field: '$.greeting';
        value: string;
    }
    interface RequestRowReceivedAtFieldEvent {
        field: '$.receivedAt';
        value: bigint;
    }
    function encode(obj: Partial<RequestRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RequestRow>): RequestRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RequestRow>): Generator<RequestRowAccountFieldEvent | RequestRowNameFieldEvent | RequestRowStatementsFieldEvent | RequestRowCertificateFieldEvent | RequestRowHomeFieldEvent | RequestRowGrantFieldEvent | RequestRowGreetingFieldEvent | RequestRowReceivedAtFieldEvent>;
}
export interface FeedRow {
    events: EventRow[];
}
export declare namespace FeedRow {
    const codec: () => Codec<FeedRow>;
    interface FeedRowEventsTypeFieldEvent {
        field: '$.events[].type';
        value: number;
        index: number;
    }
    interface FeedRowEventsAccountFieldEvent {
        field: '$.events[].account';
        value: Uint8Array;
        index: number;
    }
    interface FeedRowEventsPositionFieldEvent {
        field: '$.events[].position';
        value: bigint;
        index: number;
    }
    interface FeedRowEventsChangeFieldEvent {
        field: '$.events[].change';
        value: number;
        index: number;
    }
    interface FeedRowEventsNameFieldEvent {
        field: '$.events[].name';
        value: string;
        index: number;
    }
    interface FeedRowEventsLastFieldEvent {
        field: '$.events[].last';
        value: bigint;
        index: number;
    }
    interface FeedRowEventsStateFieldEvent {
        field: '$.events[].state';
        value: number;
        index: number;
    }
    interface FeedRowEventsPathFieldEvent {
        field: '$.events[].path';
        value: number;
        index: number;
    }
    function encode(obj: Partial<FeedRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FeedRow>): FeedRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FeedRow>): Generator<FeedRowEventsTypeFieldEvent | FeedRowEventsAccountFieldEvent | FeedRowEventsPositionFieldEvent | FeedRowEventsChangeFieldEvent | FeedRowEventsNameFieldEvent | FeedRowEventsLastFieldEvent | FeedRowEventsStateFieldEvent | FeedRowEventsPathFieldEvent>;
}
export interface EventRow {
    type: number;
    account: Uint8Array;
    position: bigint;
    change: number;
    name: string;
    last: bigint;
    state: number;
    path: number;
}
export declare namespace EventRow {
    const codec: () => Codec<EventRow>;
    interface EventRowTypeFieldEvent {
        field: '$.type';
        value: number;
    }
    interface EventRowAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface EventRowPositionFieldEvent {
        field: '$.position';
        value: bigint;
    }
    interface EventRowChangeFieldEvent {
        field: '$.change';
        value: number;
    }
    interface EventRowNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface EventRowLastFieldEvent {
        field: '$.last';
        value: bigint;
    }
    interface EventRowStateFieldEvent {
        field: '$.state';
        value: number;
    }
    interface EventRowPathFieldEvent {
        field: '$.path';
        value: number;
    }
    function encode(obj: Partial<EventRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EventRow>): EventRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EventRow>): Generator<EventRowTypeFieldEvent | EventRowAccountFieldEvent | EventRowPositionFieldEvent | EventRowChangeFieldEvent | EventRowNameFieldEvent | EventRowLastFieldEvent | EventRowStateFieldEvent | EventRowPathFieldEvent>;
}
