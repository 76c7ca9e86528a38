// Generated from chat.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../uint64.ts';
/* eslint-disable require-yield */
import { encodeMessage } from '../message-writer.ts';
import { MaxLengthError, message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../message-reader.ts';
export var ChatMessage;
(function (ChatMessage) {
    let _codec;
    ChatMessage.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                obj = { ...obj };
                if (obj.prekeys != null) {
                    obj.prekeysWanted = undefined;
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.prekeysWanted != null) {
                    obj.prekeys = undefined;
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.goodbye != null) {
                    obj.prekeys = undefined;
                    obj.prekeysWanted = undefined;
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.heartbeat != null) {
                    obj.prekeys = undefined;
                    obj.prekeysWanted = undefined;
                    obj.goodbye = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.unopened != null) {
                    obj.prekeys = undefined;
                    obj.prekeysWanted = undefined;
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.committed != null) {
                    obj.prekeys = undefined;
                    obj.prekeysWanted = undefined;
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.deliver != null) {
                    obj.prekeys = undefined;
                    obj.prekeysWanted = undefined;
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.hello = undefined;
                }
                if (obj.hello != null) {
                    obj.prekeys = undefined;
                    obj.prekeysWanted = undefined;
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                }
                if (obj.hello != null) {
                    w.uint32(10);
                    ChatHello.codec().encode(obj.hello, w);
                }
                if (obj.deliver != null) {
                    w.uint32(18);
                    Deliver.codec().encode(obj.deliver, w);
                }
                if (obj.committed != null) {
                    w.uint32(26);
                    Committed.codec().encode(obj.committed, w);
                }
                if (obj.unopened != null) {
                    w.uint32(34);
                    Unopened.codec().encode(obj.unopened, w);
                }
                if (obj.heartbeat != null) {
                    w.uint32(42);
                    Heartbeat.codec().encode(obj.heartbeat, w);
                }
                if (obj.goodbye != null) {
                    w.uint32(50);
                    Goodbye.codec().encode(obj.goodbye, w);
                }
                if (obj.prekeysWanted != null) {
                    w.uint32(58);
                    PrekeysWanted.codec().encode(obj.prekeysWanted, w);
                }
                if (obj.prekeys != null) {
                    w.uint32(66);
                    LinkPrekeys.codec().encode(obj.prekeys, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.hello = ChatHello.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 2: {
                            obj.deliver = Deliver.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.deliver
                            });
                            break;
                        }
                        case 3: {
                            obj.committed = Committed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.committed
                            });
                            break;
                        }
                        case 4: {
                            obj.unopened = Unopened.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.unopened
                            });
                            break;
                        }
                        case 5: {
                            obj.heartbeat = Heartbeat.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.heartbeat
                            });
                            break;
                        }
                        case 6: {
                            obj.goodbye = Goodbye.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.goodbye
                            });
                            break;
                        }
                        case 7: {
                            obj.prekeysWanted = PrekeysWanted.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.prekeysWanted
                            });
                            break;
                        }
                        case 8: {
                            obj.prekeys = LinkPrekeys.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.prekeys
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.prekeys != null) {
                    delete obj.prekeysWanted;
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.prekeysWanted != null) {
                    delete obj.prekeys;
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.goodbye != null) {
                    delete obj.prekeys;
                    delete obj.prekeysWanted;
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.heartbeat != null) {
                    delete obj.prekeys;
                    delete obj.prekeysWanted;
                    delete obj.goodbye;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.unopened != null) {
                    delete obj.prekeys;
                    delete obj.prekeysWanted;
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.committed;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.committed != null) {
                    delete obj.prekeys;
                    delete obj.prekeysWanted;
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.deliver != null) {
                    delete obj.prekeys;
                    delete obj.prekeysWanted;
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.hello;
                }
                if (obj.hello != null) {
                    delete obj.prekeys;
                    delete obj.prekeysWanted;
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.deliver;
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* ChatHello.codec().stream(reader, reader.uint32(), `${prefix}.hello`, {
                                limits: opts.limits?.hello
                            });
                            break;
                        }
                        case 2: {
                            yield* Deliver.codec().stream(reader, reader.uint32(), `${prefix}.deliver`, {
                                limits: opts.limits?.deliver
                            });
                            break;
                        }
                        case 3: {
                            yield* Committed.codec().stream(reader, reader.uint32(), `${prefix}.committed`, {
                                limits: opts.limits?.committed
                            });
                            break;
                        }
                        case 4: {
                            yield* Unopened.codec().stream(reader, reader.uint32(), `${prefix}.unopened`, {
                                limits: opts.limits?.unopened
                            });
                            break;
                        }
                        case 5: {
                            yield* Heartbeat.codec().stream(reader, reader.uint32(), `${prefix}.heartbeat`, {
                                limits: opts.limits?.heartbeat
                            });
                            break;
                        }
                        case 6: {
                            yield* Goodbye.codec().stream(reader, reader.uint32(), `${prefix}.goodbye`, {
                                limits: opts.limits?.goodbye
                            });
                            break;
                        }
                        case 7: {
                            yield* PrekeysWanted.codec().stream(reader, reader.uint32(), `${prefix}.prekeysWanted`, {
                                limits: opts.limits?.prekeysWanted
                            });
                            break;
                        }
                        case 8: {
                            yield* LinkPrekeys.codec().stream(reader, reader.uint32(), `${prefix}.prekeys`, {
                                limits: opts.limits?.prekeys
                            });
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ChatMessage.codec());
    }
    ChatMessage.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ChatMessage.codec(), opts);
    }
    ChatMessage.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ChatMessage.codec(), opts);
    }
    ChatMessage.stream = stream;
})(ChatMessage || (ChatMessage = {}));
export var ChatHello;
(function (ChatHello) {
    let _codec;
    ChatHello.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.certificate);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    certificate: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.certificate = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.certificate`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ChatHello.codec());
    }
    ChatHello.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ChatHello.codec(), opts);
    }
    ChatHello.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ChatHello.codec(), opts);
    }
    ChatHello.stream = stream;
})(ChatHello || (ChatHello = {}));
export var Deliver;
(function (Deliver) {
    let _codec;
    Deliver.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.firstSequence != null && obj.firstSequence !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.firstSequence);
                }
                if (obj.envelopes != null && obj.envelopes.length > 0) {
                    for (const value of obj.envelopes) {
                        w.uint32(18);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    firstSequence: 0n,
                    envelopes: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.firstSequence = reader.uint64();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.envelopes != null && obj.envelopes.length === opts.limits.envelopes) {
                                throw new MaxLengthError('Decode error - repeated field "envelopes" had too many elements');
                            }
                            obj.envelopes.push(reader.bytes());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    envelopes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.firstSequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            if (opts.limits?.envelopes != null && obj.envelopes === opts.limits.envelopes) {
                                throw new MaxLengthError('Streaming decode error - repeated field "envelopes" had too many elements');
                            }
                            yield {
                                field: `${prefix}.envelopes[]`,
                                index: obj.envelopes,
                                value: reader.bytes()
                            };
                            obj.envelopes++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Deliver.codec());
    }
    Deliver.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Deliver.codec(), opts);
    }
    Deliver.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Deliver.codec(), opts);
    }
    Deliver.stream = stream;
})(Deliver || (Deliver = {}));
export var Committed;
(function (Committed) {
    let _codec;
    Committed.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.upTo != null && obj.upTo !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.upTo);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    upTo: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.upTo = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.upTo`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Committed.codec());
    }
    Committed.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Committed.codec(), opts);
    }
    Committed.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Committed.codec(), opts);
    }
    Committed.stream = stream;
})(Committed || (Committed = {}));
export var Unopened;
(function (Unopened) {
    let _codec;
    Unopened.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.envelopeId != null && obj.envelopeId.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.envelopeId);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sequence: 0n,
                    envelopeId: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.envelopeId = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.envelopeId`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Unopened.codec());
    }
    Unopened.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Unopened.codec(), opts);
    }
    Unopened.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Unopened.codec(), opts);
    }
    Unopened.stream = stream;
})(Unopened || (Unopened = {}));
export var Heartbeat;
(function (Heartbeat) {
    let _codec;
    Heartbeat.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.count != null && obj.count !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.count);
                }
                if (obj.heads != null && obj.heads.length > 0) {
                    for (const value of obj.heads) {
                        w.uint32(82);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    count: 0n,
                    heads: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.count = reader.uint64();
                            break;
                        }
                        case 10: {
                            if (opts.limits?.heads != null && obj.heads.length === opts.limits.heads) {
                                throw new MaxLengthError('Decode error - repeated field "heads" had too many elements');
                            }
                            obj.heads.push(reader.bytes());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    heads: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 10: {
                            if (opts.limits?.heads != null && obj.heads === opts.limits.heads) {
                                throw new MaxLengthError('Streaming decode error - repeated field "heads" had too many elements');
                            }
                            yield {
                                field: `${prefix}.heads[]`,
                                index: obj.heads,
                                value: reader.bytes()
                            };
                            obj.heads++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Heartbeat.codec());
    }
    Heartbeat.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Heartbeat.codec(), opts);
    }
    Heartbeat.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Heartbeat.codec(), opts);
    }
    Heartbeat.stream = stream;
})(Heartbeat || (Heartbeat = {}));
export var Goodbye;
(function (Goodbye) {
    let _codec;
    Goodbye.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.reason != null && obj.reason !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.reason);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    reason: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.reason = reader.uint32();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.reason`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Goodbye.codec());
    }
    Goodbye.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Goodbye.codec(), opts);
    }
    Goodbye.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Goodbye.codec(), opts);
    }
    Goodbye.stream = stream;
})(Goodbye || (Goodbye = {}));
export var PrekeysWanted;
(function (PrekeysWanted) {
    let _codec;
    PrekeysWanted.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {};
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PrekeysWanted.codec());
    }
    PrekeysWanted.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PrekeysWanted.codec(), opts);
    }
    PrekeysWanted.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PrekeysWanted.codec(), opts);
    }
    PrekeysWanted.stream = stream;
})(PrekeysWanted || (PrekeysWanted = {}));
export var LinkPrekeys;
(function (LinkPrekeys) {
    let _codec;
    LinkPrekeys.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.bundle != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.bundle, w);
                }
                if ((obj.oneTime != null && obj.oneTime.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.oneTime);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    oneTime: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.bundle = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.bundle
                            });
                            break;
                        }
                        case 2: {
                            obj.oneTime = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.bundle`, {
                                limits: opts.limits?.bundle
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.oneTime`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, LinkPrekeys.codec());
    }
    LinkPrekeys.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LinkPrekeys.codec(), opts);
    }
    LinkPrekeys.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LinkPrekeys.codec(), opts);
    }
    LinkPrekeys.stream = stream;
})(LinkPrekeys || (LinkPrekeys = {}));
export var Signed;
(function (Signed) {
    let _codec;
    Signed.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.payload != null && obj.payload.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.payload);
                }
                if ((obj.signature != null && obj.signature.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.signature);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    payload: uint8ArrayAlloc(0),
                    signature: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.payload = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.signature = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.payload`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.signature`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Signed.codec());
    }
    Signed.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Signed.codec(), opts);
    }
    Signed.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Signed.codec(), opts);
    }
    Signed.stream = stream;
})(Signed || (Signed = {}));
export var IdentityStatement;
(function (IdentityStatement) {
    let _codec;
    IdentityStatement.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.previous != null && obj.previous.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.previous);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(34);
                    w.string(obj.name);
                }
                if ((obj.identityKey != null && obj.identityKey.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.identityKey);
                }
                if ((obj.exchangeKey != null && obj.exchangeKey.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.exchangeKey);
                }
                if ((obj.salt != null && obj.salt.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.salt);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.kind);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(74);
                    w.bytes(obj.account);
                }
                if ((obj.keysFrom != null && obj.keysFrom.byteLength > 0)) {
                    w.uint32(82);
                    w.bytes(obj.keysFrom);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(90);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(96);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.consent != null && obj.consent.byteLength > 0)) {
                    w.uint32(106);
                    w.bytes(obj.consent);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    sequence: 0n,
                    previous: uint8ArrayAlloc(0),
                    name: '',
                    identityKey: uint8ArrayAlloc(0),
                    exchangeKey: uint8ArrayAlloc(0),
                    salt: uint8ArrayAlloc(0),
                    kind: 0,
                    account: uint8ArrayAlloc(0),
                    keysFrom: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    consent: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.previous = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.name = reader.string();
                            break;
                        }
                        case 5: {
                            obj.identityKey = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.exchangeKey = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.salt = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 9: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 10: {
                            obj.keysFrom = reader.bytes();
                            break;
                        }
                        case 11: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 12: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 13: {
                            obj.consent = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.previous`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.identityKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.exchangeKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.salt`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.kind`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.keysFrom`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 12: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 13: {
                            yield {
                                field: `${prefix}.consent`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, IdentityStatement.codec());
    }
    IdentityStatement.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, IdentityStatement.codec(), opts);
    }
    IdentityStatement.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, IdentityStatement.codec(), opts);
    }
    IdentityStatement.stream = stream;
})(IdentityStatement || (IdentityStatement = {}));
export var DeviceCertificate;
(function (DeviceCertificate) {
    let _codec;
    DeviceCertificate.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.epoch);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DeviceCertificate.codec());
    }
    DeviceCertificate.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DeviceCertificate.codec(), opts);
    }
    DeviceCertificate.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DeviceCertificate.codec(), opts);
    }
    DeviceCertificate.stream = stream;
})(DeviceCertificate || (DeviceCertificate = {}));
export var VaultNote;
(function (VaultNote) {
    let _codec;
    VaultNote.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(112);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(120);
                    writeUint64(w, obj.number);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    epoch: 0n,
                    number: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 14: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 15: {
                            obj.number = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 14: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 15: {
                            yield {
                                field: `${prefix}.number`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, VaultNote.codec());
    }
    VaultNote.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, VaultNote.codec(), opts);
    }
    VaultNote.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, VaultNote.codec(), opts);
    }
    VaultNote.stream = stream;
})(VaultNote || (VaultNote = {}));
export var Home;
(function (Home) {
    let _codec;
    Home.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.server);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(18);
                        w.string(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    server: uint8ArrayAlloc(0),
                    addresses: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.server = reader.bytes();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    addresses: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.server`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            if (opts.limits?.addresses != null && obj.addresses === opts.limits.addresses) {
                                throw new MaxLengthError('Streaming decode error - repeated field "addresses" had too many elements');
                            }
                            yield {
                                field: `${prefix}.addresses[]`,
                                index: obj.addresses,
                                value: reader.string()
                            };
                            obj.addresses++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Home.codec());
    }
    Home.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Home.codec(), opts);
    }
    Home.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Home.codec(), opts);
    }
    Home.stream = stream;
})(Home || (Home = {}));
export var MailboxGrant;
(function (MailboxGrant) {
    let _codec;
    MailboxGrant.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.owner);
                }
                if ((obj.depositor != null && obj.depositor.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.depositor);
                }
                if ((obj.scope != null && obj.scope !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.scope);
                }
                if ((obj.serial != null && obj.serial !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.serial);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    owner: uint8ArrayAlloc(0),
                    depositor: uint8ArrayAlloc(0),
                    scope: 0,
                    serial: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.depositor = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.scope = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.serial = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.owner`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.depositor`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.scope`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.serial`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, MailboxGrant.codec());
    }
    MailboxGrant.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MailboxGrant.codec(), opts);
    }
    MailboxGrant.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, MailboxGrant.codec(), opts);
    }
    MailboxGrant.stream = stream;
})(MailboxGrant || (MailboxGrant = {}));
export var GrantRevocation;
(function (GrantRevocation) {
    let _codec;
    GrantRevocation.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.owner);
                }
                if ((obj.depositor != null && obj.depositor.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.depositor);
                }
                if ((obj.scope != null && obj.scope !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.scope);
                }
                if ((obj.serial != null && obj.serial !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.serial);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    owner: uint8ArrayAlloc(0),
                    depositor: uint8ArrayAlloc(0),
                    scope: 0,
                    serial: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.depositor = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.scope = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.serial = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.owner`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.depositor`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.scope`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.serial`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, GrantRevocation.codec());
    }
    GrantRevocation.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GrantRevocation.codec(), opts);
    }
    GrantRevocation.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, GrantRevocation.codec(), opts);
    }
    GrantRevocation.stream = stream;
})(GrantRevocation || (GrantRevocation = {}));
export var ServerStatement;
(function (ServerStatement) {
    let _codec;
    ServerStatement.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.server);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(26);
                    w.string(obj.name);
                }
                if ((obj.maxNameLength != null && obj.maxNameLength !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.maxNameLength);
                }
                if ((obj.email != null && obj.email !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.email);
                }
                if ((obj.tokenRequired != null && obj.tokenRequired !== false)) {
                    w.uint32(48);
                    w.bool(obj.tokenRequired);
                }
                if ((obj.mailLifetimeS != null && obj.mailLifetimeS !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.mailLifetimeS);
                }
                if ((obj.issuedAt != null && obj.issuedAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.issuedAt);
                }
                if ((obj.closed != null && obj.closed !== false)) {
                    w.uint32(160);
                    w.bool(obj.closed);
                }
                if (obj.relay != null) {
                    w.uint32(560);
                    w.bool(obj.relay);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    server: uint8ArrayAlloc(0),
                    name: '',
                    maxNameLength: 0,
                    email: 0,
                    tokenRequired: false,
                    mailLifetimeS: 0n,
                    issuedAt: 0n,
                    closed: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.server = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.name = reader.string();
                            break;
                        }
                        case 4: {
                            obj.maxNameLength = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.email = reader.uint32();
                            break;
                        }
                        case 6: {
                            obj.tokenRequired = reader.bool();
                            break;
                        }
                        case 7: {
                            obj.mailLifetimeS = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.issuedAt = reader.uint64();
                            break;
                        }
                        case 20: {
                            obj.closed = reader.bool();
                            break;
                        }
                        case 70: {
                            obj.relay = reader.bool();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.server`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.maxNameLength`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.email`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.tokenRequired`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.mailLifetimeS`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.issuedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 20: {
                            yield {
                                field: `${prefix}.closed`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 70: {
                            yield {
                                field: `${prefix}.relay`,
                                value: reader.bool()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, ServerStatement.codec());
    }
    ServerStatement.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ServerStatement.codec(), opts);
    }
    ServerStatement.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ServerStatement.codec(), opts);
    }
    ServerStatement.stream = stream;
})(ServerStatement || (ServerStatement = {}));
export var AddressRecord;
(function (AddressRecord) {
    let _codec;
    AddressRecord.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.epoch);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(42);
                        w.string(value);
                    }
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.issuedAt != null && obj.issuedAt !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.issuedAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    addresses: [],
                    sequence: 0n,
                    issuedAt: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 5: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        case 6: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.issuedAt = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.expiresAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    addresses: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            if (opts.limits?.addresses != null && obj.addresses === opts.limits.addresses) {
                                throw new MaxLengthError('Streaming decode error - repeated field "addresses" had too many elements');
                            }
                            yield {
                                field: `${prefix}.addresses[]`,
                                index: obj.addresses,
                                value: reader.string()
                            };
                            obj.addresses++;
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.issuedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.expiresAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, AddressRecord.codec());
    }
    AddressRecord.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AddressRecord.codec(), opts);
    }
    AddressRecord.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AddressRecord.codec(), opts);
    }
    AddressRecord.stream = stream;
})(AddressRecord || (AddressRecord = {}));
export var Prekey;
(function (Prekey) {
    let _codec;
    Prekey.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.key);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: 0,
                    key: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.key = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.id`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.key`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Prekey.codec());
    }
    Prekey.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Prekey.codec(), opts);
    }
    Prekey.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Prekey.codec(), opts);
    }
    Prekey.stream = stream;
})(Prekey || (Prekey = {}));
export var PrekeyBundle;
(function (PrekeyBundle) {
    let _codec;
    PrekeyBundle.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.epoch);
                }
                if (obj.signedPrekey != null) {
                    w.uint32(42);
                    Prekey.codec().encode(obj.signedPrekey, w);
                }
                if (obj.lastResort != null) {
                    w.uint32(50);
                    Prekey.codec().encode(obj.lastResort, w);
                }
                if (obj.oneTimeHashes != null && obj.oneTimeHashes.length > 0) {
                    for (const value of obj.oneTimeHashes) {
                        w.uint32(58);
                        w.bytes(value);
                    }
                }
                if ((obj.createdAt != null && obj.createdAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.createdAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    oneTimeHashes: [],
                    createdAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.signedPrekey = Prekey.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.signedPrekey
                            });
                            break;
                        }
                        case 6: {
                            obj.lastResort = Prekey.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lastResort
                            });
                            break;
                        }
                        case 7: {
                            if (opts.limits?.oneTimeHashes != null && obj.oneTimeHashes.length === opts.limits.oneTimeHashes) {
                                throw new MaxLengthError('Decode error - repeated field "oneTimeHashes" had too many elements');
                            }
                            obj.oneTimeHashes.push(reader.bytes());
                            break;
                        }
                        case 8: {
                            obj.createdAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    oneTimeHashes: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield* Prekey.codec().stream(reader, reader.uint32(), `${prefix}.signedPrekey`, {
                                limits: opts.limits?.signedPrekey
                            });
                            break;
                        }
                        case 6: {
                            yield* Prekey.codec().stream(reader, reader.uint32(), `${prefix}.lastResort`, {
                                limits: opts.limits?.lastResort
                            });
                            break;
                        }
                        case 7: {
                            if (opts.limits?.oneTimeHashes != null && obj.oneTimeHashes === opts.limits.oneTimeHashes) {
                                throw new MaxLengthError('Streaming decode error - repeated field "oneTimeHashes" had too many elements');
                            }
                            yield {
                                field: `${prefix}.oneTimeHashes[]`,
                                index: obj.oneTimeHashes,
                                value: reader.bytes()
                            };
                            obj.oneTimeHashes++;
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.createdAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, PrekeyBundle.codec());
    }
    PrekeyBundle.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PrekeyBundle.codec(), opts);
    }
    PrekeyBundle.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PrekeyBundle.codec(), opts);
    }
    PrekeyBundle.stream = stream;
})(PrekeyBundle || (PrekeyBundle = {}));
export var OneTimePrekey;
(function (OneTimePrekey) {
    let _codec;
    OneTimePrekey.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.id != null && obj.id !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.id);
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.key);
                }
                if ((obj.kemKey != null && obj.kemKey.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.kemKey);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    id: 0,
                    key: uint8ArrayAlloc(0),
                    kemKey: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.id = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.key = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.kemKey = reader.bytes();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.id`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.key`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.kemKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, OneTimePrekey.codec());
    }
    OneTimePrekey.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OneTimePrekey.codec(), opts);
    }
    OneTimePrekey.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, OneTimePrekey.codec(), opts);
    }
    OneTimePrekey.stream = stream;
})(OneTimePrekey || (OneTimePrekey = {}));
export var DepositReceipt;
(function (DepositReceipt) {
    let _codec;
    DepositReceipt.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.server);
                }
                if ((obj.owner != null && obj.owner.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.owner);
                }
                if ((obj.depositor != null && obj.depositor.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.depositor);
                }
                if ((obj.envelopeId != null && obj.envelopeId.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.envelopeId);
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.storedAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    server: uint8ArrayAlloc(0),
                    owner: uint8ArrayAlloc(0),
                    depositor: uint8ArrayAlloc(0),
                    envelopeId: uint8ArrayAlloc(0),
                    sequence: 0n,
                    storedAt: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.server = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.owner = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.depositor = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.envelopeId = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.storedAt = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.expiresAt = reader.uint64();
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.server`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.owner`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.depositor`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.envelopeId`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.storedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.expiresAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, DepositReceipt.codec());
    }
    DepositReceipt.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DepositReceipt.codec(), opts);
    }
    DepositReceipt.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DepositReceipt.codec(), opts);
    }
    DepositReceipt.stream = stream;
})(DepositReceipt || (DepositReceipt = {}));
export var Invite;
(function (Invite) {
    let _codec;
    Invite.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if (obj.home != null) {
                    w.uint32(18);
                    Home.codec().encode(obj.home, w);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.account);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(34);
                    w.string(obj.name);
                }
                if ((obj.token != null && obj.token.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.token);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.device);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(58);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    name: '',
                    token: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    addresses: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.home = Home.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.home
                            });
                            break;
                        }
                        case 3: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.name = reader.string();
                            break;
                        }
                        case 5: {
                            obj.token = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 7: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.bytes());
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    addresses: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield* Home.codec().stream(reader, reader.uint32(), `${prefix}.home`, {
                                limits: opts.limits?.home
                            });
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.token`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            if (opts.limits?.addresses != null && obj.addresses === opts.limits.addresses) {
                                throw new MaxLengthError('Streaming decode error - repeated field "addresses" had too many elements');
                            }
                            yield {
                                field: `${prefix}.addresses[]`,
                                index: obj.addresses,
                                value: reader.bytes()
                            };
                            obj.addresses++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, Invite.codec());
    }
    Invite.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Invite.codec(), opts);
    }
    Invite.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Invite.codec(), opts);
    }
    Invite.stream = stream;
})(Invite || (Invite = {}));
export var FriendRequest;
(function (FriendRequest) {
    let _codec;
    FriendRequest.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.to != null && obj.to.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.to);
                }
                if (obj.statement != null) {
                    w.uint32(26);
                    Signed.codec().encode(obj.statement, w);
                }
                if (obj.certificate != null) {
                    w.uint32(34);
                    Signed.codec().encode(obj.certificate, w);
                }
                if (obj.home != null) {
                    w.uint32(42);
                    Home.codec().encode(obj.home, w);
                }
                if (obj.grant != null) {
                    w.uint32(50);
                    Signed.codec().encode(obj.grant, w);
                }
                if ((obj.greeting != null && obj.greeting !== '')) {
                    w.uint32(58);
                    w.string(obj.greeting);
                }
                if ((obj.sentAt != null && obj.sentAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.sentAt);
                }
                if (obj.later != null && obj.later.length > 0) {
                    for (const value of obj.later) {
                        w.uint32(162);
                        Signed.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    to: uint8ArrayAlloc(0),
                    greeting: '',
                    sentAt: 0n,
                    later: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.to = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.statement = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 4: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 5: {
                            obj.home = Home.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.home
                            });
                            break;
                        }
                        case 6: {
                            obj.grant = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.grant
                            });
                            break;
                        }
                        case 7: {
                            obj.greeting = reader.string();
                            break;
                        }
                        case 8: {
                            obj.sentAt = reader.uint64();
                            break;
                        }
                        case 20: {
                            if (opts.limits?.later != null && obj.later.length === opts.limits.later) {
                                throw new MaxLengthError('Decode error - repeated field "later" had too many elements');
                            }
                            obj.later.push(Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.later$
                            }));
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                return obj;
            }, function* (reader, length, prefix, opts = {}) {
                const obj = {
                    later: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.to`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.statement`, {
                                limits: opts.limits?.statement
                            });
                            break;
                        }
                        case 4: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 5: {
                            yield* Home.codec().stream(reader, reader.uint32(), `${prefix}.home`, {
                                limits: opts.limits?.home
                            });
                            break;
                        }
                        case 6: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.grant`, {
                                limits: opts.limits?.grant
                            });
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.greeting`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.sentAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 20: {
                            if (opts.limits?.later != null && obj.later === opts.limits.later) {
                                throw new MaxLengthError('Streaming decode error - repeated field "later" had too many elements');
                            }
                            for (const evt of Signed.codec().stream(reader, reader.uint32(), `${prefix}.later[]`, {
                                limits: opts.limits?.later$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.later
                                };
                            }
                            obj.later++;
                            break;
                        }
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
            });
        }
        return _codec;
    };
    function encode(obj) {
        return encodeMessage(obj, FriendRequest.codec());
    }
    FriendRequest.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FriendRequest.codec(), opts);
    }
    FriendRequest.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FriendRequest.codec(), opts);
    }
    FriendRequest.stream = stream;
})(FriendRequest || (FriendRequest = {}));
