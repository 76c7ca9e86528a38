// Generated from relay.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface HopMessage {
    type?: number;
    peer?: RelayPeer;
    reservation?: RelayReservation;
    limit?: RelayedLimit;
    status?: number;
}
export declare namespace HopMessage {
    const codec: () => Codec<HopMessage>;
    interface HopMessageTypeFieldEvent {
        field: '$.type';
        value: number;
    }
    interface HopMessagePeerIdFieldEvent {
        field: '$.peer.id';
        value: Uint8Array;
    }
    interface HopMessagePeerAddrsFieldEvent {
        field: '$.peer.addrs[]';
        index: number;
        value: Uint8Array;
    }
    interface HopMessageReservationExpireFieldEvent {
        field: '$.reservation.expire';
        value: bigint;
    }
    interface HopMessageReservationAddrsFieldEvent {
        field: '$.reservation.addrs[]';
        index: number;
        value: Uint8Array;
    }
    interface HopMessageLimitDurationFieldEvent {
        field: '$.limit.duration';
        value: number;
    }
    interface HopMessageLimitDataFieldEvent {
        field: '$.limit.data';
        value: bigint;
    }
    interface HopMessageStatusFieldEvent {
        field: '$.status';
        value: number;
    }
    function encode(obj: Partial<HopMessage>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HopMessage>): HopMessage;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HopMessage>): Generator<HopMessageTypeFieldEvent | HopMessagePeerIdFieldEvent | HopMessagePeerAddrsFieldEvent | HopMessageReservationExpireFieldEvent | HopMessageReservationAddrsFieldEvent | HopMessageLimitDurationFieldEvent | HopMessageLimitDataFieldEvent | HopMessageStatusFieldEvent>;
}
export interface StopMessage {
    type?: number;
    peer?: RelayPeer;
    limit?: RelayedLimit;
    status?: number;
}
export declare namespace StopMessage {
    const codec: () => Codec<StopMessage>;
    interface StopMessageTypeFieldEvent {
        field: '$.type';
        value: number;
    }
    interface StopMessagePeerIdFieldEvent {
        field: '$.peer.id';
        value: Uint8Array;
    }
    interface StopMessagePeerAddrsFieldEvent {
        field: '$.peer.addrs[]';
        index: number;
        value: Uint8Array;
    }
    interface StopMessageLimitDurationFieldEvent {
        field: '$.limit.duration';
        value: number;
    }
    interface StopMessageLimitDataFieldEvent {
        field: '$.limit.data';
        value: bigint;
    }
    interface StopMessageStatusFieldEvent {
        field: '$.status';
        value: number;
    }
    function encode(obj: Partial<StopMessage>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StopMessage>): StopMessage;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StopMessage>): Generator<StopMessageTypeFieldEvent | StopMessagePeerIdFieldEvent | StopMessagePeerAddrsFieldEvent | StopMessageLimitDurationFieldEvent | StopMessageLimitDataFieldEvent | StopMessageStatusFieldEvent>;
}
export interface RelayPeer {
    id: Uint8Array;
    addrs: Uint8Array[];
}
export declare namespace RelayPeer {
    const codec: () => Codec<RelayPeer>;
    interface RelayPeerIdFieldEvent {
        field: '$.id';
        value: Uint8Array;
    }
    interface RelayPeerAddrsFieldEvent {
        field: '$.addrs[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<RelayPeer>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelayPeer>): RelayPeer;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelayPeer>): Generator<RelayPeerIdFieldEvent | RelayPeerAddrsFieldEvent>;
}
export interface RelayReservation {
    expire: bigint;
    addrs: Uint8Array[];
}
export declare namespace RelayReservation {
    const codec: () => Codec<RelayReservation>;
    interface RelayReservationExpireFieldEvent {
        field: '$.expire';
        value: bigint;
    }
    interface RelayReservationAddrsFieldEvent {
        field: '$.addrs[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<RelayReservation>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelayReservation>): RelayReservation;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelayReservation>): Generator<RelayReservationExpireFieldEvent | RelayReservationAddrsFieldEvent>;
}
export interface RelayedLimit {
    duration?: number;
    data?: bigint;
}
export declare namespace RelayedLimit {
    const codec: () => Codec<RelayedLimit>;
    interface RelayedLimitDurationFieldEvent {
        field: '$.duration';
        value: number;
    }
    interface RelayedLimitDataFieldEvent {
        field: '$.data';
        value: bigint;
    }
    function encode(obj: Partial<RelayedLimit>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelayedLimit>): RelayedLimit;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RelayedLimit>): Generator<RelayedLimitDurationFieldEvent | RelayedLimitDataFieldEvent>;
}
