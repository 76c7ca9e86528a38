// Generated from session-state.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface SessionState {
    version: number;
    id: Uint8Array;
    associated: Uint8Array;
    rootKey: Uint8Array;
    ownSecret: Uint8Array;
    ownPublic: Uint8Array;
    remoteKey: Uint8Array;
    sending?: ChainState;
    receiving?: ChainState;
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
    interface SessionStateIdFieldEvent {
        field: '$.id';
        value: Uint8Array;
    }
    interface SessionStateAssociatedFieldEvent {
        field: '$.associated';
        value: Uint8Array;
    }
    interface SessionStateRootKeyFieldEvent {
        field: '$.rootKey';
        value: Uint8Array;
    }
    interface SessionStateOwnSecretFieldEvent {
        field: '$.ownSecret';
        value: Uint8Array;
    }
    interface SessionStateOwnPublicFieldEvent {
        field: '$.ownPublic';
        value: Uint8Array;
    }
    interface SessionStateRemoteKeyFieldEvent {
        field: '$.remoteKey';
        value: Uint8Array;
    }
    interface SessionStateSendingKeyFieldEvent {
        field: '$.sending.key';
        value: Uint8Array;
    }
    interface SessionStateSendingNextFieldEvent {
        field: '$.sending.next';
        value: number;
    }
    interface SessionStateReceivingKeyFieldEvent {
        field: '$.receiving.key';
        value: Uint8Array;
    }
    interface SessionStateReceivingNextFieldEvent {
        field: '$.receiving.next';
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
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SessionState>): Generator<SessionStateVersionFieldEvent | SessionStateIdFieldEvent | SessionStateAssociatedFieldEvent | SessionStateRootKeyFieldEvent | SessionStateOwnSecretFieldEvent | SessionStateOwnPublicFieldEvent | SessionStateRemoteKeyFieldEvent | SessionStateSendingKeyFieldEvent | SessionStateSendingNextFieldEvent | SessionStateReceivingKeyFieldEvent | SessionStateReceivingNextFieldEvent | SessionStatePreviousLengthFieldEvent | SessionStateSkippedRatchetKeyFieldEvent | SessionStateSkippedFirstFieldEvent | SessionStateSkippedKeysFieldEvent | SessionStateSkippedStoredAtFieldEvent | SessionStateFirstFieldEvent | SessionStateAcceptedFieldEvent>;
}
export interface ChainState {
    key: Uint8Array;
    next: number;
}
export declare namespace ChainState {
    const codec: () => Codec<ChainState>;
    interface ChainStateKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    interface ChainStateNextFieldEvent {
        field: '$.next';
        value: number;
    }
    function encode(obj: Partial<ChainState>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChainState>): ChainState;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChainState>): Generator<ChainStateKeyFieldEvent | ChainStateNextFieldEvent>;
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
