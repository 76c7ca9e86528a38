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
    function encode(obj: Partial<ChatMessage>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChatMessage>): ChatMessage;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChatMessage>): Generator<ChatMessageHelloVersionFieldEvent | ChatMessageHelloCertificateFieldEvent | ChatMessageDeliverFirstSequenceFieldEvent | ChatMessageDeliverEnvelopesFieldEvent | ChatMessageCommittedUpToFieldEvent | ChatMessageUnopenedSequenceFieldEvent | ChatMessageUnopenedEnvelopeIdFieldEvent | ChatMessageHeartbeatCountFieldEvent | ChatMessageHeartbeatHeadsFieldEvent | ChatMessageGoodbyeReasonFieldEvent>;
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
