// Generated from envelope.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface Envelope {
    version: number;
    suite: number;
    kind: number;
    toAccount: Uint8Array;
    toDevice: Uint8Array;
    toEpoch: bigint;
    body: Uint8Array;
}
export declare namespace Envelope {
    const codec: () => Codec<Envelope>;
    interface EnvelopeVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface EnvelopeSuiteFieldEvent {
        field: '$.suite';
        value: number;
    }
    interface EnvelopeKindFieldEvent {
        field: '$.kind';
        value: number;
    }
    interface EnvelopeToAccountFieldEvent {
        field: '$.toAccount';
        value: Uint8Array;
    }
    interface EnvelopeToDeviceFieldEvent {
        field: '$.toDevice';
        value: Uint8Array;
    }
    interface EnvelopeToEpochFieldEvent {
        field: '$.toEpoch';
        value: bigint;
    }
    interface EnvelopeBodyFieldEvent {
        field: '$.body';
        value: Uint8Array;
    }
    function encode(obj: Partial<Envelope>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Envelope>): Envelope;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Envelope>): Generator<EnvelopeVersionFieldEvent | EnvelopeSuiteFieldEvent | EnvelopeKindFieldEvent | EnvelopeToAccountFieldEvent | EnvelopeToDeviceFieldEvent | EnvelopeToEpochFieldEvent | EnvelopeBodyFieldEvent>;
}
export interface PairwiseBody {
    session: Uint8Array;
    ratchetKey: Uint8Array;
    previousLength: number;
    number: number;
    nonce: Uint8Array;
    ciphertext: Uint8Array;
    pq: Uint8Array;
}
export declare namespace PairwiseBody {
    const codec: () => Codec<PairwiseBody>;
    interface PairwiseBodySessionFieldEvent {
        field: '$.session';
        value: Uint8Array;
    }
    interface PairwiseBodyRatchetKeyFieldEvent {
        field: '$.ratchetKey';
        value: Uint8Array;
    }
    interface PairwiseBodyPreviousLengthFieldEvent {
        field: '$.previousLength';
        value: number;
    }
    interface PairwiseBodyNumberFieldEvent {
        field: '$.number';
        value: number;
    }
    interface PairwiseBodyNonceFieldEvent {
        field: '$.nonce';
        value: Uint8Array;
    }
    interface PairwiseBodyCiphertextFieldEvent {
        field: '$.ciphertext';
        value: Uint8Array;
    }
    interface PairwiseBodyPqFieldEvent {
        field: '$.pq';
        value: Uint8Array;
    }
    function encode(obj: Partial<PairwiseBody>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PairwiseBody>): PairwiseBody;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PairwiseBody>): Generator<PairwiseBodySessionFieldEvent | PairwiseBodyRatchetKeyFieldEvent | PairwiseBodyPreviousLengthFieldEvent | PairwiseBodyNumberFieldEvent | PairwiseBodyNonceFieldEvent | PairwiseBodyCiphertextFieldEvent | PairwiseBodyPqFieldEvent>;
}
export interface FirstBody {
    fromAccount: Uint8Array;
    certificate: Uint8Array;
    baseKey: Uint8Array;
    signedPrekeyId: number;
    oneTimeId: number;
    lastResortId: number;
    kemCiphertext: Uint8Array;
    message?: PairwiseBody;
}
export declare namespace FirstBody {
    const codec: () => Codec<FirstBody>;
    interface FirstBodyFromAccountFieldEvent {
        field: '$.fromAccount';
        value: Uint8Array;
    }
    interface FirstBodyCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    interface FirstBodyBaseKeyFieldEvent {
        field: '$.baseKey';
        value: Uint8Array;
    }
    interface FirstBodySignedPrekeyIdFieldEvent {
        field: '$.signedPrekeyId';
        value: number;
    }
    interface FirstBodyOneTimeIdFieldEvent {
        field: '$.oneTimeId';
        value: number;
    }
    interface FirstBodyLastResortIdFieldEvent {
        field: '$.lastResortId';
        value: number;
    }
    interface FirstBodyKemCiphertextFieldEvent {
        field: '$.kemCiphertext';
        value: Uint8Array;
    }
    interface FirstBodyMessageSessionFieldEvent {
        field: '$.message.session';
        value: Uint8Array;
    }
    interface FirstBodyMessageRatchetKeyFieldEvent {
        field: '$.message.ratchetKey';
        value: Uint8Array;
    }
    interface FirstBodyMessagePreviousLengthFieldEvent {
        field: '$.message.previousLength';
        value: number;
    }
    interface FirstBodyMessageNumberFieldEvent {
        field: '$.message.number';
        value: number;
    }
    interface FirstBodyMessageNonceFieldEvent {
        field: '$.message.nonce';
        value: Uint8Array;
    }
    interface FirstBodyMessageCiphertextFieldEvent {
        field: '$.message.ciphertext';
        value: Uint8Array;
    }
    interface FirstBodyMessagePqFieldEvent {
        field: '$.message.pq';
        value: Uint8Array;
    }
    function encode(obj: Partial<FirstBody>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FirstBody>): FirstBody;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FirstBody>): Generator<FirstBodyFromAccountFieldEvent | FirstBodyCertificateFieldEvent | FirstBodyBaseKeyFieldEvent | FirstBodySignedPrekeyIdFieldEvent | FirstBodyOneTimeIdFieldEvent | FirstBodyLastResortIdFieldEvent | FirstBodyKemCiphertextFieldEvent | FirstBodyMessageSessionFieldEvent | FirstBodyMessageRatchetKeyFieldEvent | FirstBodyMessagePreviousLengthFieldEvent | FirstBodyMessageNumberFieldEvent | FirstBodyMessageNonceFieldEvent | FirstBodyMessageCiphertextFieldEvent | FirstBodyMessagePqFieldEvent>;
}
