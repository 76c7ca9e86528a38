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
    vaultNote?: Uint8Array;
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
    interface ContactRowVaultNoteFieldEvent {
        field: '$.vaultNote';
        value: Uint8Array;
    }
    function encode(obj: Partial<ContactRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ContactRow>): ContactRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ContactRow>): Generator<ContactRowAccountFieldEvent | ContactRowNameFieldEvent | ContactRowStatementsFieldEvent | ContactRowIdentityKeyFieldEvent | ContactRowExchangeKeyFieldEvent | ContactRowCertificateFieldEvent | ContactRowDeviceFieldEvent | ContactRowEpochFieldEvent | ContactRowHomeFieldEvent | ContactRowRelationFieldEvent | ContactRowVerifiedFieldEvent | ContactRowGrantGivenFieldEvent | ContactRowGrantHeldFieldEvent | ContactRowGrantSerialFieldEvent | ContactRowBlockedFieldEvent | ContactRowLastSeenFieldEvent | ContactRowAddressesFieldEvent | ContactRowAddressKeyFieldEvent | ContactRowAddedAtFieldEvent | ContactRowForgetHistoryFieldEvent | ContactRowUnconfirmedGrantFieldEvent | ContactRowGreetingFieldEvent | ContactRowVaultNoteFieldEvent>;
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
    sentCount: bigint;
    sentDigest: Uint8Array;
    toldRead?: ReadMark;
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
    interface CountersRowInboxBaseFieldEvent {
        field: '$.inbox[].base';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxSkippedFirstFieldEvent {
        field: '$.inbox[].skipped[].first';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxSkippedLastFieldEvent {
        field: '$.inbox[].skipped[].last';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxCountFieldEvent {
        field: '$.inbox[].count';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxDigestFieldEvent {
        field: '$.inbox[].digest';
        value: Uint8Array;
        index: number;
    }
    interface CountersRowInboxApartNumberFieldEvent {
        field: '$.inbox[].apart[].number';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxApartMessageIdFieldEvent {
        field: '$.inbox[].apart[].messageId';
        value: Uint8Array;
        index: number;
    }
    interface CountersRowInboxApartPositionFieldEvent {
        field: '$.inbox[].apart[].position';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxTornNumberFieldEvent {
        field: '$.inbox[].torn[].number';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxTornMessageIdFieldEvent {
        field: '$.inbox[].torn[].messageId';
        value: Uint8Array;
        index: number;
    }
    interface CountersRowInboxTornPositionFieldEvent {
        field: '$.inbox[].torn[].position';
        value: bigint;
        index: number;
    }
    interface CountersRowInboxClearedFieldEvent {
        field: '$.inbox[].cleared';
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
    interface CountersRowSentCountFieldEvent {
        field: '$.sentCount';
        value: bigint;
    }
    interface CountersRowSentDigestFieldEvent {
        field: '$.sentDigest';
        value: Uint8Array;
    }
    interface CountersRowToldReadEpochFieldEvent {
        field: '$.toldRead.epoch';
        value: bigint;
    }
    interface CountersRowToldReadNumberFieldEvent {
        field: '$.toldRead.number';
        value: bigint;
    }
    interface CountersRowToldReadMessageIdFieldEvent {
        field: '$.toldRead.messageId';
        value: Uint8Array;
    }
    function encode(obj: Partial<CountersRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CountersRow>): CountersRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CountersRow>): Generator<CountersRowNextNumberFieldEvent | CountersRowNumberEpochFieldEvent | CountersRowNextPositionFieldEvent | CountersRowReadUpToFieldEvent | CountersRowUnreadFieldEvent | CountersRowInboxEpochFieldEvent | CountersRowInboxNextFieldEvent | CountersRowInboxBaseFieldEvent | CountersRowInboxSkippedFirstFieldEvent | CountersRowInboxSkippedLastFieldEvent | CountersRowInboxCountFieldEvent | CountersRowInboxDigestFieldEvent | CountersRowInboxApartNumberFieldEvent | CountersRowInboxApartMessageIdFieldEvent | CountersRowInboxApartPositionFieldEvent | CountersRowInboxTornNumberFieldEvent | CountersRowInboxTornMessageIdFieldEvent | CountersRowInboxTornPositionFieldEvent | CountersRowInboxClearedFieldEvent | CountersRowLastPositionFieldEvent | CountersRowSendingSlotFieldEvent | CountersRowNextSlotFieldEvent | CountersRowClearedBelowFieldEvent | CountersRowFriendReadFieldEvent | CountersRowFriendReadPositionFieldEvent | CountersRowSentCountFieldEvent | CountersRowSentDigestFieldEvent | CountersRowToldReadEpochFieldEvent | CountersRowToldReadNumberFieldEvent | CountersRowToldReadMessageIdFieldEvent>;
}
export interface ReadMark {
    epoch: bigint;
    number: bigint;
    messageId: Uint8Array;
}
export declare namespace ReadMark {
    const codec: () => Codec<ReadMark>;
    interface ReadMarkEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ReadMarkNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface ReadMarkMessageIdFieldEvent {
        field: '$.messageId';
        value: Uint8Array;
    }
    function encode(obj: Partial<ReadMark>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadMark>): ReadMark;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadMark>): Generator<ReadMarkEpochFieldEvent | ReadMarkNumberFieldEvent | ReadMarkMessageIdFieldEvent>;
}
export interface InboxCursor {
    epoch: bigint;
    next: bigint;
    base: bigint;
    skipped: RowRange[];
    count: bigint;
    digest: Uint8Array;
    apart: NumberedId[];
    torn: NumberedId[];
    cleared: bigint;
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
    interface InboxCursorBaseFieldEvent {
        field: '$.base';
        value: bigint;
    }
    interface InboxCursorSkippedFirstFieldEvent {
        field: '$.skipped[].first';
        value: bigint;
        index: number;
    }
    interface InboxCursorSkippedLastFieldEvent {
        field: '$.skipped[].last';
        value: bigint;
        index: number;
    }
    interface InboxCursorCountFieldEvent {
        field: '$.count';
        value: bigint;
    }
    interface InboxCursorDigestFieldEvent {
        field: '$.digest';
        value: Uint8Array;
    }
    interface InboxCursorApartNumberFieldEvent {
        field: '$.apart[].number';
        value: bigint;
        index: number;
    }
    interface InboxCursorApartMessageIdFieldEvent {
        field: '$.apart[].messageId';
        value: Uint8Array;
        index: number;
    }
    interface InboxCursorApartPositionFieldEvent {
        field: '$.apart[].position';
        value: bigint;
        index: number;
    }
    interface InboxCursorTornNumberFieldEvent {
        field: '$.torn[].number';
        value: bigint;
        index: number;
    }
    interface InboxCursorTornMessageIdFieldEvent {
        field: '$.torn[].messageId';
        value: Uint8Array;
        index: number;
    }
    interface InboxCursorTornPositionFieldEvent {
        field: '$.torn[].position';
        value: bigint;
        index: number;
    }
    interface InboxCursorClearedFieldEvent {
        field: '$.cleared';
        value: bigint;
    }
    function encode(obj: Partial<InboxCursor>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InboxCursor>): InboxCursor;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InboxCursor>): Generator<InboxCursorEpochFieldEvent | InboxCursorNextFieldEvent | InboxCursorBaseFieldEvent | InboxCursorSkippedFirstFieldEvent | InboxCursorSkippedLastFieldEvent | InboxCursorCountFieldEvent | InboxCursorDigestFieldEvent | InboxCursorApartNumberFieldEvent | InboxCursorApartMessageIdFieldEvent | InboxCursorApartPositionFieldEvent | InboxCursorTornNumberFieldEvent | InboxCursorTornMessageIdFieldEvent | InboxCursorTornPositionFieldEvent | InboxCursorClearedFieldEvent>;
}
export interface RowRange {
    first: bigint;
    last: bigint;
}
export declare namespace RowRange {
    const codec: () => Codec<RowRange>;
    interface RowRangeFirstFieldEvent {
        field: '$.first';
        value: bigint;
    }
    interface RowRangeLastFieldEvent {
        field: '$.last';
        value: bigint;
    }
    function encode(obj: Partial<RowRange>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RowRange>): RowRange;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RowRange>): Generator<RowRangeFirstFieldEvent | RowRangeLastFieldEvent>;
}
export interface NumberedId {
    number: bigint;
    messageId: Uint8Array;
    position: bigint;
}
export declare namespace NumberedId {
    const codec: () => Codec<NumberedId>;
    interface NumberedIdNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface NumberedIdMessageIdFieldEvent {
        field: '$.messageId';
        value: Uint8Array;
    }
    interface NumberedIdPositionFieldEvent {
        field: '$.position';
        value: bigint;
    }
    function encode(obj: Partial<NumberedId>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<NumberedId>): NumberedId;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<NumberedId>): Generator<NumberedIdNumberFieldEvent | NumberedIdMessageIdFieldEvent | NumberedIdPositionFieldEvent>;
}
export interface StandRow {
    sentAgreed: bigint;
    sentTotal: bigint;
    sentAgreedAt: bigint;
    receivedAgreed: bigint;
    receivedTotal: bigint;
    receivedAgreedAt: bigint;
    differedAt: bigint;
    rolledBackAt: bigint;
    givenUp: NumberedId[];
    lost: RowRange[];
    renumbered: NumberedId[];
    withheld: WithheldMail[];
    unsummed: boolean;
    abandoned: RowRange[];
}
export declare namespace StandRow {
    const codec: () => Codec<StandRow>;
    interface StandRowSentAgreedFieldEvent {
        field: '$.sentAgreed';
        value: bigint;
    }
    interface StandRowSentTotalFieldEvent {
        field: '$.sentTotal';
        value: bigint;
    }
    interface StandRowSentAgreedAtFieldEvent {
        field: '$.sentAgreedAt';
        value: bigint;
    }
    interface StandRowReceivedAgreedFieldEvent {
        field: '$.receivedAgreed';
        value: bigint;
    }
    interface StandRowReceivedTotalFieldEvent {
        field: '$.receivedTotal';
        value: bigint;
    }
    interface StandRowReceivedAgreedAtFieldEvent {
        field: '$.receivedAgreedAt';
        value: bigint;
    }
    interface StandRowDifferedAtFieldEvent {
        field: '$.differedAt';
        value: bigint;
    }
    interface StandRowRolledBackAtFieldEvent {
        field: '$.rolledBackAt';
        value: bigint;
    }
    interface StandRowGivenUpNumberFieldEvent {
        field: '$.givenUp[].number';
        value: bigint;
        index: number;
    }
    interface StandRowGivenUpMessageIdFieldEvent {
        field: '$.givenUp[].messageId';
        value: Uint8Array;
        index: number;
    }
    interface StandRowGivenUpPositionFieldEvent {
        field: '$.givenUp[].position';
        value: bigint;
        index: number;
    }
    interface StandRowLostFirstFieldEvent {
        field: '$.lost[].first';
        value: bigint;
        index: number;
    }
    interface StandRowLostLastFieldEvent {
        field: '$.lost[].last';
        value: bigint;
        index: number;
    }
    interface StandRowRenumberedNumberFieldEvent {
        field: '$.renumbered[].number';
        value: bigint;
        index: number;
    }
    interface StandRowRenumberedMessageIdFieldEvent {
        field: '$.renumbered[].messageId';
        value: Uint8Array;
        index: number;
    }
    interface StandRowRenumberedPositionFieldEvent {
        field: '$.renumbered[].position';
        value: bigint;
        index: number;
    }
    interface StandRowWithheldEpochFieldEvent {
        field: '$.withheld[].epoch';
        value: bigint;
        index: number;
    }
    interface StandRowWithheldNumberFieldEvent {
        field: '$.withheld[].number';
        value: bigint;
        index: number;
    }
    interface StandRowWithheldServerFieldEvent {
        field: '$.withheld[].server';
        value: Uint8Array;
        index: number;
    }
    interface StandRowWithheldStoredAtFieldEvent {
        field: '$.withheld[].storedAt';
        value: bigint;
        index: number;
    }
    interface StandRowWithheldReceiptFieldEvent {
        field: '$.withheld[].receipt';
        value: Uint8Array;
        index: number;
    }
    interface StandRowUnsummedFieldEvent {
        field: '$.unsummed';
        value: boolean;
    }
    interface StandRowAbandonedFirstFieldEvent {
        field: '$.abandoned[].first';
        value: bigint;
        index: number;
    }
    interface StandRowAbandonedLastFieldEvent {
        field: '$.abandoned[].last';
        value: bigint;
        index: number;
    }
    function encode(obj: Partial<StandRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StandRow>): StandRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StandRow>): Generator<StandRowSentAgreedFieldEvent | StandRowSentTotalFieldEvent | StandRowSentAgreedAtFieldEvent | StandRowReceivedAgreedFieldEvent | StandRowReceivedTotalFieldEvent | StandRowReceivedAgreedAtFieldEvent | StandRowDifferedAtFieldEvent | StandRowRolledBackAtFieldEvent | StandRowGivenUpNumberFieldEvent | StandRowGivenUpMessageIdFieldEvent | StandRowGivenUpPositionFieldEvent | StandRowLostFirstFieldEvent | StandRowLostLastFieldEvent | StandRowRenumberedNumberFieldEvent | StandRowRenumberedMessageIdFieldEvent | StandRowRenumberedPositionFieldEvent | StandRowWithheldEpochFieldEvent | StandRowWithheldNumberFieldEvent | StandRowWithheldServerFieldEvent | StandRowWithheldStoredAtFieldEvent | StandRowWithheldReceiptFieldEvent | StandRowUnsummedFieldEvent | StandRowAbandonedFirstFieldEvent | StandRowAbandonedLastFieldEvent>;
}
export interface WithheldMail {
    epoch: bigint;
    number: bigint;
    server: Uint8Array;
    storedAt: bigint;
    receipt: Uint8Array;
}
export declare namespace WithheldMail {
    const codec: () => Codec<WithheldMail>;
    interface WithheldMailEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface WithheldMailNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface WithheldMailServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface WithheldMailStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    interface WithheldMailReceiptFieldEvent {
        field: '$.receipt';
        value: Uint8Array;
    }
    function encode(obj: Partial<WithheldMail>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WithheldMail>): WithheldMail;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WithheldMail>): Generator<WithheldMailEpochFieldEvent | WithheldMailNumberFieldEvent | WithheldMailServerFieldEvent | WithheldMailStoredAtFieldEvent | WithheldMailReceiptFieldEvent>;
}
export interface DeletedRow {
    epochs: DeletedIds[];
}
export declare namespace DeletedRow {
    const codec: () => Codec<DeletedRow>;
    interface DeletedRowEpochsEpochFieldEvent {
        field: '$.epochs[].epoch';
        value: bigint;
        index: number;
    }
    interface DeletedRowEpochsIdsFieldEvent {
        field: '$.epochs[].ids';
        value: Uint8Array;
        index: number;
    }
    function encode(obj: Partial<DeletedRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeletedRow>): DeletedRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeletedRow>): Generator<DeletedRowEpochsEpochFieldEvent | DeletedRowEpochsIdsFieldEvent>;
}
export interface DeletedIds {
    epoch: bigint;
    ids: Uint8Array;
}
export declare namespace DeletedIds {
    const codec: () => Codec<DeletedIds>;
    interface DeletedIdsEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface DeletedIdsIdsFieldEvent {
        field: '$.ids';
        value: Uint8Array;
    }
    function encode(obj: Partial<DeletedIds>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeletedIds>): DeletedIds;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeletedIds>): Generator<DeletedIdsEpochFieldEvent | DeletedIdsIdsFieldEvent>;
}
export interface ChatRow {
    archived: boolean;
    muted: boolean;
    draft: string;
}
export declare namespace ChatRow {
    const codec: () => Codec<ChatRow>;
    interface ChatRowArchivedFieldEvent {
        field: '$.archived';
        value: boolean;
    }
    interface ChatRowMutedFieldEvent {
        field: '$.muted';
        value: boolean;
    }
    interface ChatRowDraftFieldEvent {
        field: '$.draft';
        value: string;
    }
    function encode(obj: Partial<ChatRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChatRow>): ChatRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChatRow>): Generator<ChatRowArchivedFieldEvent | ChatRowMutedFieldEvent | ChatRowDraftFieldEvent>;
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
    formerNumbers: bigint[];
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
    interface OutboxRowFormerNumbersFieldEvent {
        field: '$.formerNumbers[]';
        index: number;
        value: bigint;
    }
    function encode(obj: Partial<OutboxRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OutboxRow>): OutboxRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OutboxRow>): Generator<OutboxRowMessageIdFieldEvent | OutboxRowNumberFieldEvent | OutboxRowEpochFieldEvent | OutboxRowKindFieldEvent | OutboxRowBodyFieldEvent | OutboxRowSentAtFieldEvent | OutboxRowPositionFieldEvent | OutboxRowEnvelopeFieldEvent | OutboxRowEnvelopeIdFieldEvent | OutboxRowSessionFieldEvent | OutboxRowReceiptFieldEvent | OutboxRowStoredUntilFieldEvent | OutboxRowFormerNumbersFieldEvent>;
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
    formerNumbers: bigint[];
    replyPosition: bigint;
    changes?: MessageChanges;
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
    interface HistoryRowFormerNumbersFieldEvent {
        field: '$.formerNumbers[]';
        index: number;
        value: bigint;
    }
    interface HistoryRowReplyPositionFieldEvent {
        field: '$.replyPosition';
        value: bigint;
    }
    interface HistoryRowChangesHiddenFieldEvent {
        field: '$.changes.hidden';
        value: boolean;
    }
    interface HistoryRowChangesDeletedFieldEvent {
        field: '$.changes.deleted';
        value: boolean;
    }
    interface HistoryRowChangesEditedTextFieldEvent {
        field: '$.changes.editedText';
        value: string;
    }
    interface HistoryRowChangesEditedAtFieldEvent {
        field: '$.changes.editedAt';
        value: bigint;
    }
    interface HistoryRowChangesEditEpochFieldEvent {
        field: '$.changes.editEpoch';
        value: bigint;
    }
    interface HistoryRowChangesEditNumberFieldEvent {
        field: '$.changes.editNumber';
        value: bigint;
    }
    interface HistoryRowChangesReactionsDirectionFieldEvent {
        field: '$.changes.reactions[].direction';
        value: number;
        index: number;
    }
    interface HistoryRowChangesReactionsEmojiFieldEvent {
        field: '$.changes.reactions[].emoji';
        value: string;
        index: number;
    }
    interface HistoryRowChangesReactionsEpochFieldEvent {
        field: '$.changes.reactions[].epoch';
        value: bigint;
        index: number;
    }
    interface HistoryRowChangesReactionsNumberFieldEvent {
        field: '$.changes.reactions[].number';
        value: bigint;
        index: number;
    }
    interface HistoryRowChangesEditsFieldEvent {
        field: '$.changes.edits[]';
        index: number;
        value: bigint;
    }
    interface HistoryRowChangesOwnCountFieldEvent {
        field: '$.changes.ownCount';
        value: number;
    }
    interface HistoryRowChangesFriendCountFieldEvent {
        field: '$.changes.friendCount';
        value: number;
    }
    interface HistoryRowChangesUnsentFieldEvent {
        field: '$.changes.unsent[]';
        index: number;
        value: bigint;
    }
    function encode(obj: Partial<HistoryRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HistoryRow>): HistoryRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HistoryRow>): Generator<HistoryRowMessageIdFieldEvent | HistoryRowDirectionFieldEvent | HistoryRowKindFieldEvent | HistoryRowBodyFieldEvent | HistoryRowSentAtFieldEvent | HistoryRowReceivedAtFieldEvent | HistoryRowStateFieldEvent | HistoryRowReasonFieldEvent | HistoryRowPathFieldEvent | HistoryRowNumberFieldEvent | HistoryRowEpochFieldEvent | HistoryRowNextNumberFieldEvent | HistoryRowFormerNumbersFieldEvent | HistoryRowReplyPositionFieldEvent | HistoryRowChangesHiddenFieldEvent | HistoryRowChangesDeletedFieldEvent | HistoryRowChangesEditedTextFieldEvent | HistoryRowChangesEditedAtFieldEvent | HistoryRowChangesEditEpochFieldEvent | HistoryRowChangesEditNumberFieldEvent | HistoryRowChangesReactionsDirectionFieldEvent | HistoryRowChangesReactionsEmojiFieldEvent | HistoryRowChangesReactionsEpochFieldEvent | HistoryRowChangesReactionsNumberFieldEvent | HistoryRowChangesEditsFieldEvent | HistoryRowChangesOwnCountFieldEvent | HistoryRowChangesFriendCountFieldEvent | HistoryRowChangesUnsentFieldEvent>;
}
export interface MessageChanges {
    hidden: boolean;
    deleted: boolean;
    editedText: string;
    editedAt: bigint;
    editEpoch: bigint;
    editNumber: bigint;
    reactions: ReactionRow[];
    edits: bigint[];
    ownCount: number;
    friendCount: number;
    unsent: bigint[];
}
export declare namespace MessageChanges {
    const codec: () => Codec<MessageChanges>;
    interface MessageChangesHiddenFieldEvent {
        field: '$.hidden';
        value: boolean;
    }
    interface MessageChangesDeletedFieldEvent {
        field: '$.deleted';
        value: boolean;
    }
    interface MessageChangesEditedTextFieldEvent {
        field: '$.editedText';
        value: string;
    }
    interface MessageChangesEditedAtFieldEvent {
        field: '$.editedAt';
        value: bigint;
    }
    interface MessageChangesEditEpochFieldEvent {
        field: '$.editEpoch';
        value: bigint;
    }
    interface MessageChangesEditNumberFieldEvent {
        field: '$.editNumber';
        value: bigint;
    }
    interface MessageChangesReactionsDirectionFieldEvent {
        field: '$.reactions[].direction';
        value: number;
        index: number;
    }
    interface MessageChangesReactionsEmojiFieldEvent {
        field: '$.reactions[].emoji';
        value: string;
        index: number;
    }
    interface MessageChangesReactionsEpochFieldEvent {
        field: '$.reactions[].epoch';
        value: bigint;
        index: number;
    }
    interface MessageChangesReactionsNumberFieldEvent {
        field: '$.reactions[].number';
        value: bigint;
        index: number;
    }
    interface MessageChangesEditsFieldEvent {
        field: '$.edits[]';
        index: number;
        value: bigint;
    }
    interface MessageChangesOwnCountFieldEvent {
        field: '$.ownCount';
        value: number;
    }
    interface MessageChangesFriendCountFieldEvent {
        field: '$.friendCount';
        value: number;
    }
    interface MessageChangesUnsentFieldEvent {
        field: '$.unsent[]';
        index: number;
        value: bigint;
    }
    function encode(obj: Partial<MessageChanges>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MessageChanges>): MessageChanges;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MessageChanges>): Generator<MessageChangesHiddenFieldEvent | MessageChangesDeletedFieldEvent | MessageChangesEditedTextFieldEvent | MessageChangesEditedAtFieldEvent | MessageChangesEditEpochFieldEvent | MessageChangesEditNumberFieldEvent | MessageChangesReactionsDirectionFieldEvent | MessageChangesReactionsEmojiFieldEvent | MessageChangesReactionsEpochFieldEvent | MessageChangesReactionsNumberFieldEvent | MessageChangesEditsFieldEvent | MessageChangesOwnCountFieldEvent | MessageChangesFriendCountFieldEvent | MessageChangesUnsentFieldEvent>;
}
export interface ReactionRow {
    direction: number;
    emoji: string;
    epoch: bigint;
    number: bigint;
}
export declare namespace ReactionRow {
    const codec: () => Codec<ReactionRow>;
    interface ReactionRowDirectionFieldEvent {
        field: '$.direction';
        value: number;
    }
    interface ReactionRowEmojiFieldEvent {
        field: '$.emoji';
        value: string;
    }
    interface ReactionRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ReactionRowNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    function encode(obj: Partial<ReactionRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReactionRow>): ReactionRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReactionRow>): Generator<ReactionRowDirectionFieldEvent | ReactionRowEmojiFieldEvent | ReactionRowEpochFieldEvent | ReactionRowNumberFieldEvent>;
}
export interface RenamedNotice {
    formerName: string;
    name: string;
}
export declare namespace RenamedNotice {
    const codec: () => Codec<RenamedNotice>;
    interface RenamedNoticeFormerNameFieldEvent {
        field: '$.formerName';
        value: string;
    }
    interface RenamedNoticeNameFieldEvent {
        field: '$.name';
        value: string;
    }
    function encode(obj: Partial<RenamedNotice>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenamedNotice>): RenamedNotice;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RenamedNotice>): Generator<RenamedNoticeFormerNameFieldEvent | RenamedNoticeNameFieldEvent>;
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
    addresses: string[];
    bundle: Uint8Array;
    oneTime: Uint8Array;
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
    interface RequestRowAddressesFieldEvent {
        field: '$.addresses[]';
        index: number;
        value: string;
    }
    interface RequestRowBundleFieldEvent {
        field: '$.bundle';
        value: Uint8Array;
    }
    interface RequestRowOneTimeFieldEvent {
        field: '$.oneTime';
        value: Uint8Array;
    }
    function encode(obj: Partial<RequestRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RequestRow>): RequestRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RequestRow>): Generator<RequestRowAccountFieldEvent | RequestRowNameFieldEvent | RequestRowStatementsFieldEvent | RequestRowCertificateFieldEvent | RequestRowHomeFieldEvent | RequestRowGrantFieldEvent | RequestRowGreetingFieldEvent | RequestRowReceivedAtFieldEvent | RequestRowAddressesFieldEvent | RequestRowBundleFieldEvent | RequestRowOneTimeFieldEvent>;
}
export interface MetRow {
    bundle: Uint8Array;
    oneTime: Uint8Array;
}
export declare namespace MetRow {
    const codec: () => Codec<MetRow>;
    interface MetRowBundleFieldEvent {
        field: '$.bundle';
        value: Uint8Array;
    }
    interface MetRowOneTimeFieldEvent {
        field: '$.oneTime';
        value: Uint8Array;
    }
    function encode(obj: Partial<MetRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MetRow>): MetRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MetRow>): Generator<MetRowBundleFieldEvent | MetRowOneTimeFieldEvent>;
}
export interface HeadRow {
    head: Uint8Array;
    seenAt: bigint;
}
export declare namespace HeadRow {
    const codec: () => Codec<HeadRow>;
    interface HeadRowHeadFieldEvent {
        field: '$.head';
        value: Uint8Array;
    }
    interface HeadRowSeenAtFieldEvent {
        field: '$.seenAt';
        value: bigint;
    }
    function encode(obj: Partial<HeadRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeadRow>): HeadRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeadRow>): Generator<HeadRowHeadFieldEvent | HeadRowSeenAtFieldEvent>;
}
export interface EntryRow {
    server: Uint8Array;
    log: Uint8Array;
    entry: Uint8Array;
    proof: Uint8Array;
}
export declare namespace EntryRow {
    const codec: () => Codec<EntryRow>;
    interface EntryRowServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface EntryRowLogFieldEvent {
        field: '$.log';
        value: Uint8Array;
    }
    interface EntryRowEntryFieldEvent {
        field: '$.entry';
        value: Uint8Array;
    }
    interface EntryRowProofFieldEvent {
        field: '$.proof';
        value: Uint8Array;
    }
    function encode(obj: Partial<EntryRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EntryRow>): EntryRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EntryRow>): Generator<EntryRowServerFieldEvent | EntryRowLogFieldEvent | EntryRowEntryFieldEvent | EntryRowProofFieldEvent>;
}
export interface AlarmRow {
    kind: number;
    server: Uint8Array;
    log: Uint8Array;
    friend: Uint8Array;
    name: string;
    at: bigint;
    state: number;
    decidedAt: bigint;
    evidence: Uint8Array;
    stops: Uint8Array[];
    other?: OtherKey;
}
export declare namespace AlarmRow {
    const codec: () => Codec<AlarmRow>;
    interface AlarmRowKindFieldEvent {
        field: '$.kind';
        value: number;
    }
    interface AlarmRowServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface AlarmRowLogFieldEvent {
        field: '$.log';
        value: Uint8Array;
    }
    interface AlarmRowFriendFieldEvent {
        field: '$.friend';
        value: Uint8Array;
    }
    interface AlarmRowNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface AlarmRowAtFieldEvent {
        field: '$.at';
        value: bigint;
    }
    interface AlarmRowStateFieldEvent {
        field: '$.state';
        value: number;
    }
    interface AlarmRowDecidedAtFieldEvent {
        field: '$.decidedAt';
        value: bigint;
    }
    interface AlarmRowEvidenceFieldEvent {
        field: '$.evidence';
        value: Uint8Array;
    }
    interface AlarmRowStopsFieldEvent {
        field: '$.stops[]';
        index: number;
        value: Uint8Array;
    }
    interface AlarmRowOtherHowFieldEvent {
        field: '$.other.how';
        value: number;
    }
    interface AlarmRowOtherAccountFieldEvent {
        field: '$.other.account';
        value: Uint8Array;
    }
    interface AlarmRowOtherIdentityKeyFieldEvent {
        field: '$.other.identityKey';
        value: Uint8Array;
    }
    interface AlarmRowOtherExchangeKeyFieldEvent {
        field: '$.other.exchangeKey';
        value: Uint8Array;
    }
    function encode(obj: Partial<AlarmRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AlarmRow>): AlarmRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AlarmRow>): Generator<AlarmRowKindFieldEvent | AlarmRowServerFieldEvent | AlarmRowLogFieldEvent | AlarmRowFriendFieldEvent | AlarmRowNameFieldEvent | AlarmRowAtFieldEvent | AlarmRowStateFieldEvent | AlarmRowDecidedAtFieldEvent | AlarmRowEvidenceFieldEvent | AlarmRowStopsFieldEvent | AlarmRowOtherHowFieldEvent | AlarmRowOtherAccountFieldEvent | AlarmRowOtherIdentityKeyFieldEvent | AlarmRowOtherExchangeKeyFieldEvent>;
}
export interface OtherKey {
    how: number;
    account: Uint8Array;
    identityKey: Uint8Array;
    exchangeKey: Uint8Array;
}
export declare namespace OtherKey {
    const codec: () => Codec<OtherKey>;
    interface OtherKeyHowFieldEvent {
        field: '$.how';
        value: number;
    }
    interface OtherKeyAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface OtherKeyIdentityKeyFieldEvent {
        field: '$.identityKey';
        value: Uint8Array;
    }
    interface OtherKeyExchangeKeyFieldEvent {
        field: '$.exchangeKey';
        value: Uint8Array;
    }
    function encode(obj: Partial<OtherKey>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OtherKey>): OtherKey;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OtherKey>): Generator<OtherKeyHowFieldEvent | OtherKeyAccountFieldEvent | OtherKeyIdentityKeyFieldEvent | OtherKeyExchangeKeyFieldEvent>;
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
    interface FeedRowEventsFormerNameFieldEvent {
        field: '$.events[].formerName';
        value: string;
        index: number;
    }
    function encode(obj: Partial<FeedRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FeedRow>): FeedRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FeedRow>): Generator<FeedRowEventsTypeFieldEvent | FeedRowEventsAccountFieldEvent | FeedRowEventsPositionFieldEvent | FeedRowEventsChangeFieldEvent | FeedRowEventsNameFieldEvent | FeedRowEventsLastFieldEvent | FeedRowEventsStateFieldEvent | FeedRowEventsPathFieldEvent | FeedRowEventsFormerNameFieldEvent>;
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
    formerName: string;
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
    interface EventRowFormerNameFieldEvent {
        field: '$.formerName';
        value: string;
    }
    function encode(obj: Partial<EventRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EventRow>): EventRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EventRow>): Generator<EventRowTypeFieldEvent | EventRowAccountFieldEvent | EventRowPositionFieldEvent | EventRowChangeFieldEvent | EventRowNameFieldEvent | EventRowLastFieldEvent | EventRowStateFieldEvent | EventRowPathFieldEvent | EventRowFormerNameFieldEvent>;
}
