// Generated from chat.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../uint64.ts';
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
                if (obj.goodbye != null) {
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.heartbeat != null) {
                    obj.goodbye = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.unopened != null) {
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.committed = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.committed != null) {
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.deliver = undefined;
                    obj.hello = undefined;
                }
                if (obj.deliver != null) {
                    obj.goodbye = undefined;
                    obj.heartbeat = undefined;
                    obj.unopened = undefined;
                    obj.committed = undefined;
                    obj.hello = undefined;
                }
                if (obj.hello != null) {
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
                        default: {
                            reader.skipType(tag & 7);
                            break;
                        }
                    }
                }
                if (obj.goodbye != null) {
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.heartbeat != null) {
                    delete obj.goodbye;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.unopened != null) {
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.committed;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.committed != null) {
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.deliver;
                    delete obj.hello;
                }
                if (obj.deliver != null) {
                    delete obj.goodbye;
                    delete obj.heartbeat;
                    delete obj.unopened;
                    delete obj.committed;
                    delete obj.hello;
                }
                if (obj.hello != null) {
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
