// Generated from person.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface PersonCertificate {
    version: number;
    account: Uint8Array;
    name: string;
    email: string;
    identityKey: Uint8Array;
    exchangeKey: Uint8Array;
    device: Uint8Array;
    epoch: bigint;
    issuedAt: bigint;
}
export declare namespace PersonCertificate {
    const codec: () => Codec<PersonCertificate>;
    interface PersonCertificateVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface PersonCertificateAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface PersonCertificateNameFieldEvent {
        field: '$.name';
        value: string;
    }
    interface PersonCertificateEmailFieldEvent {
        field: '$.email';
        value: string;
    }
    interface PersonCertificateIdentityKeyFieldEvent {
        field: '$.identityKey';
        value: Uint8Array;
    }
    interface PersonCertificateExchangeKeyFieldEvent {
        field: '$.exchangeKey';
        value: Uint8Array;
    }
    interface PersonCertificateDeviceFieldEvent {
        field: '$.device';
        value: Uint8Array;
    }
    interface PersonCertificateEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface PersonCertificateIssuedAtFieldEvent {
        field: '$.issuedAt';
        value: bigint;
    }
    function encode(obj: Partial<PersonCertificate>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PersonCertificate>): PersonCertificate;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PersonCertificate>): Generator<PersonCertificateVersionFieldEvent | PersonCertificateAccountFieldEvent | PersonCertificateNameFieldEvent | PersonCertificateEmailFieldEvent | PersonCertificateIdentityKeyFieldEvent | PersonCertificateExchangeKeyFieldEvent | PersonCertificateDeviceFieldEvent | PersonCertificateEpochFieldEvent | PersonCertificateIssuedAtFieldEvent>;
}
export interface CertificateContent {
    certificate: Uint8Array;
}
export declare namespace CertificateContent {
    const codec: () => Codec<CertificateContent>;
    interface CertificateContentCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    function encode(obj: Partial<CertificateContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CertificateContent>): CertificateContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CertificateContent>): Generator<CertificateContentCertificateFieldEvent>;
}
export interface ProfileContent {
    version: bigint;
    displayName: string;
    picture: Uint8Array;
    sex: number;
    birthYear: number;
    status: string;
}
export declare namespace ProfileContent {
    const codec: () => Codec<ProfileContent>;
    interface ProfileContentVersionFieldEvent {
        field: '$.version';
        value: bigint;
    }
    interface ProfileContentDisplayNameFieldEvent {
        field: '$.displayName';
        value: string;
    }
    interface ProfileContentPictureFieldEvent {
        field: '$.picture';
        value: Uint8Array;
    }
    interface ProfileContentSexFieldEvent {
        field: '$.sex';
        value: number;
    }
    interface ProfileContentBirthYearFieldEvent {
        field: '$.birthYear';
        value: number;
    }
    interface ProfileContentStatusFieldEvent {
        field: '$.status';
        value: string;
    }
    function encode(obj: Partial<ProfileContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ProfileContent>): ProfileContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ProfileContent>): Generator<ProfileContentVersionFieldEvent | ProfileContentDisplayNameFieldEvent | ProfileContentPictureFieldEvent | ProfileContentSexFieldEvent | ProfileContentBirthYearFieldEvent | ProfileContentStatusFieldEvent>;
}
export interface CertificateFile {
    certificate: Uint8Array;
    statements: Uint8Array[];
}
export declare namespace CertificateFile {
    const codec: () => Codec<CertificateFile>;
    interface CertificateFileCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    interface CertificateFileStatementsFieldEvent {
        field: '$.statements[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<CertificateFile>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CertificateFile>): CertificateFile;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CertificateFile>): Generator<CertificateFileCertificateFieldEvent | CertificateFileStatementsFieldEvent>;
}
