// Generated from session-state.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface SessionState {
    version: number;
    fixed: Uint8Array;
    sends: boolean;
    sendingNext: number;
    receives: boolean;
    receivingNext: number;
    previousLength: number;
    skipped: SkippedState[];
    first: Uint8Array;
    accepted: Uint8Array;
}
export declare namespace SessionState {
    const codec: () => Codec<SessionState>;
    interface SessionStateVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface SessionStateFixedFieldEvent {
        field: '$.fixed';
        value: Uint8Array;
    }
    interface SessionStateSendsFieldEvent {
        field: '$.sends';
        value: boolean;
    }
    interface SessionStateSendingNextFieldEvent {
        field: '$.sendingNext';
        value: number;
    }
    interface SessionStateReceivesFieldEvent {
        field: '$.receives';
        value: boolean;
    }
    interface SessionStateReceivingNextFieldEvent {
        field: '$.receivingNext';
        value: number;
    }
    interface SessionStatePreviousLengthFieldEvent {
        field: '$.previousLength';
        value: number;
    }
    interface SessionStateSkippedRatchetKeyFieldEvent {
        field: '$.skipped[].ratchetKey';
        value: Uint8Array;
        index: number;
    }
    interface SessionStateSkippedFirstFieldEvent {
        field: '$.skipped[].first';
        value: number;
        index: number;
    }
    interface SessionStateSkippedKeysFieldEvent {
        field: '$.skipped[].keys';
        value: Uint8Array;
        index: number;
    }
    interface SessionStateSkippedStoredAtFieldEvent {
        field: '$.skipped[].storedAt';
        value: bigint;
        index: number;
    }
    interface SessionStateFirstFieldEvent {
        field: '$.first';
        value: Uint8Array;
    }
    interface SessionStateAcceptedFieldEvent {
        field: '$.accepted';
        value: Uint8Array;
    }
    function encode(obj: Partial<SessionState>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SessionState>): SessionState;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SessionState>): Generator<SessionStateVersionFieldEvent | SessionStateFixedFieldEvent | SessionStateSendsFieldEvent | SessionStateSendingNextFieldEvent | SessionStateReceivesFieldEvent | SessionStateReceivingNextFieldEvent | SessionStatePreviousLengthFieldEvent | SessionStateSkippedRatchetKeyFieldEvent | SessionStateSkippedFirstFieldEvent | SessionStateSkippedKeysFieldEvent | SessionStateSkippedStoredAtFieldEvent | SessionStateFirstFieldEvent | SessionStateAcceptedFieldEvent>;
}
export interface SkippedState {
    ratchetKey: Uint8Array;
    first: number;
    keys: Uint8Array;
    storedAt: bigint;
}
export declare namespace SkippedState {
    const codec: () => Codec<SkippedState>;
    interface SkippedStateRatchetKeyFieldEvent {
        field: '$.ratchetKey';
        value: Uint8Array;
    }
    interface SkippedStateFirstFieldEvent {
        field: '$.first';
        value: number;
    }
    interface SkippedStateKeysFieldEvent {
        field: '$.keys';
        value: Uint8Array;
    }
    interface SkippedStateStoredAtFieldEvent {
        field: '$.storedAt';
        value: bigint;
    }
    function encode(obj: Partial<SkippedState>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SkippedState>): SkippedState;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SkippedState>): Generator<SkippedStateRatchetKeyFieldEvent | SkippedStateFirstFieldEvent | SkippedStateKeysFieldEvent | SkippedStateStoredAtFieldEvent>;
}
