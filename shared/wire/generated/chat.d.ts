// Generated from chat.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface ChatMessage {
    hello?: ChatHello;
    deliver?: Deliver;
    committed?: Committed;
    unopened?: Unopened;
    heartbeat?: Heartbeat;
    goodbye?: Goodbye;
    prekeysWanted?: PrekeysWanted;
    prekeys?: LinkPrekeys;
}
export declare namespace ChatMessage {
    const codec: () => Codec<ChatMessage>;
    interface ChatMessageHelloVersionFieldEvent {
        field: '$.hello.version';
        value: number;
    }
    interface ChatMessageHelloCertificateFieldEvent {
        field: '$.hello.certificate';
        value: Uint8Array;
    }
    interface ChatMessageDeliverFirstSequenceFieldEvent {
        field: '$.deliver.firstSequence';
        value: bigint;
    }
    interface ChatMessageDeliverEnvelopesFieldEvent {
        field: '$.deliver.envelopes[]';
        index: number;
        value: Uint8Array;
    }
    interface ChatMessageCommittedUpToFieldEvent {
        field: '$.committed.upTo';
        value: bigint;
    }
    interface ChatMessageUnopenedSequenceFieldEvent {
        field: '$.unopened.sequence';
        value: bigint;
    }
    interface ChatMessageUnopenedEnvelopeIdFieldEvent {
        field: '$.unopened.envelopeId';
        value: Uint8Array;
    }
    interface ChatMessageHeartbeatCountFieldEvent {
        field: '$.heartbeat.count';
        value: bigint;
    }
    interface ChatMessageHeartbeatHeadsFieldEvent {
        field: '$.heartbeat.heads[]';
        index: number;
        value: Uint8Array;
    }
    interface ChatMessageGoodbyeReasonFieldEvent {
        field: '$.goodbye.reason';
        value: number;
    }
    interface ChatMessagePrekeysBundlePayloadFieldEvent {
        field: '$.prekeys.bundle.payload';
        value: Uint8Array;
    }
    interface ChatMessagePrekeysBundleSignatureFieldEvent {
        field: '$.prekeys.bundle.signature';
        value: Uint8Array;
    }
    interface ChatMessagePrekeysOneTimeFieldEvent {
        field: '$.prekeys.oneTime';
        value: Uint8Array;
    }
    function encode(obj: Partial<ChatMessage>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChatMessage>): ChatMessage;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChatMessage>): Generator<ChatMessageHelloVersionFieldEvent | ChatMessageHelloCertificateFieldEvent | ChatMessageDeliverFirstSequenceFieldEvent | ChatMessageDeliverEnvelopesFieldEvent | ChatMessageCommittedUpToFieldEvent | ChatMessageUnopenedSequenceFieldEvent | ChatMessageUnopenedEnvelopeIdFieldEvent | ChatMessageHeartbeatCountFieldEvent | ChatMessageHeartbeatHeadsFieldEvent | ChatMessageGoodbyeReasonFieldEvent | ChatMessagePrekeysBundlePayloadFieldEvent | ChatMessagePrekeysBundleSignatureFieldEvent | ChatMessagePrekeysOneTimeFieldEvent>;
}
export interface ChatHello {
    version: number;
    certificate: Uint8Array;
}
export declare namespace ChatHello {
    const codec: () => Codec<ChatHello>;
    interface ChatHelloVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface ChatHelloCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    function encode(obj: Partial<ChatHello>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChatHello>): ChatHello;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChatHello>): Generator<ChatHelloVersionFieldEvent | ChatHelloCertificateFieldEvent>;
}
export interface Deliver {
    firstSequence: bigint;
    envelopes: Uint8Array[];
}
export declare namespace Deliver {
    const codec: () => Codec<Deliver>;
    interface DeliverFirstSequenceFieldEvent {
        field: '$.firstSequence';
        value: bigint;
    }
    interface DeliverEnvelopesFieldEvent {
        field: '$.envelopes[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<Deliver>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Deliver>): Deliver;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Deliver>): Generator<DeliverFirstSequenceFieldEvent | DeliverEnvelopesFieldEvent>;
}
export interface Committed {
    upTo: bigint;
}
export declare namespace Committed {
    const codec: () => Codec<Committed>;
    interface CommittedUpToFieldEvent {
        field: '$.upTo';
        value: bigint;
    }
    function encode(obj: Partial<Committed>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Committed>): Committed;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Committed>): Generator<CommittedUpToFieldEvent>;
}
export interface Unopened {
    sequence: bigint;
    envelopeId: Uint8Array;
}
export declare namespace Unopened {
    const codec: () => Codec<Unopened>;
    interface UnopenedSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface UnopenedEnvelopeIdFieldEvent {
        field: '$.envelopeId';
        value: Uint8Array;
    }
    function encode(obj: Partial<Unopened>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Unopened>): Unopened;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Unopened>): Generator<UnopenedSequenceFieldEvent | UnopenedEnvelopeIdFieldEvent>;
}
export interface Heartbeat {
    count: bigint;
    heads: Uint8Array[];
}
export declare namespace Heartbeat {
    const codec: () => Codec<Heartbeat>;
    interface HeartbeatCountFieldEvent {
        field: '$.count';
        value: bigint;
    }
    interface HeartbeatHeadsFieldEvent {
        field: '$.heads[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<Heartbeat>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Heartbeat>): Heartbeat;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Heartbeat>): Generator<HeartbeatCountFieldEvent | HeartbeatHeadsFieldEvent>;
}
export interface Goodbye {
    reason: number;
}
export declare namespace Goodbye {
    const codec: () => Codec<Goodbye>;
    interface GoodbyeReasonFieldEvent {
        field: '$.reason';
        value: number;
    }
    function encode(obj: Partial<Goodbye>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Goodbye>): Goodbye;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Goodbye>): Generator<GoodbyeReasonFieldEvent>;
}
export interface PrekeysWanted {
}
export declare namespace PrekeysWanted {
    const codec: () => Codec<PrekeysWanted>;
    function encode(obj: Partial<PrekeysWanted>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeysWanted>): PrekeysWanted;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeysWanted>): Generator<{}>;
}
export interface LinkPrekeys {
    bundle?: Signed;
    oneTime: Uint8Array;
}
export declare namespace LinkPrekeys {
    const codec: () => Codec<LinkPrekeys>;
    interface LinkPrekeysBundlePayloadFieldEvent {
        field: '$.bundle.payload';
        value: Uint8Array;
    }
    interface LinkPrekeysBundleSignatureFieldEvent {
        field: '$.bundle.signature';
        value: Uint8Array;
    }
    interface LinkPrekeysOneTimeFieldEvent {
        field: '$.oneTime';
        value: Uint8Array;
    }
    function encode(obj: Partial<LinkPrekeys>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LinkPrekeys>): LinkPrekeys;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LinkPrekeys>): Generator<LinkPrekeysBundlePayloadFieldEvent | LinkPrekeysBundleSignatureFieldEvent | LinkPrekeysOneTimeFieldEvent>;
}
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
export interface IdentityStatement {
    version: number;
    sequence: bigint;
    previous: Uint8Array;
    name: string;
    identityKey: Uint8Array;
    exchangeKey: Uint8Array;
    salt: Uint8Array;
    kind: number;
    account: Uint8Array;
    keysFrom: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    consent: Uint8Array;
}
export declare namespace IdentityStatement {
    const codec: () => Codec<IdentityStatement>;
    interface IdentityStatementVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface IdentityStatementSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface IdentityStatementPreviousFieldEvent {
        field: '$.previous';
        value: Uint8Array;
    }
    interface IdentityStatementNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface IdentityStatementIdentityKeyFieldEvent {
        field: '$.identityKey';
        value: Uint8Array;
    }
    interface IdentityStatementExchangeKeyFieldEvent {
        field: '$.exchangeKey';
        value: Uint8Array;
    }
    interface IdentityStatementSaltFieldEvent {
        field: '$.salt';
        value: Uint8Array;
    }
    interface IdentityStatementKindFieldEvent {
        field: '$.kind';
        value: number;
    }
    interface IdentityStatementAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface IdentityStatementKeysFromFieldEvent {
        field: '$.keysFrom';
        value: Uint8Array;
    }
    interface IdentityStatementDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface IdentityStatementEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface IdentityStatementConsentFieldEvent {
        field: '$.consent';
        value: Uint8Array;
    }
    function encode(obj: Partial<IdentityStatement>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IdentityStatement>): IdentityStatement;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IdentityStatement>): Generator<IdentityStatementVersionFieldEvent | IdentityStatementSequenceFieldEvent | IdentityStatementPreviousFieldEvent | IdentityStatementNameFieldEvent | IdentityStatementIdentityKeyFieldEvent | IdentityStatementExchangeKeyFieldEvent | IdentityStatementSaltFieldEvent | IdentityStatementKindFieldEvent | IdentityStatementAccountFieldEvent | IdentityStatementKeysFromFieldEvent | IdentityStatementDeviceFieldEvent | IdentityStatementEpochFieldEvent | IdentityStatementConsentFieldEvent>;
}
export interface DeviceCertificate {
    version: number;
    account: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
}
export declare namespace DeviceCertificate {
    const codec: () => Codec<DeviceCertificate>;
    interface DeviceCertificateVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface DeviceCertificateAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface DeviceCertificateDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface DeviceCertificateEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    function encode(obj: Partial<DeviceCertificate>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeviceCertificate>): DeviceCertificate;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeviceCertificate>): Generator<DeviceCertificateVersionFieldEvent | DeviceCertificateAccountFieldEvent | DeviceCertificateDeviceFieldEvent | DeviceCertificateEpochFieldEvent>;
}
export interface VaultNote {
    version: number;
    account: Uint8Array;
    epoch: bigint;
    number: bigint;
}
export declare namespace VaultNote {
    const codec: () => Codec<VaultNote>;
    interface VaultNoteVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface VaultNoteAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface VaultNoteEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface VaultNoteNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    function encode(obj: Partial<VaultNote>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultNote>): VaultNote;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultNote>): Generator<VaultNoteVersionFieldEvent | VaultNoteAccountFieldEvent | VaultNoteEpochFieldEvent | VaultNoteNumberFieldEvent>;
}
export interface Home {
    server: Uint8Array;
    addresses: string[];
}
export declare namespace Home {
    const codec: () => Codec<Home>;
    interface HomeServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface HomeAddressesFieldEvent {
        field: '$.addresses[]';
        index: number;
        value: string;
    }
    function encode(obj: Partial<Home>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Home>): Home;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Home>): Generator<HomeServerFieldEvent | HomeAddressesFieldEvent>;
}
export interface MailboxGrant {
    version: number;
    owner: Uint8Array;
    depositor: Uint8Array;
    scope: number;
    serial: bigint;
}
export declare namespace MailboxGrant {
    const codec: () => Codec<MailboxGrant>;
    interface MailboxGrantVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface MailboxGrantOwnerFieldEvent {
        field: '$.owner';
        value: Uint8Array;
    }
    interface MailboxGrantDepositorFieldEvent {
        field: '$.depositor';
        value: Uint8Array;
    }
    interface MailboxGrantScopeFieldEvent {
        field: '$.scope';
        value: number;
    }
    interface MailboxGrantSerialFieldEvent {
        field: '$.serial';
        value: bigint;
    }
    function encode(obj: Partial<MailboxGrant>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailboxGrant>): MailboxGrant;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MailboxGrant>): Generator<MailboxGrantVersionFieldEvent | MailboxGrantOwnerFieldEvent | MailboxGrantDepositorFieldEvent | MailboxGrantScopeFieldEvent | MailboxGrantSerialFieldEvent>;
}
export interface GrantRevocation {
    version: number;
    owner: Uint8Array;
    depositor: Uint8Array;
    scope: number;
    serial: bigint;
}
export declare namespace GrantRevocation {
    const codec: () => Codec<GrantRevocation>;
    interface GrantRevocationVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface GrantRevocationOwnerFieldEvent {
        field: '$.owner';
        value: Uint8Array;
    }
    interface GrantRevocationDepositorFieldEvent {
        field: '$.depositor';
        value: Uint8Array;
    }
    interface GrantRevocationScopeFieldEvent {
        field: '$.scope';
        value: number;
    }
    interface GrantRevocationSerialFieldEvent {
        field: '$.serial';
        value: bigint;
    }
    function encode(obj: Partial<GrantRevocation>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GrantRevocation>): GrantRevocation;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GrantRevocation>): Generator<GrantRevocationVersionFieldEvent | GrantRevocationOwnerFieldEvent | GrantRevocationDepositorFieldEvent | GrantRevocationScopeFieldEvent | GrantRevocationSerialFieldEvent>;
}
export interface ServerStatement {
    version: number;
    server: Uint8Array;
    name: string;
    maxNameLength: number;
    email: number;
    tokenRequired: boolean;
    mailLifetimeS: bigint;
    issuedAt: bigint;
    closed: boolean;
    relay?: boolean;
}
export declare namespace ServerStatement {
    const codec: () => Codec<ServerStatement>;
    interface ServerStatementVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface ServerStatementServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface ServerStatementNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface ServerStatementMaxNameLengthFieldEvent {
        field: '$.maxNameLength';
        value: number;
    }
    interface ServerStatementEmailFieldEvent {
        field: '$.email';
        value: number;
    }
    interface ServerStatementTokenRequiredFieldEvent {
        field: '$.tokenRequired';
        value: boolean;
    }
    interface ServerStatementMailLifetimeSFieldEvent {
        field: '$.mailLifetimeS';
        value: bigint;
    }
    interface ServerStatementIssuedAtFieldEvent {
        field: '$.issuedAt';
        value: bigint;
    }
    interface ServerStatementClosedFieldEvent {
        field: '$.closed';
        value: boolean;
    }
    interface ServerStatementRelayFieldEvent {
        field: '$.relay';
        value: boolean;
    }
    function encode(obj: Partial<ServerStatement>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerStatement>): ServerStatement;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerStatement>): Generator<ServerStatementVersionFieldEvent | ServerStatementServerFieldEvent | ServerStatementNameFieldEvent | ServerStatementMaxNameLengthFieldEvent | ServerStatementEmailFieldEvent | ServerStatementTokenRequiredFieldEvent | ServerStatementMailLifetimeSFieldEvent | ServerStatementIssuedAtFieldEvent | ServerStatementClosedFieldEvent | ServerStatementRelayFieldEvent>;
}
export interface AddressRecord {
    version: number;
    account: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    addresses: string[];
    sequence: bigint;
    issuedAt: bigint;
    expiresAt: bigint;
}
export declare namespace AddressRecord {
    const codec: () => Codec<AddressRecord>;
    interface AddressRecordVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface AddressRecordAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface AddressRecordDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface AddressRecordEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface AddressRecordAddressesFieldEvent {
        field: '$.addresses[]';
        index: number;
        value: string;
    }
    interface AddressRecordSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface AddressRecordIssuedAtFieldEvent {
        field: '$.issuedAt';
        value: bigint;
    }
    interface AddressRecordExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<AddressRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressRecord>): AddressRecord;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressRecord>): Generator<AddressRecordVersionFieldEvent | AddressRecordAccountFieldEvent | AddressRecordDeviceFieldEvent | AddressRecordEpochFieldEvent | AddressRecordAddressesFieldEvent | AddressRecordSequenceFieldEvent | AddressRecordIssuedAtFieldEvent | AddressRecordExpiresAtFieldEvent>;
}
export interface Prekey {
    id: number;
    key: Uint8Array;
}
export declare namespace Prekey {
    const codec: () => Codec<Prekey>;
    interface PrekeyIdFieldEvent {
        field: '$.id';
        value: number;
    }
    interface PrekeyKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    function encode(obj: Partial<Prekey>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Prekey>): Prekey;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Prekey>): Generator<PrekeyIdFieldEvent | PrekeyKeyFieldEvent>;
}
export interface PrekeyBundle {
    version: number;
    account: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    signedPrekey?: Prekey;
    lastResort?: Prekey;
    oneTimeHashes: Uint8Array[];
    createdAt: bigint;
}
export declare namespace PrekeyBundle {
    const codec: () => Codec<PrekeyBundle>;
    interface PrekeyBundleVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface PrekeyBundleAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface PrekeyBundleDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface PrekeyBundleEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface PrekeyBundleSignedPrekeyIdFieldEvent {
        field: '$.signedPrekey.id';
        value: number;
    }
    interface PrekeyBundleSignedPrekeyKeyFieldEvent {
        field: '$.signedPrekey.key';
        value: Uint8Array;
    }
    interface PrekeyBundleLastResortIdFieldEvent {
        field: '$.lastResort.id';
        value: number;
    }
    interface PrekeyBundleLastResortKeyFieldEvent {
        field: '$.lastResort.key';
        value: Uint8Array;
    }
    interface PrekeyBundleOneTimeHashesFieldEvent {
        field: '$.oneTimeHashes[]';
        index: number;
        value: Uint8Array;
    }
    interface PrekeyBundleCreatedAtFieldEvent {
        field: '$.createdAt';
        value: bigint;
    }
    function encode(obj: Partial<PrekeyBundle>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyBundle>): PrekeyBundle;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyBundle>): Generator<PrekeyBundleVersionFieldEvent | PrekeyBundleAccountFieldEvent | PrekeyBundleDeviceFieldEvent | PrekeyBundleEpochFieldEvent | PrekeyBundleSignedPrekeyIdFieldEvent | PrekeyBundleSignedPrekeyKeyFieldEvent | PrekeyBundleLastResortIdFieldEvent | PrekeyBundleLastResortKeyFieldEvent | PrekeyBundleOneTimeHashesFieldEvent | PrekeyBundleCreatedAtFieldEvent>;
}
export interface OneTimePrekey {
    id: number;
    key: Uint8Array;
    kemKey: Uint8Array;
}
export declare namespace OneTimePrekey {
    const codec: () => Codec<OneTimePrekey>;
    interface OneTimePrekeyIdFieldEvent {
        field: '$.id';
        value: number;
    }
    interface OneTimePrekeyKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    interface OneTimePrekeyKemKeyFieldEvent {
        field: '$.kemKey';
        value: Uint8Array;
    }
    function encode(obj: Partial<OneTimePrekey>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OneTimePrekey>): OneTimePrekey;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OneTimePrekey>): Generator<OneTimePrekeyIdFieldEvent | OneTimePrekeyKeyFieldEvent | OneTimePrekeyKemKeyFieldEvent>;
}
export interface DepositReceipt {
    version: number;
    server: Uint8Array;
    owner: Uint8Array;
    depositor: Uint8Array;
    envelopeId: Uint8Array;
    sequence: bigint;
    storedAt: bigint;
    expiresAt: bigint;
}
export declare namespace DepositReceipt {
    const codec: () => Codec<DepositReceipt>;
    interface DepositReceiptVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface DepositReceiptServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface DepositReceiptOwnerFieldEvent {
        field: '$.owner';
        value: Uint8Array;
    }
    interface DepositReceiptDepositorFieldEvent {
        field: '$.depositor';
        value: Uint8Array;
    }
    interface DepositReceiptEnvelopeIdFieldEvent {
        field: '$.envelopeId';
        value: Uint8Array;
    }
    interface DepositReceiptSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    interface DepositReceiptStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    interface DepositReceiptExpiresAtFieldEvent {
        field: '$.expiresAt';
        value: bigint;
    }
    function encode(obj: Partial<DepositReceipt>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositReceipt>): DepositReceipt;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DepositReceipt>): Generator<DepositReceiptVersionFieldEvent | DepositReceiptServerFieldEvent | DepositReceiptOwnerFieldEvent | DepositReceiptDepositorFieldEvent | DepositReceiptEnvelopeIdFieldEvent | DepositReceiptSequenceFieldEvent | DepositReceiptStoredAtFieldEvent | DepositReceiptExpiresAtFieldEvent>;
}
export interface Invite {
    version: number;
    home?: Home;
    account: Uint8Array;
    name: string;
    token: Uint8Array;
    device: Uint8Array;
    addresses: Uint8Array[];
}
export declare namespace Invite {
    const codec: () => Codec<Invite>;
    interface InviteVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface InviteHomeServerFieldEvent {
        field: '$.home.server';
        value: Uint8Array;
    }
    interface InviteHomeAddressesFieldEvent {
        field: '$.home.addresses[]';
        index: number;
        value: string;
    }
    interface InviteAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface InviteNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface InviteTokenFieldEvent {
        field: '$.token';
        value: Uint8Array;
    }
    interface InviteDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface InviteAddressesFieldEvent {
        field: '$.addresses[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<Invite>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Invite>): Invite;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Invite>): Generator<InviteVersionFieldEvent | InviteHomeServerFieldEvent | InviteHomeAddressesFieldEvent | InviteAccountFieldEvent | InviteNameFieldEvent | InviteTokenFieldEvent | InviteDeviceFieldEvent | InviteAddressesFieldEvent>;
}
export interface FriendRequest {
    version: number;
    to: Uint8Array;
    statement?: Signed;
    certificate?: Signed;
    home?: Home;
    grant?: Signed;
    greeting: string;
    sentAt: bigint;
    later: Signed[];
}
export declare namespace FriendRequest {
    const codec: () => Codec<FriendRequest>;
    interface FriendRequestVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface FriendRequestToFieldEvent {
        field: '$.to';
        value: Uint8Array;
    }
    interface FriendRequestStatementPayloadFieldEvent {
        field: '$.statement.payload';
        value: Uint8Array;
    }
    interface FriendRequestStatementSignatureFieldEvent {
        field: '$.statement.signature';
        value: Uint8Array;
    }
    interface FriendRequestCertificatePayloadFieldEvent {
        field: '$.certificate.payload';
        value: Uint8Array;
    }
    interface FriendRequestCertificateSignatureFieldEvent {
        field: '$.certificate.signature';
        value: Uint8Array;
    }
    interface FriendRequestHomeServerFieldEvent {
        field: '$.home.server';
        value: Uint8Array;
    }
    interface FriendRequestHomeAddressesFieldEvent {
        field: '$.home.addresses[]';
        index: number;
        value: string;
    }
    interface FriendRequestGrantPayloadFieldEvent {
        field: '$.grant.payload';
        value: Uint8Array;
    }
    interface FriendRequestGrantSignatureFieldEvent {
        field: '$.grant.signature';
        value: Uint8Array;
    }
    interface FriendRequestGreetingFieldEvent {
        field: '$.greeting';
        value: string;
    }
    interface FriendRequestSentAtFieldEvent {
        field: '$.sentAt';
        value: bigint;
    }
    interface FriendRequestLaterPayloadFieldEvent {
        field: '$.later[].payload';
        value: Uint8Array;
        index: number;
    }
    interface FriendRequestLaterSignatureFieldEvent {
        field: '$.later[].signature';
        value: Uint8Array;
        index: number;
    }
    function encode(obj: Partial<FriendRequest>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendRequest>): FriendRequest;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendRequest>): Generator<FriendRequestVersionFieldEvent | FriendRequestToFieldEvent | FriendRequestStatementPayloadFieldEvent | FriendRequestStatementSignatureFieldEvent | FriendRequestCertificatePayloadFieldEvent | FriendRequestCertificateSignatureFieldEvent | FriendRequestHomeServerFieldEvent | FriendRequestHomeAddressesFieldEvent | FriendRequestGrantPayloadFieldEvent | FriendRequestGrantSignatureFieldEvent | FriendRequestGreetingFieldEvent | FriendRequestSentAtFieldEvent | FriendRequestLaterPayloadFieldEvent | FriendRequestLaterSignatureFieldEvent>;
}
