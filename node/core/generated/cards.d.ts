// Generated from cards.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface CardRow {
    version: bigint;
    displayName: string;
    sex: number;
    birthYear: number;
    status: string;
    hasPicture: boolean;
}
export declare namespace CardRow {
    const codec: () => Codec<CardRow>;
    interface CardRowVersionFieldEvent {
        field: '$.version';
        value: bigint;
    }
    interface CardRowDisplayNameFieldEvent {
        field: '$.displayName';
        value: string;
    }
    interface CardRowSexFieldEvent {
        field: '$.sex';
        value: number;
    }
    interface CardRowBirthYearFieldEvent {
        field: '$.birthYear';
        value: number;
    }
    interface CardRowStatusFieldEvent {
        field: '$.status';
        value: string;
    }
    interface CardRowHasPictureFieldEvent {
        field: '$.hasPicture';
        value: boolean;
    }
    function encode(obj: Partial<CardRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CardRow>): CardRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CardRow>): Generator<CardRowVersionFieldEvent | CardRowDisplayNameFieldEvent | CardRowSexFieldEvent | CardRowBirthYearFieldEvent | CardRowStatusFieldEvent | CardRowHasPictureFieldEvent>;
}
export interface IntroducedRow {
    epoch: bigint;
    cardVersion: bigint;
    cardNumber: bigint;
    certificate: Uint8Array;
    certificateNumber: bigint;
}
export declare namespace IntroducedRow {
    const codec: () => Codec<IntroducedRow>;
    interface IntroducedRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface IntroducedRowCardVersionFieldEvent {
        field: '$.cardVersion';
        value: bigint;
    }
    interface IntroducedRowCardNumberFieldEvent {
        field: '$.cardNumber';
        value: bigint;
    }
    interface IntroducedRowCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    interface IntroducedRowCertificateNumberFieldEvent {
        field: '$.certificateNumber';
        value: bigint;
    }
    function encode(obj: Partial<IntroducedRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IntroducedRow>): IntroducedRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<IntroducedRow>): Generator<IntroducedRowEpochFieldEvent | IntroducedRowCardVersionFieldEvent | IntroducedRowCardNumberFieldEvent | IntroducedRowCertificateFieldEvent | IntroducedRowCertificateNumberFieldEvent>;
}
