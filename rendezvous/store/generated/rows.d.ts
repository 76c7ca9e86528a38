// Generated from rows.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface Signed {
    payload: Uint8Array;
    signature: Uint8Array;
}
export declare namespace Signed {
    const codec: () => Codec<Signed>;
    interface SignedPayloadFieldEvent {
        field: '$.payload';
        value: Uint8Array;
    }
    interface SignedSignatureFieldEvent {
        field: '$.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<Signed>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Signed>): Signed;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Signed>): Generator<SignedPayloadFieldEvent | SignedSignatureFieldEvent>;
}
export interface AccountRow {
    statements: Signed[];
    certificate?: Signed;
    identityKey: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    email: string;
    registeredAt: bigint;
    signedInAt: bigint;
    origin: Uint8Array;
    label: Uint8Array;
    formerNames: FormerNameRow[];
}
export declare namespace AccountRow {
    const codec: () => Codec<AccountRow>;
    interface AccountRowStatementsPayloadFieldEvent {
        field: '$.statements[].payload';
        value: Uint8Array;
        index: number;
    }
    interface AccountRowStatementsSignatureFieldEvent {
        field: '$.statements[].signature';
        value: Uint8Array;
        index: number;
    }
    interface AccountRowCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface AccountRowCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    interface AccountRowIdentityKeyFieldEvent {
        field: '$.identityKey';
        value: Uint8Array;
    }
    interface AccountRowDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface AccountRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface AccountRowEmailFieldEvent {
        field: '$.email';
        value: string;
    }
    interface AccountRowRegisteredAtFieldEvent {
        field: '$.registeredAt';
        value: bigint;
    }
    interface AccountRowSignedInAtFieldEvent {
        field: '$.signedInAt';
        value: bigint;
    }
    interface AccountRowOriginFieldEvent {
        field: '$.origin';
        value: Uint8Array;
    }
    interface AccountRowLabelFieldEvent {
        field: '$.label';
        value: Uint8Array;
    }
    interface AccountRowFormerNamesNameHashFieldEvent {
        field: '$.formerNames[].nameHash';
        value: Uint8Array;
        index: number;
    }
    interface AccountRowFormerNamesLookAlikeFieldEvent {
        field: '$.formerNames[].lookAlike';
        value: Uint8Array;
        index: number;
    }
    interface AccountRowFormerNamesLetGoAtFieldEvent {
        field: '$.formerNames[].letGoAt';
        value: bigint;
        index: number;
    }
    interface AccountRowFormerNamesHeldUntilFieldEvent {
        field: '$.formerNames[].heldUntil';
        value: bigint;
        index: number;
    }
    function encode(obj: Partial<AccountRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AccountRow>): AccountRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AccountRow>): Generator<AccountRowStatementsPayloadFieldEvent | AccountRowStatementsSignatureFieldEvent | AccountRowCertificatePayloadFieldEvent | AccountRowCertificateSignatureFieldEvent | AccountRowIdentityKeyFieldEvent | AccountRowDeviceFieldEvent | AccountRowEpochFieldEvent | AccountRowEmailFieldEvent | AccountRowRegisteredAtFieldEvent | AccountRowSignedInAtFieldEvent | AccountRowOriginFieldEvent | AccountRowLabelFieldEvent | AccountRowFormerNamesNameHashFieldEvent | AccountRowFormerNamesLookAlikeFieldEvent | AccountRowFormerNamesLetGoAtFieldEvent | AccountRowFormerNamesHeldUntilFieldEvent>;
}
export interface FormerNameRow {
    nameHash: Uint8Array;
    lookAlike: Uint8Array;
    letGoAt: bigint;
    heldUntil: bigint;
}
export declare namespace FormerNameRow {
    const codec: () => Codec<FormerNameRow>;
    interface FormerNameRowNameHashFieldEvent {
        field: '$.nameHash';
        value: Uint8Array;
    }
    interface FormerNameRowLookAlikeFieldEvent {
        field: '$.lookAlike';
        value: Uint8Array;
    }
    interface FormerNameRowLetGoAtFieldEvent {
        field: '$.letGoAt';
        value: bigint;
    }
    interface FormerNameRowHeldUntilFieldEvent {
        field: '$.heldUntil';
        value: bigint;
    }
    function encode(obj: Partial<FormerNameRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FormerNameRow>): FormerNameRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FormerNameRow>): Generator<FormerNameRowNameHashFieldEvent | FormerNameRowLookAlikeFieldEvent | FormerNameRowLetGoAtFieldEvent | FormerNameRowHeldUntilFieldEvent>;
}
export interface OpeningsRow {
    openings: OpeningRow[];
}
export declare namespace OpeningsRow {
    const codec: () => Codec<OpeningsRow>;
    interface OpeningsRowOpeningsCountFieldEvent {
        field: '$.openings[].count';
        value: number;
        index: number;
    }
    interface OpeningsRowOpeningsIdFieldEvent {
        field: '$.openings[].id';
        value: Uint8Array;
        index: number;
    }
    function encode(obj: Partial<OpeningsRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpeningsRow>): OpeningsRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpeningsRow>): Generator<OpeningsRowOpeningsCountFieldEvent | OpeningsRowOpeningsIdFieldEvent>;
}
export interface OpeningRow {
    count: number;
    id: Uint8Array;
}
export declare namespace OpeningRow {
    const codec: () => Codec<OpeningRow>;
    interface OpeningRowCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface OpeningRowIdFieldEvent {
        field: '$.id';
        value: Uint8Array;
    }
    function encode(obj: Partial<OpeningRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpeningRow>): OpeningRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpeningRow>): Generator<OpeningRowCountFieldEvent | OpeningRowIdFieldEvent>;
}
export interface TokenRow {
    madeBy: Uint8Array;
    madeAt: bigint;
    expiresAt: bigint;
}
export declare namespace TokenRow {
    const codec: () => Codec<TokenRow>;
    interface TokenRowMadeByFieldEvent {
        field: '$.madeBy';
        value: Uint8Array;
    }
    interface TokenRowMadeAtFieldEvent {
        field: '$.madeAt';
        value: bigint;
    }
    interface TokenRowExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<TokenRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TokenRow>): TokenRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TokenRow>): Generator<TokenRowMadeByFieldEvent | TokenRowMadeAtFieldEvent | TokenRowExpiresAtFieldEvent>;
}
export interface GuestRow {
    epoch: bigint;
    seenAt: bigint;
}
export declare namespace GuestRow {
    const codec: () => Codec<GuestRow>;
    interface GuestRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface GuestRowSeenAtFieldEvent {
        field: '$.seenAt';
        value: bigint;
    }
    function encode(obj: Partial<GuestRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GuestRow>): GuestRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GuestRow>): Generator<GuestRowEpochFieldEvent | GuestRowSeenAtFieldEvent>;
}
export interface BundleRow {
    bundle?: Signed;
    device: Uint8Array;
    epoch: bigint;
    left: number;
}
export declare namespace BundleRow {
    const codec: () => Codec<BundleRow>;
    interface BundleRowBundlePayloadFieldEvent {
        field: '$.bundle.payload';
        value: Uint8Array;
    }
    interface BundleRowBundleSignatureFieldEvent {
        field: '$.bundle.signature';
        value: Uint8Array;
    }
    interface BundleRowDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface BundleRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface BundleRowLeftFieldEvent {
        field: '$.left';
        value: number;
    }
    function encode(obj: Partial<BundleRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BundleRow>): BundleRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BundleRow>): Generator<BundleRowBundlePayloadFieldEvent | BundleRowBundleSignatureFieldEvent | BundleRowDeviceFieldEvent | BundleRowEpochFieldEvent | BundleRowLeftFieldEvent>;
}
export interface AddressRow {
    record?: Signed;
    device: Uint8Array;
    epoch: bigint;
    sequence: bigint;
    expiresAt: bigint;
}
export declare namespace AddressRow {
    const codec: () => Codec<AddressRow>;
    interface AddressRowRecordPayloadFieldEvent {
        field: '$.record.payload';
        value: Uint8Array;
    }
    interface AddressRowRecordSignatureFieldEvent {
        field: '$.record.signature';
        value: Uint8Array;
    }
    interface AddressRowDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface AddressRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface AddressRowSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface AddressRowExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<AddressRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressRow>): AddressRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressRow>): Generator<AddressRowRecordPayloadFieldEvent | AddressRowRecordSignatureFieldEvent | AddressRowDeviceFieldEvent | AddressRowEpochFieldEvent | AddressRowSequenceFieldEvent | AddressRowExpiresAtFieldEvent>;
}
export interface GrantRow {
    serial: bigint;
    revoked: boolean;
    signed?: Signed;
}
export declare namespace GrantRow {
    const codec: () => Codec<GrantRow>;
    interface GrantRowSerialFieldEvent {
        field: '$.serial';
        value: bigint;
    }
    interface GrantRowRevokedFieldEvent {
        field: '$.revoked';
        value: boolean;
    }
    interface GrantRowSignedPayloadFieldEvent {
        field: '$.signed.payload';
        value: Uint8Array;
    }
    interface GrantRowSignedSignatureFieldEvent {
        field: '$.signed.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<GrantRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GrantRow>): GrantRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GrantRow>): Generator<GrantRowSerialFieldEvent | GrantRowRevokedFieldEvent | GrantRowSignedPayloadFieldEvent | GrantRowSignedSignatureFieldEvent>;
}
export interface RequestRow {
    sealed: Uint8Array;
    receivedAt: bigint;
}
export declare namespace RequestRow {
    const codec: () => Codec<RequestRow>;
    interface RequestRowSealedFieldEvent {
        field: '$.sealed';
        value: Uint8Array;
    }
    interface RequestRowReceivedAtFieldEvent {
        field: '$.receivedAt';
        value: bigint;
    }
    function encode(obj: Partial<RequestRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RequestRow>): RequestRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RequestRow>): Generator<RequestRowSealedFieldEvent | RequestRowReceivedAtFieldEvent>;
}
export interface MailboxRow {
    last: bigint;
    count: number;
    bytes: bigint;
    first: bigint;
}
export declare namespace MailboxRow {
    const codec: () => Codec<MailboxRow>;
    interface MailboxRowLastFieldEvent {
        field: '$.last';
        value: bigint;
    }
    interface MailboxRowCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface MailboxRowBytesFieldEvent {
        field: '$.bytes';
        value: bigint;
    }
    interface MailboxRowFirstFieldEvent {
        field: '$.first';
        value: bigint;
    }
    function encode(obj: Partial<MailboxRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailboxRow>): MailboxRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailboxRow>): Generator<MailboxRowLastFieldEvent | MailboxRowCountFieldEvent | MailboxRowBytesFieldEvent | MailboxRowFirstFieldEvent>;
}
export interface SenderRow {
    count: number;
    bytes: bigint;
}
export declare namespace SenderRow {
    const codec: () => Codec<SenderRow>;
    interface SenderRowCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface SenderRowBytesFieldEvent {
        field: '$.bytes';
        value: bigint;
    }
    function encode(obj: Partial<SenderRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SenderRow>): SenderRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SenderRow>): Generator<SenderRowCountFieldEvent | SenderRowBytesFieldEvent>;
}
export interface DepositRow {
    sequence: bigint;
    storedAt: bigint;
    expiresAt: bigint;
}
export declare namespace DepositRow {
    const codec: () => Codec<DepositRow>;
    interface DepositRowSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface DepositRowStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    interface DepositRowExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<DepositRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositRow>): DepositRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositRow>): Generator<DepositRowSequenceFieldEvent | DepositRowStoredAtFieldEvent | DepositRowExpiresAtFieldEvent>;
}
export interface MailRow {
    depositor: Uint8Array;
    envelope: Uint8Array;
    storedAt: bigint;
    expiresAt: bigint;
}
export declare namespace MailRow {
    const codec: () => Codec<MailRow>;
    interface MailRowDepositorFieldEvent {
        field: '$.depositor';
        value: Uint8Array;
    }
    interface MailRowEnvelopeFieldEvent {
        field: '$.envelope';
        value: Uint8Array;
    }
    interface MailRowStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    interface MailRowExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<MailRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailRow>): MailRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailRow>): Generator<MailRowDepositorFieldEvent | MailRowEnvelopeFieldEvent | MailRowStoredAtFieldEvent | MailRowExpiresAtFieldEvent>;
}
export interface VaultRow {
    record: Uint8Array;
    version: bigint;
    bytes: number;
    digest: Uint8Array;
    storedAt: bigint;
}
export declare namespace VaultRow {
    const codec: () => Codec<VaultRow>;
    interface VaultRowRecordFieldEvent {
        field: '$.record';
        value: Uint8Array;
    }
    interface VaultRowVersionFieldEvent {
        field: '$.version';
        value: bigint;
    }
    interface VaultRowBytesFieldEvent {
        field: '$.bytes';
        value: number;
    }
    interface VaultRowDigestFieldEvent {
        field: '$.digest';
        value: Uint8Array;
    }
    interface VaultRowStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    function encode(obj: Partial<VaultRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultRow>): VaultRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultRow>): Generator<VaultRowRecordFieldEvent | VaultRowVersionFieldEvent | VaultRowBytesFieldEvent | VaultRowDigestFieldEvent | VaultRowStoredAtFieldEvent>;
}
export interface GuessRow {
    count: number;
    lastAt: bigint;
}
export declare namespace GuessRow {
    const codec: () => Codec<GuessRow>;
    interface GuessRowCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface GuessRowLastAtFieldEvent {
        field: '$.lastAt';
        value: bigint;
    }
    function encode(obj: Partial<GuessRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GuessRow>): GuessRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GuessRow>): Generator<GuessRowCountFieldEvent | GuessRowLastAtFieldEvent>;
}
export interface LogRow {
    log: Uint8Array;
    size: bigint;
    root: Uint8Array;
    mapRoot: Uint8Array;
    time: bigint;
    batches: bigint;
    complete: boolean;
    place: string;
    lost: bigint;
}
export declare namespace LogRow {
    const codec: () => Codec<LogRow>;
    interface LogRowLogFieldEvent {
        field: '$.log';
        value: Uint8Array;
    }
    interface LogRowSizeFieldEvent {
        field: '$.size';
        value: bigint;
    }
    interface LogRowRootFieldEvent {
        field: '$.root';
        value: Uint8Array;
    }
    interface LogRowMapRootFieldEvent {
        field: '$.mapRoot';
        value: Uint8Array;
    }
    interface LogRowTimeFieldEvent {
        field: '$.time';
        value: bigint;
    }
    interface LogRowBatchesFieldEvent {
        field: '$.batches';
        value: bigint;
    }
    interface LogRowCompleteFieldEvent {
        field: '$.complete';
        value: boolean;
    }
    interface LogRowPlaceFieldEvent {
        field: '$.place';
        value: string;
    }
    interface LogRowLostFieldEvent {
        field: '$.lost';
        value: bigint;
    }
    function encode(obj: Partial<LogRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogRow>): LogRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogRow>): Generator<LogRowLogFieldEvent | LogRowSizeFieldEvent | LogRowRootFieldEvent | LogRowMapRootFieldEvent | LogRowTimeFieldEvent | LogRowBatchesFieldEvent | LogRowCompleteFieldEvent | LogRowPlaceFieldEvent | LogRowLostFieldEvent>;
}
export interface OldPagesRow {
    keys: Uint8Array[];
}
export declare namespace OldPagesRow {
    const codec: () => Codec<OldPagesRow>;
    interface OldPagesRowKeysFieldEvent {
        field: '$.keys[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<OldPagesRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OldPagesRow>): OldPagesRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OldPagesRow>): Generator<OldPagesRowKeysFieldEvent>;
}
export interface HeldRow {
    until: bigint;
}
export declare namespace HeldRow {
    const codec: () => Codec<HeldRow>;
    interface HeldRowUntilFieldEvent {
        field: '$.until';
        value: bigint;
    }
    function encode(obj: Partial<HeldRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeldRow>): HeldRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeldRow>): Generator<HeldRowUntilFieldEvent>;
}
