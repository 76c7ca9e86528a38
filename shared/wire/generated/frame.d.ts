// Generated from frame.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface Frame {
    type: number;
    id: number;
    body: Uint8Array;
    refusal?: Refusal;
}
export declare namespace Frame {
    const codec: () => Codec<Frame>;
    interface FrameTypeFieldEvent {
        field: '$.type';
        value: number;
    }
    interface FrameIdFieldEvent {
        field: '$.id';
        value: number;
    }
    interface FrameBodyFieldEvent {
        field: '$.body';
        value: Uint8Array;
    }
    interface FrameRefusalCodeFieldEvent {
        field: '$.refusal.code';
        value: number;
    }
    interface FrameRefusalRetryAfterMsFieldEvent {
        field: '$.refusal.retryAfterMs';
        value: number;
    }
    interface FrameRefusalFieldFieldEvent {
        field: '$.refusal.field';
        value: string;
    }
    interface FrameRefusalDetailFieldEvent {
        field: '$.refusal.detail';
        value: bigint;
    }
    interface FrameRefusalProofFieldEvent {
        field: '$.refusal.proof';
        value: Uint8Array;
    }
    function encode(obj: Partial<Frame>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Frame>): Frame;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Frame>): Generator<FrameTypeFieldEvent | FrameIdFieldEvent | FrameBodyFieldEvent | FrameRefusalCodeFieldEvent | FrameRefusalRetryAfterMsFieldEvent | FrameRefusalFieldFieldEvent | FrameRefusalDetailFieldEvent | FrameRefusalProofFieldEvent>;
}
export interface Refusal {
    code: number;
    retryAfterMs: number;
    field: string;
    detail: bigint;
    proof: Uint8Array;
}
export declare namespace Refusal {
    const codec: () => Codec<Refusal>;
    interface RefusalCodeFieldEvent {
        field: '$.code';
        value: number;
    }
    interface RefusalRetryAfterMsFieldEvent {
        field: '$.retryAfterMs';
        value: number;
    }
    interface RefusalFieldFieldEvent {
        field: '$.field';
        value: string;
    }
    interface RefusalDetailFieldEvent {
        field: '$.detail';
        value: bigint;
    }
    interface RefusalProofFieldEvent {
        field: '$.proof';
        value: Uint8Array;
    }
    function encode(obj: Partial<Refusal>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Refusal>): Refusal;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Refusal>): Generator<RefusalCodeFieldEvent | RefusalRetryAfterMsFieldEvent | RefusalFieldFieldEvent | RefusalDetailFieldEvent | RefusalProofFieldEvent>;
}
