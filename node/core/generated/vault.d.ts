// Generated from vault.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface IdentitySecrets {
    signingSeed: Uint8Array;
    exchangeSecret: Uint8Array;
}
export declare namespace IdentitySecrets {
    const codec: () => Codec<IdentitySecrets>;
    interface IdentitySecretsSigningSeedFieldEvent {
        field: '$.signingSeed';
        value: Uint8Array;
    }
    interface IdentitySecretsExchangeSecretFieldEvent {
        field: '$.exchangeSecret';
        value: Uint8Array;
    }
    function encode(obj: Partial<IdentitySecrets>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IdentitySecrets>): IdentitySecrets;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IdentitySecrets>): Generator<IdentitySecretsSigningSeedFieldEvent | IdentitySecretsExchangeSecretFieldEvent>;
}
export interface VaultContent {
    version: number;
    identity?: IdentitySecrets;
    account: Uint8Array;
    name: string;
    statement: Uint8Array;
    certificate: Uint8Array;
    epoch: bigint;
    deviceSeed: Uint8Array;
    storeKey: Uint8Array;
    home: Uint8Array;
    addressKey: Uint8Array;
    friends: PinnedFriend[];
    pending?: PendingRegistration;
    claim: boolean;
    restore: boolean;
    registration?: PendingRegistration;
    anywhere?: Anywhere;
    email?: string;
    personal?: PersonalContent;
    later: Uint8Array[];
    renaming: Uint8Array;
    tellName: boolean;
}
export declare namespace VaultContent {
    const codec: () => Codec<VaultContent>;
    interface VaultContentVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface VaultContentIdentitySigningSeedFieldEvent {
        field: '$.identity.signingSeed';
        value: Uint8Array;
    }
    interface VaultContentIdentityExchangeSecretFieldEvent {
        field: '$.identity.exchangeSecret';
        value: Uint8Array;
    }
    interface VaultContentAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface VaultContentNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface VaultContentStatementFieldEvent {
        field: '$.statement';
        value: Uint8Array;
    }
    interface VaultContentCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    interface VaultContentEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface VaultContentDeviceSeedFieldEvent {
        field: '$.deviceSeed';
        value: Uint8Array;
    }
    interface VaultContentStoreKeyFieldEvent {
        field: '$.storeKey';
        value: Uint8Array;
    }
    interface VaultContentHomeFieldEvent {
        field: '$.home';
        value: Uint8Array;
    }
    interface VaultContentAddressKeyFieldEvent {
        field: '$.addressKey';
        value: Uint8Array;
    }
    interface VaultContentFriendsAccountFieldEvent {
        field: '$.friends[].account';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsNameFieldEvent {
        field: '$.friends[].name';
        value: string;
        index: number;
    }
    interface VaultContentFriendsStatementsFieldEvent {
        field: '$.friends[].statements[]';
        index: number;
        value: Uint8Array;
    }
    interface VaultContentFriendsIdentityKeyFieldEvent {
        field: '$.friends[].identityKey';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsExchangeKeyFieldEvent {
        field: '$.friends[].exchangeKey';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsCertificateFieldEvent {
        field: '$.friends[].certificate';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsDeviceFieldEvent {
        field: '$.friends[].device';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsEpochFieldEvent {
        field: '$.friends[].epoch';
        value: bigint;
        index: number;
    }
    interface VaultContentFriendsHomeFieldEvent {
        field: '$.friends[].home';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsRelationFieldEvent {
        field: '$.friends[].relation';
        value: number;
        index: number;
    }
    interface VaultContentFriendsVerifiedFieldEvent {
        field: '$.friends[].verified';
        value: number;
        index: number;
    }
    interface VaultContentFriendsGrantGivenFieldEvent {
        field: '$.friends[].grantGiven';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsGrantHeldFieldEvent {
        field: '$.friends[].grantHeld';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsGrantSerialFieldEvent {
        field: '$.friends[].grantSerial';
        value: bigint;
        index: number;
    }
    interface VaultContentFriendsBlockedFieldEvent {
        field: '$.friends[].blocked';
        value: boolean;
        index: number;
    }
    interface VaultContentFriendsAddressKeyFieldEvent {
        field: '$.friends[].addressKey';
        value: Uint8Array;
        index: number;
    }
    interface VaultContentFriendsAddedAtFieldEvent {
        field: '$.friends[].addedAt';
        value: bigint;
        index: number;
    }
    interface VaultContentFriendsArchivedFieldEvent {
        field: '$.friends[].archived';
        value: boolean;
        index: number;
    }
    interface VaultContentFriendsMutedFieldEvent {
        field: '$.friends[].muted';
        value: boolean;
        index: number;
    }
    interface VaultContentPendingEmailFieldEvent {
        field: '$.pending.email';
        value: string;
    }
    interface VaultContentPendingTokenFieldEvent {
        field: '$.pending.token';
        value: Uint8Array;
    }
    interface VaultContentClaimFieldEvent {
        field: '$.claim';
        value: boolean;
    }
    interface VaultContentRestoreFieldEvent {
        field: '$.restore';
        value: boolean;
    }
    interface VaultContentRegistrationEmailFieldEvent {
        field: '$.registration.email';
        value: string;
    }
    interface VaultContentRegistrationTokenFieldEvent {
        field: '$.registration.token';
        value: Uint8Array;
    }
    interface VaultContentAnywhereKeyFieldEvent {
        field: '$.anywhere.key';
        value: Uint8Array;
    }
    interface VaultContentAnywhereWrappedFieldEvent {
        field: '$.anywhere.wrapped';
        value: Uint8Array;
    }
    interface VaultContentAnywhereRecordFieldEvent {
        field: '$.anywhere.record';
        value: Uint8Array;
    }
    interface VaultContentAnywhereVersionFieldEvent {
        field: '$.anywhere.version';
        value: bigint;
    }
    interface VaultContentAnywhereDigestFieldEvent {
        field: '$.anywhere.digest';
        value: Uint8Array;
    }
    interface VaultContentAnywhereEnrolmentFieldEvent {
        field: '$.anywhere.enrolment';
        value: bigint;
    }
    interface VaultContentAnywhereDroppingFieldEvent {
        field: '$.anywhere.dropping';
        value: boolean;
    }
    interface VaultContentAnywhereSupersededFieldEvent {
        field: '$.anywhere.superseded';
        value: boolean;
    }
    interface VaultContentAnywhereKeptAtFieldEvent {
        field: '$.anywhere.keptAt';
        value: bigint;
    }
    interface VaultContentAnywhereNoteFieldEvent {
        field: '$.anywhere.note';
        value: Uint8Array;
    }
    interface VaultContentAnywhereFetchedFieldEvent {
        field: '$.anywhere.fetched';
        value: bigint;
    }
    interface VaultContentAnywhereFetchedEpochFieldEvent {
        field: '$.anywhere.fetchedEpoch';
        value: bigint;
    }
    interface VaultContentAnywhereRolledBackFieldEvent {
        field: '$.anywhere.rolledBack';
        value: bigint;
    }
    interface VaultContentAnywhereHeadsFieldEvent {
        field: '$.anywhere.heads';
        value: Uint8Array;
    }
    interface VaultContentAnywhereWithoutPictureFieldEvent {
        field: '$.anywhere.withoutPicture';
        value: boolean;
    }
    interface VaultContentEmailFieldEvent {
        field: '$.email';
        value: string;
    }
    interface VaultContentPersonalEmailFieldEvent {
        field: '$.personal.email';
        value: string;
    }
    interface VaultContentPersonalCardFieldEvent {
        field: '$.personal.card';
        value: Uint8Array;
    }
    interface VaultContentPersonalPictureLeftOutFieldEvent {
        field: '$.personal.pictureLeftOut';
        value: boolean;
    }
    interface VaultContentPersonalSettingsFieldEvent {
        field: '$.personal.settings';
        value: Uint8Array;
    }
    interface VaultContentPersonalHeadsFieldEvent {
        field: '$.personal.heads[]';
        index: number;
        value: Uint8Array;
    }
    interface VaultContentLaterFieldEvent {
        field: '$.later[]';
        index: number;
        value: Uint8Array;
    }
    interface VaultContentRenamingFieldEvent {
        field: '$.renaming';
        value: Uint8Array;
    }
    interface VaultContentTellNameFieldEvent {
        field: '$.tellName';
        value: boolean;
    }
    function encode(obj: Partial<VaultContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultContent>): VaultContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultContent>): Generator<VaultContentVersionFieldEvent | VaultContentIdentitySigningSeedFieldEvent | VaultContentIdentityExchangeSecretFieldEvent | VaultContentAccountFieldEvent | VaultContentNameFieldEvent | VaultContentStatementFieldEvent | VaultContentCertificateFieldEvent | VaultContentEpochFieldEvent | VaultContentDeviceSeedFieldEvent | VaultContentStoreKeyFieldEvent | VaultContentHomeFieldEvent | VaultContentAddressKeyFieldEvent | VaultContentFriendsAccountFieldEvent | VaultContentFriendsNameFieldEvent | VaultContentFriendsStatementsFieldEvent | VaultContentFriendsIdentityKeyFieldEvent | VaultContentFriendsExchangeKeyFieldEvent | VaultContentFriendsCertificateFieldEvent | VaultContentFriendsDeviceFieldEvent | VaultContentFriendsEpochFieldEvent | VaultContentFriendsHomeFieldEvent | VaultContentFriendsRelationFieldEvent | VaultContentFriendsVerifiedFieldEvent | VaultContentFriendsGrantGivenFieldEvent | VaultContentFriendsGrantHeldFieldEvent | VaultContentFriendsGrantSerialFieldEvent | VaultContentFriendsBlockedFieldEvent | VaultContentFriendsAddressKeyFieldEvent | VaultContentFriendsAddedAtFieldEvent | VaultContentFriendsArchivedFieldEvent | VaultContentFriendsMutedFieldEvent | VaultContentPendingEmailFieldEvent | VaultContentPendingTokenFieldEvent | VaultContentClaimFieldEvent | VaultContentRestoreFieldEvent | VaultContentRegistrationEmailFieldEvent | VaultContentRegistrationTokenFieldEvent | VaultContentAnywhereKeyFieldEvent | VaultContentAnywhereWrappedFieldEvent | VaultContentAnywhereRecordFieldEvent | VaultContentAnywhereVersionFieldEvent | VaultContentAnywhereDigestFieldEvent | VaultContentAnywhereEnrolmentFieldEvent | VaultContentAnywhereDroppingFieldEvent | VaultContentAnywhereSupersededFieldEvent | VaultContentAnywhereKeptAtFieldEvent | VaultContentAnywhereNoteFieldEvent | VaultContentAnywhereFetchedFieldEvent | VaultContentAnywhereFetchedEpochFieldEvent | VaultContentAnywhereRolledBackFieldEvent | VaultContentAnywhereHeadsFieldEvent | VaultContentAnywhereWithoutPictureFieldEvent | VaultContentEmailFieldEvent | VaultContentPersonalEmailFieldEvent | VaultContentPersonalCardFieldEvent | VaultContentPersonalPictureLeftOutFieldEvent | VaultContentPersonalSettingsFieldEvent | VaultContentPersonalHeadsFieldEvent | VaultContentLaterFieldEvent | VaultContentRenamingFieldEvent | VaultContentTellNameFieldEvent>;
}
export interface Anywhere {
    key: Uint8Array;
    wrapped: Uint8Array;
    record: Uint8Array;
    version: bigint;
    digest: Uint8Array;
    enrolment: bigint;
    dropping: boolean;
    superseded: boolean;
    keptAt: bigint;
    note?: Uint8Array;
    fetched?: bigint;
    fetchedEpoch?: bigint;
    rolledBack?: bigint;
    heads?: Uint8Array;
    withoutPicture?: boolean;
}
export declare namespace Anywhere {
    const codec: () => Codec<Anywhere>;
    interface AnywhereKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    interface AnywhereWrappedFieldEvent {
        field: '$.wrapped';
        value: Uint8Array;
    }
    interface AnywhereRecordFieldEvent {
        field: '$.record';
        value: Uint8Array;
    }
    interface AnywhereVersionFieldEvent {
        field: '$.version';
        value: bigint;
    }
    interface AnywhereDigestFieldEvent {
        field: '$.digest';
        value: Uint8Array;
    }
    interface AnywhereEnrolmentFieldEvent {
        field: '$.enrolment';
        value: bigint;
    }
    interface AnywhereDroppingFieldEvent {
        field: '$.dropping';
        value: boolean;
    }
    interface AnywhereSupersededFieldEvent {
        field: '$.superseded';
        value: boolean;
    }
    interface AnywhereKeptAtFieldEvent {
        field: '$.keptAt';
        value: bigint;
    }
    interface AnywhereNoteFieldEvent {
        field: '$.note';
        value: Uint8Array;
    }
    interface AnywhereFetchedFieldEvent {
        field: '$.fetched';
        value: bigint;
    }
    interface AnywhereFetchedEpochFieldEvent {
        field: '$.fetchedEpoch';
        value: bigint;
    }
    interface AnywhereRolledBackFieldEvent {
        field: '$.rolledBack';
        value: bigint;
    }
    interface AnywhereHeadsFieldEvent {
        field: '$.heads';
        value: Uint8Array;
    }
    interface AnywhereWithoutPictureFieldEvent {
        field: '$.withoutPicture';
        value: boolean;
    }
    function encode(obj: Partial<Anywhere>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Anywhere>): Anywhere;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Anywhere>): Generator<AnywhereKeyFieldEvent | AnywhereWrappedFieldEvent | AnywhereRecordFieldEvent | AnywhereVersionFieldEvent | AnywhereDigestFieldEvent | AnywhereEnrolmentFieldEvent | AnywhereDroppingFieldEvent | AnywhereSupersededFieldEvent | AnywhereKeptAtFieldEvent | AnywhereNoteFieldEvent | AnywhereFetchedFieldEvent | AnywhereFetchedEpochFieldEvent | AnywhereRolledBackFieldEvent | AnywhereHeadsFieldEvent | AnywhereWithoutPictureFieldEvent>;
}
export interface PendingRegistration {
    email: string;
    token: Uint8Array;
}
export declare namespace PendingRegistration {
    const codec: () => Codec<PendingRegistration>;
    interface PendingRegistrationEmailFieldEvent {
        field: '$.email';
        value: string;
    }
    interface PendingRegistrationTokenFieldEvent {
        field: '$.token';
        value: Uint8Array;
    }
    function encode(obj: Partial<PendingRegistration>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PendingRegistration>): PendingRegistration;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PendingRegistration>): Generator<PendingRegistrationEmailFieldEvent | PendingRegistrationTokenFieldEvent>;
}
export interface PinnedFriend {
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
    addressKey: Uint8Array;
    addedAt: bigint;
    archived?: boolean;
    muted?: boolean;
}
export declare namespace PinnedFriend {
    const codec: () => Codec<PinnedFriend>;
    interface PinnedFriendAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface PinnedFriendNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface PinnedFriendStatementsFieldEvent {
        field: '$.statements[]';
        index: number;
        value: Uint8Array;
    }
    interface PinnedFriendIdentityKeyFieldEvent {
        field: '$.identityKey';
        value: Uint8Array;
    }
    interface PinnedFriendExchangeKeyFieldEvent {
        field: '$.exchangeKey';
        value: Uint8Array;
    }
    interface PinnedFriendCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    interface PinnedFriendDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface PinnedFriendEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface PinnedFriendHomeFieldEvent {
        field: '$.home';
        value: Uint8Array;
    }
    interface PinnedFriendRelationFieldEvent {
        field: '$.relation';
        value: number;
    }
    interface PinnedFriendVerifiedFieldEvent {
        field: '$.verified';
        value: number;
    }
    interface PinnedFriendGrantGivenFieldEvent {
        field: '$.grantGiven';
        value: Uint8Array;
    }
    interface PinnedFriendGrantHeldFieldEvent {
        field: '$.grantHeld';
        value: Uint8Array;
    }
    interface PinnedFriendGrantSerialFieldEvent {
        field: '$.grantSerial';
        value: bigint;
    }
    interface PinnedFriendBlockedFieldEvent {
        field: '$.blocked';
        value: boolean;
    }
    interface PinnedFriendAddressKeyFieldEvent {
        field: '$.addressKey';
        value: Uint8Array;
    }
    interface PinnedFriendAddedAtFieldEvent {
        field: '$.addedAt';
        value: bigint;
    }
    interface PinnedFriendArchivedFieldEvent {
        field: '$.archived';
        value: boolean;
    }
    interface PinnedFriendMutedFieldEvent {
        field: '$.muted';
        value: boolean;
    }
    function encode(obj: Partial<PinnedFriend>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PinnedFriend>): PinnedFriend;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PinnedFriend>): Generator<PinnedFriendAccountFieldEvent | PinnedFriendNameFieldEvent | PinnedFriendStatementsFieldEvent | PinnedFriendIdentityKeyFieldEvent | PinnedFriendExchangeKeyFieldEvent | PinnedFriendCertificateFieldEvent | PinnedFriendDeviceFieldEvent | PinnedFriendEpochFieldEvent | PinnedFriendHomeFieldEvent | PinnedFriendRelationFieldEvent | PinnedFriendVerifiedFieldEvent | PinnedFriendGrantGivenFieldEvent | PinnedFriendGrantHeldFieldEvent | PinnedFriendGrantSerialFieldEvent | PinnedFriendBlockedFieldEvent | PinnedFriendAddressKeyFieldEvent | PinnedFriendAddedAtFieldEvent | PinnedFriendArchivedFieldEvent | PinnedFriendMutedFieldEvent>;
}
export interface PersonalContent {
    email: string;
    card: Uint8Array;
    pictureLeftOut: boolean;
    settings: Uint8Array;
    heads: Uint8Array[];
}
export declare namespace PersonalContent {
    const codec: () => Codec<PersonalContent>;
    interface PersonalContentEmailFieldEvent {
        field: '$.email';
        value: string;
    }
    interface PersonalContentCardFieldEvent {
        field: '$.card';
        value: Uint8Array;
    }
    interface PersonalContentPictureLeftOutFieldEvent {
        field: '$.pictureLeftOut';
        value: boolean;
    }
    interface PersonalContentSettingsFieldEvent {
        field: '$.settings';
        value: Uint8Array;
    }
    interface PersonalContentHeadsFieldEvent {
        field: '$.heads[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<PersonalContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PersonalContent>): PersonalContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PersonalContent>): Generator<PersonalContentEmailFieldEvent | PersonalContentCardFieldEvent | PersonalContentPictureLeftOutFieldEvent | PersonalContentSettingsFieldEvent | PersonalContentHeadsFieldEvent>;
}
export interface KeyFileContent {
    version: number;
    identity?: IdentitySecrets;
    account: Uint8Array;
    name: string;
    statement: Uint8Array;
    home: Uint8Array;
    friends: PinnedFriend[];
    epoch: bigint;
    anywhere?: Anywhere;
    personal?: PersonalContent;
    later: Uint8Array[];
}
export declare namespace KeyFileContent {
    const codec: () => Codec<KeyFileContent>;
    interface KeyFileContentVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface KeyFileContentIdentitySigningSeedFieldEvent {
        field: '$.identity.signingSeed';
        value: Uint8Array;
    }
    interface KeyFileContentIdentityExchangeSecretFieldEvent {
        field: '$.identity.exchangeSecret';
        value: Uint8Array;
    }
    interface KeyFileContentAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface KeyFileContentNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface KeyFileContentStatementFieldEvent {
        field: '$.statement';
        value: Uint8Array;
    }
    interface KeyFileContentHomeFieldEvent {
        field: '$.home';
        value: Uint8Array;
    }
    interface KeyFileContentFriendsAccountFieldEvent {
        field: '$.friends[].account';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsNameFieldEvent {
        field: '$.friends[].name';
        value: string;
        index: number;
    }
    interface KeyFileContentFriendsStatementsFieldEvent {
        field: '$.friends[].statements[]';
        index: number;
        value: Uint8Array;
    }
    interface KeyFileContentFriendsIdentityKeyFieldEvent {
        field: '$.friends[].identityKey';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsExchangeKeyFieldEvent {
        field: '$.friends[].exchangeKey';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsCertificateFieldEvent {
        field: '$.friends[].certificate';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsDeviceFieldEvent {
        field: '$.friends[].device';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsEpochFieldEvent {
        field: '$.friends[].epoch';
        value: bigint;
        index: number;
    }
    interface KeyFileContentFriendsHomeFieldEvent {
        field: '$.friends[].home';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsRelationFieldEvent {
        field: '$.friends[].relation';
        value: number;
        index: number;
    }
    interface KeyFileContentFriendsVerifiedFieldEvent {
        field: '$.friends[].verified';
        value: number;
        index: number;
    }
    interface KeyFileContentFriendsGrantGivenFieldEvent {
        field: '$.friends[].grantGiven';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsGrantHeldFieldEvent {
        field: '$.friends[].grantHeld';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsGrantSerialFieldEvent {
        field: '$.friends[].grantSerial';
        value: bigint;
        index: number;
    }
    interface KeyFileContentFriendsBlockedFieldEvent {
        field: '$.friends[].blocked';
        value: boolean;
        index: number;
    }
    interface KeyFileContentFriendsAddressKeyFieldEvent {
        field: '$.friends[].addressKey';
        value: Uint8Array;
        index: number;
    }
    interface KeyFileContentFriendsAddedAtFieldEvent {
        field: '$.friends[].addedAt';
        value: bigint;
        index: number;
    }
    interface KeyFileContentFriendsArchivedFieldEvent {
        field: '$.friends[].archived';
        value: boolean;
        index: number;
    }
    interface KeyFileContentFriendsMutedFieldEvent {
        field: '$.friends[].muted';
        value: boolean;
        index: number;
    }
    interface KeyFileContentEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface KeyFileContentAnywhereKeyFieldEvent {
        field: '$.anywhere.key';
        value: Uint8Array;
    }
    interface KeyFileContentAnywhereWrappedFieldEvent {
        field: '$.anywhere.wrapped';
        value: Uint8Array;
    }
    interface KeyFileContentAnywhereRecordFieldEvent {
        field: '$.anywhere.record';
        value: Uint8Array;
    }
    interface KeyFileContentAnywhereVersionFieldEvent {
        field: '$.anywhere.version';
        value: bigint;
    }
    interface KeyFileContentAnywhereDigestFieldEvent {
        field: '$.anywhere.digest';
        value: Uint8Array;
    }
    interface KeyFileContentAnywhereEnrolmentFieldEvent {
        field: '$.anywhere.enrolment';
        value: bigint;
    }
    interface KeyFileContentAnywhereDroppingFieldEvent {
        field: '$.anywhere.dropping';
        value: boolean;
    }
    interface KeyFileContentAnywhereSupersededFieldEvent {
        field: '$.anywhere.superseded';
        value: boolean;
    }
    interface KeyFileContentAnywhereKeptAtFieldEvent {
        field: '$.anywhere.keptAt';
        value: bigint;
    }
    interface KeyFileContentAnywhereNoteFieldEvent {
        field: '$.anywhere.note';
        value: Uint8Array;
    }
    interface KeyFileContentAnywhereFetchedFieldEvent {
        field: '$.anywhere.fetched';
        value: bigint;
    }
    interface KeyFileContentAnywhereFetchedEpochFieldEvent {
        field: '$.anywhere.fetchedEpoch';
        value: bigint;
    }
    interface KeyFileContentAnywhereRolledBackFieldEvent {
        field: '$.anywhere.rolledBack';
        value: bigint;
    }
    interface KeyFileContentAnywhereHeadsFieldEvent {
        field: '$.anywhere.heads';
        value: Uint8Array;
    }
    interface KeyFileContentAnywhereWithoutPictureFieldEvent {
        field: '$.anywhere.withoutPicture';
        value: boolean;
    }
    interface KeyFileContentPersonalEmailFieldEvent {
        field: '$.personal.email';
        value: string;
    }
    interface KeyFileContentPersonalCardFieldEvent {
        field: '$.personal.card';
        value: Uint8Array;
    }
    interface KeyFileContentPersonalPictureLeftOutFieldEvent {
        field: '$.personal.pictureLeftOut';
        value: boolean;
    }
    interface KeyFileContentPersonalSettingsFieldEvent {
        field: '$.personal.settings';
        value: Uint8Array;
    }
    interface KeyFileContentPersonalHeadsFieldEvent {
        field: '$.personal.heads[]';
        index: number;
        value: Uint8Array;
    }
    interface KeyFileContentLaterFieldEvent {
        field: '$.later[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<KeyFileContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KeyFileContent>): KeyFileContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KeyFileContent>): Generator<KeyFileContentVersionFieldEvent | KeyFileContentIdentitySigningSeedFieldEvent | KeyFileContentIdentityExchangeSecretFieldEvent | KeyFileContentAccountFieldEvent | KeyFileContentNameFieldEvent | KeyFileContentStatementFieldEvent | KeyFileContentHomeFieldEvent | KeyFileContentFriendsAccountFieldEvent | KeyFileContentFriendsNameFieldEvent | KeyFileContentFriendsStatementsFieldEvent | KeyFileContentFriendsIdentityKeyFieldEvent | KeyFileContentFriendsExchangeKeyFieldEvent | KeyFileContentFriendsCertificateFieldEvent | KeyFileContentFriendsDeviceFieldEvent | KeyFileContentFriendsEpochFieldEvent | KeyFileContentFriendsHomeFieldEvent | KeyFileContentFriendsRelationFieldEvent | KeyFileContentFriendsVerifiedFieldEvent | KeyFileContentFriendsGrantGivenFieldEvent | KeyFileContentFriendsGrantHeldFieldEvent | KeyFileContentFriendsGrantSerialFieldEvent | KeyFileContentFriendsBlockedFieldEvent | KeyFileContentFriendsAddressKeyFieldEvent | KeyFileContentFriendsAddedAtFieldEvent | KeyFileContentFriendsArchivedFieldEvent | KeyFileContentFriendsMutedFieldEvent | KeyFileContentEpochFieldEvent | KeyFileContentAnywhereKeyFieldEvent | KeyFileContentAnywhereWrappedFieldEvent | KeyFileContentAnywhereRecordFieldEvent | KeyFileContentAnywhereVersionFieldEvent | KeyFileContentAnywhereDigestFieldEvent | KeyFileContentAnywhereEnrolmentFieldEvent | KeyFileContentAnywhereDroppingFieldEvent | KeyFileContentAnywhereSupersededFieldEvent | KeyFileContentAnywhereKeptAtFieldEvent | KeyFileContentAnywhereNoteFieldEvent | KeyFileContentAnywhereFetchedFieldEvent | KeyFileContentAnywhereFetchedEpochFieldEvent | KeyFileContentAnywhereRolledBackFieldEvent | KeyFileContentAnywhereHeadsFieldEvent | KeyFileContentAnywhereWithoutPictureFieldEvent | KeyFileContentPersonalEmailFieldEvent | KeyFileContentPersonalCardFieldEvent | KeyFileContentPersonalPictureLeftOutFieldEvent | KeyFileContentPersonalSettingsFieldEvent | KeyFileContentPersonalHeadsFieldEvent | KeyFileContentLaterFieldEvent>;
}
export interface UploadedVault {
    version: number;
    content?: KeyFileContent;
    server: Uint8Array;
    number: bigint;
    treeHead: Uint8Array;
}
export declare namespace UploadedVault {
    const codec: () => Codec<UploadedVault>;
    interface UploadedVaultVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface UploadedVaultContentVersionFieldEvent {
        field: '$.content.version';
        value: number;
    }
    interface UploadedVaultContentIdentitySigningSeedFieldEvent {
        field: '$.content.identity.signingSeed';
        value: Uint8Array;
    }
    interface UploadedVaultContentIdentityExchangeSecretFieldEvent {
        field: '$.content.identity.exchangeSecret';
        value: Uint8Array;
    }
    interface UploadedVaultContentAccountFieldEvent {
        field: '$.content.account';
        value: Uint8Array;
    }
    interface UploadedVaultContentNameFieldEvent {
        field: '$.content.name';
        value: string;
    }
    interface UploadedVaultContentStatementFieldEvent {
        field: '$.content.statement';
        value: Uint8Array;
    }
    interface UploadedVaultContentHomeFieldEvent {
        field: '$.content.home';
        value: Uint8Array;
    }
    interface UploadedVaultContentFriendsAccountFieldEvent {
        field: '$.content.friends[].account';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsNameFieldEvent {
        field: '$.content.friends[].name';
        value: string;
        index: number;
    }
    interface UploadedVaultContentFriendsStatementsFieldEvent {
        field: '$.content.friends[].statements[]';
        index: number;
        value: Uint8Array;
    }
    interface UploadedVaultContentFriendsIdentityKeyFieldEvent {
        field: '$.content.friends[].identityKey';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsExchangeKeyFieldEvent {
        field: '$.content.friends[].exchangeKey';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsCertificateFieldEvent {
        field: '$.content.friends[].certificate';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsDeviceFieldEvent {
        field: '$.content.friends[].device';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsEpochFieldEvent {
        field: '$.content.friends[].epoch';
        value: bigint;
        index: number;
    }
    interface UploadedVaultContentFriendsHomeFieldEvent {
        field: '$.content.friends[].home';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsRelationFieldEvent {
        field: '$.content.friends[].relation';
        value: number;
        index: number;
    }
    interface UploadedVaultContentFriendsVerifiedFieldEvent {
        field: '$.content.friends[].verified';
        value: number;
        index: number;
    }
    interface UploadedVaultContentFriendsGrantGivenFieldEvent {
        field: '$.content.friends[].grantGiven';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsGrantHeldFieldEvent {
        field: '$.content.friends[].grantHeld';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsGrantSerialFieldEvent {
        field: '$.content.friends[].grantSerial';
        value: bigint;
        index: number;
    }
    interface UploadedVaultContentFriendsBlockedFieldEvent {
        field: '$.content.friends[].blocked';
        value: boolean;
        index: number;
    }
    interface UploadedVaultContentFriendsAddressKeyFieldEvent {
        field: '$.content.friends[].addressKey';
        value: Uint8Array;
        index: number;
    }
    interface UploadedVaultContentFriendsAddedAtFieldEvent {
        field: '$.content.friends[].addedAt';
        value: bigint;
        index: number;
    }
    interface UploadedVaultContentFriendsArchivedFieldEvent {
        field: '$.content.friends[].archived';
        value: boolean;
        index: number;
    }
    interface UploadedVaultContentFriendsMutedFieldEvent {
        field: '$.content.friends[].muted';
        value: boolean;
        index: number;
    }
    interface UploadedVaultContentEpochFieldEvent {
        field: '$.content.epoch';
        value: bigint;
    }
    interface UploadedVaultContentAnywhereKeyFieldEvent {
        field: '$.content.anywhere.key';
        value: Uint8Array;
    }
    interface UploadedVaultContentAnywhereWrappedFieldEvent {
        field: '$.content.anywhere.wrapped';
        value: Uint8Array;
    }
    interface UploadedVaultContentAnywhereRecordFieldEvent {
        field: '$.content.anywhere.record';
        value: Uint8Array;
    }
    interface UploadedVaultContentAnywhereVersionFieldEvent {
        field: '$.content.anywhere.version';
        value: bigint;
    }
    interface UploadedVaultContentAnywhereDigestFieldEvent {
        field: '$.content.anywhere.digest';
        value: Uint8Array;
    }
    interface UploadedVaultContentAnywhereEnrolmentFieldEvent {
        field: '$.content.anywhere.enrolment';
        value: bigint;
    }
    interface UploadedVaultContentAnywhereDroppingFieldEvent {
        field: '$.content.anywhere.dropping';
        value: boolean;
    }
    interface UploadedVaultContentAnywhereSupersededFieldEvent {
        field: '$.content.anywhere.superseded';
        value: boolean;
    }
    interface UploadedVaultContentAnywhereKeptAtFieldEvent {
        field: '$.content.anywhere.keptAt';
        value: bigint;
    }
    interface UploadedVaultContentAnywhereNoteFieldEvent {
        field: '$.content.anywhere.note';
        value: Uint8Array;
    }
    interface UploadedVaultContentAnywhereFetchedFieldEvent {
        field: '$.content.anywhere.fetched';
        value: bigint;
    }
    interface UploadedVaultContentAnywhereFetchedEpochFieldEvent {
        field: '$.content.anywhere.fetchedEpoch';
        value: bigint;
    }
    interface UploadedVaultContentAnywhereRolledBackFieldEvent {
        field: '$.content.anywhere.rolledBack';
        value: bigint;
    }
    interface UploadedVaultContentAnywhereHeadsFieldEvent {
        field: '$.content.anywhere.heads';
        value: Uint8Array;
    }
    interface UploadedVaultContentAnywhereWithoutPictureFieldEvent {
        field: '$.content.anywhere.withoutPicture';
        value: boolean;
    }
    interface UploadedVaultContentPersonalEmailFieldEvent {
        field: '$.content.personal.email';
        value: string;
    }
    interface UploadedVaultContentPersonalCardFieldEvent {
        field: '$.content.personal.card';
        value: Uint8Array;
    }
    interface UploadedVaultContentPersonalPictureLeftOutFieldEvent {
        field: '$.content.personal.pictureLeftOut';
        value: boolean;
    }
    interface UploadedVaultContentPersonalSettingsFieldEvent {
        field: '$.content.personal.settings';
        value: Uint8Array;
    }
    interface UploadedVaultContentPersonalHeadsFieldEvent {
        field: '$.content.personal.heads[]';
        index: number;
        value: Uint8Array;
    }
    interface UploadedVaultContentLaterFieldEvent {
        field: '$.content.later[]';
        index: number;
        value: Uint8Array;
    }
    interface UploadedVaultServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface UploadedVaultNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface UploadedVaultTreeHeadFieldEvent {
        field: '$.treeHead';
        value: Uint8Array;
    }
    function encode(obj: Partial<UploadedVault>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UploadedVault>): UploadedVault;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UploadedVault>): Generator<UploadedVaultVersionFieldEvent | UploadedVaultContentVersionFieldEvent | UploadedVaultContentIdentitySigningSeedFieldEvent | UploadedVaultContentIdentityExchangeSecretFieldEvent | UploadedVaultContentAccountFieldEvent | UploadedVaultContentNameFieldEvent | UploadedVaultContentStatementFieldEvent | UploadedVaultContentHomeFieldEvent | UploadedVaultContentFriendsAccountFieldEvent | UploadedVaultContentFriendsNameFieldEvent | UploadedVaultContentFriendsStatementsFieldEvent | UploadedVaultContentFriendsIdentityKeyFieldEvent | UploadedVaultContentFriendsExchangeKeyFieldEvent | UploadedVaultContentFriendsCertificateFieldEvent | UploadedVaultContentFriendsDeviceFieldEvent | UploadedVaultContentFriendsEpochFieldEvent | UploadedVaultContentFriendsHomeFieldEvent | UploadedVaultContentFriendsRelationFieldEvent | UploadedVaultContentFriendsVerifiedFieldEvent | UploadedVaultContentFriendsGrantGivenFieldEvent | UploadedVaultContentFriendsGrantHeldFieldEvent | UploadedVaultContentFriendsGrantSerialFieldEvent | UploadedVaultContentFriendsBlockedFieldEvent | UploadedVaultContentFriendsAddressKeyFieldEvent | UploadedVaultContentFriendsAddedAtFieldEvent | UploadedVaultContentFriendsArchivedFieldEvent | UploadedVaultContentFriendsMutedFieldEvent | UploadedVaultContentEpochFieldEvent | UploadedVaultContentAnywhereKeyFieldEvent | UploadedVaultContentAnywhereWrappedFieldEvent | UploadedVaultContentAnywhereRecordFieldEvent | UploadedVaultContentAnywhereVersionFieldEvent | UploadedVaultContentAnywhereDigestFieldEvent | UploadedVaultContentAnywhereEnrolmentFieldEvent | UploadedVaultContentAnywhereDroppingFieldEvent | UploadedVaultContentAnywhereSupersededFieldEvent | UploadedVaultContentAnywhereKeptAtFieldEvent | UploadedVaultContentAnywhereNoteFieldEvent | UploadedVaultContentAnywhereFetchedFieldEvent | UploadedVaultContentAnywhereFetchedEpochFieldEvent | UploadedVaultContentAnywhereRolledBackFieldEvent | UploadedVaultContentAnywhereHeadsFieldEvent | UploadedVaultContentAnywhereWithoutPictureFieldEvent | UploadedVaultContentPersonalEmailFieldEvent | UploadedVaultContentPersonalCardFieldEvent | UploadedVaultContentPersonalPictureLeftOutFieldEvent | UploadedVaultContentPersonalSettingsFieldEvent | UploadedVaultContentPersonalHeadsFieldEvent | UploadedVaultContentLaterFieldEvent | UploadedVaultServerFieldEvent | UploadedVaultNumberFieldEvent | UploadedVaultTreeHeadFieldEvent>;
}
