// Generated from content.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../uint64.ts';
/* eslint-disable require-yield */
import { encodeMessage } from '../message-writer.ts';
import { MaxLengthError, message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../message-reader.ts';
export var Content;
(function (Content) {
    let _codec;
    Content.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.kind);
                }
                if ((obj.messageId != null && obj.messageId.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.messageId);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.number);
                }
                if ((obj.sentAt != null && obj.sentAt !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.sentAt);
                }
                if ((obj.settledBelow != null && obj.settledBelow !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.settledBelow);
                }
                if ((obj.body != null && obj.body.byteLength > 0)) {
                    w.uint32(66);
                    w.bytes(obj.body);
                }
                if (obj.formerNumbers != null && obj.formerNumbers.length > 0) {
                    for (const value of obj.formerNumbers) {
                        w.uint32(72);
                        writeUint64(w, value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    kind: 0,
                    messageId: uint8ArrayAlloc(0),
                    epoch: 0n,
                    number: 0n,
                    sentAt: 0n,
                    settledBelow: 0n,
                    body: uint8ArrayAlloc(0),
                    formerNumbers: []
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
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.messageId = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.number = reader.uint64();
                            break;
                        }
                        case 6: {
                            obj.sentAt = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.settledBelow = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.body = reader.bytes();
                            break;
                        }
                        case 9: {
                            if (opts.limits?.formerNumbers != null && obj.formerNumbers.length === opts.limits.formerNumbers) {
                                throw new MaxLengthError('Decode error - repeated field "formerNumbers" had too many elements');
                            }
                            obj.formerNumbers.push(reader.uint64());
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
                    formerNumbers: 0
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
                                field: `${prefix}.kind`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.messageId`,
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
                            yield {
                                field: `${prefix}.number`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.sentAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.settledBelow`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.body`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 9: {
                            if (opts.limits?.formerNumbers != null && obj.formerNumbers === opts.limits.formerNumbers) {
                                throw new MaxLengthError('Streaming decode error - repeated field "formerNumbers" had too many elements');
                            }
                            yield {
                                field: `${prefix}.formerNumbers[]`,
                                index: obj.formerNumbers,
                                value: reader.uint64()
                            };
                            obj.formerNumbers++;
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
        return encodeMessage(obj, Content.codec());
    }
    Content.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Content.codec(), opts);
    }
    Content.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Content.codec(), opts);
    }
    Content.stream = stream;
})(Content || (Content = {}));
export var TextContent;
(function (TextContent) {
    let _codec;
    TextContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.text != null && obj.text !== '')) {
                    w.uint32(10);
                    w.string(obj.text);
                }
                if (obj.style != null) {
                    w.uint32(18);
                    TextStyle.codec().encode(obj.style, w);
                }
                if (obj.replyTo != null) {
                    w.uint32(26);
                    ContentRef.codec().encode(obj.replyTo, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    text: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.text = reader.string();
                            break;
                        }
                        case 2: {
                            obj.style = TextStyle.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.style
                            });
                            break;
                        }
                        case 3: {
                            obj.replyTo = ContentRef.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.replyTo
                            });
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
                                field: `${prefix}.text`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 2: {
                            yield* TextStyle.codec().stream(reader, reader.uint32(), `${prefix}.style`, {
                                limits: opts.limits?.style
                            });
                            break;
                        }
                        case 3: {
                            yield* ContentRef.codec().stream(reader, reader.uint32(), `${prefix}.replyTo`, {
                                limits: opts.limits?.replyTo
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
        return encodeMessage(obj, TextContent.codec());
    }
    TextContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TextContent.codec(), opts);
    }
    TextContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, TextContent.codec(), opts);
    }
    TextContent.stream = stream;
})(TextContent || (TextContent = {}));
export var TextStyle;
(function (TextStyle) {
    let _codec;
    TextStyle.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.size != null && obj.size !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.size);
                }
                if ((obj.color != null && obj.color !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.color);
                }
                if ((obj.face != null && obj.face !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.face);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    size: 0,
                    color: 0,
                    face: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.size = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.color = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.face = reader.uint32();
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
                                field: `${prefix}.size`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.color`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.face`,
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
        return encodeMessage(obj, TextStyle.codec());
    }
    TextStyle.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TextStyle.codec(), opts);
    }
    TextStyle.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, TextStyle.codec(), opts);
    }
    TextStyle.stream = stream;
})(TextStyle || (TextStyle = {}));
export var ContentRef;
(function (ContentRef) {
    let _codec;
    ContentRef.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.yours != null && obj.yours !== false)) {
                    w.uint32(8);
                    w.bool(obj.yours);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.number);
                }
                if ((obj.messageId != null && obj.messageId.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.messageId);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    yours: false,
                    epoch: 0n,
                    number: 0n,
                    messageId: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.yours = reader.bool();
                            break;
                        }
                        case 2: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.number = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.messageId = reader.bytes();
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
                                field: `${prefix}.yours`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.number`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.messageId`,
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
        return encodeMessage(obj, ContentRef.codec());
    }
    ContentRef.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ContentRef.codec(), opts);
    }
    ContentRef.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ContentRef.codec(), opts);
    }
    ContentRef.stream = stream;
})(ContentRef || (ContentRef = {}));
export var ReceiptContent;
(function (ReceiptContent) {
    let _codec;
    ReceiptContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.type != null && obj.type !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.type);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.epoch);
                }
                if (obj.ranges != null && obj.ranges.length > 0) {
                    for (const value of obj.ranges) {
                        w.uint32(26);
                        NumberRange.codec().encode(value, w);
                    }
                }
                if ((obj.messageId != null && obj.messageId.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.messageId);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    type: 0,
                    epoch: 0n,
                    ranges: [],
                    messageId: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.type = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.ranges != null && obj.ranges.length === opts.limits.ranges) {
                                throw new MaxLengthError('Decode error - repeated field "ranges" had too many elements');
                            }
                            obj.ranges.push(NumberRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.ranges$
                            }));
                            break;
                        }
                        case 4: {
                            obj.messageId = reader.bytes();
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
                    ranges: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.type`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            if (opts.limits?.ranges != null && obj.ranges === opts.limits.ranges) {
                                throw new MaxLengthError('Streaming decode error - repeated field "ranges" had too many elements');
                            }
                            for (const evt of NumberRange.codec().stream(reader, reader.uint32(), `${prefix}.ranges[]`, {
                                limits: opts.limits?.ranges$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.ranges
                                };
                            }
                            obj.ranges++;
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.messageId`,
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
        return encodeMessage(obj, ReceiptContent.codec());
    }
    ReceiptContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReceiptContent.codec(), opts);
    }
    ReceiptContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ReceiptContent.codec(), opts);
    }
    ReceiptContent.stream = stream;
})(ReceiptContent || (ReceiptContent = {}));
export var NumberRange;
(function (NumberRange) {
    let _codec;
    NumberRange.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.first != null && obj.first !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.first);
                }
                if ((obj.last != null && obj.last !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.last);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    first: 0n,
                    last: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.first = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.last = reader.uint64();
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
                                field: `${prefix}.first`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.last`,
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
        return encodeMessage(obj, NumberRange.codec());
    }
    NumberRange.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, NumberRange.codec(), opts);
    }
    NumberRange.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, NumberRange.codec(), opts);
    }
    NumberRange.stream = stream;
})(NumberRange || (NumberRange = {}));
export var FriendAcceptContent;
(function (FriendAcceptContent) {
    let _codec;
    FriendAcceptContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.grant != null && obj.grant.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.grant);
                }
                if ((obj.home != null && obj.home.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.home);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    grant: uint8ArrayAlloc(0),
                    home: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.grant = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.home = reader.bytes();
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
                                field: `${prefix}.grant`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.home`,
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
        return encodeMessage(obj, FriendAcceptContent.codec());
    }
    FriendAcceptContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FriendAcceptContent.codec(), opts);
    }
    FriendAcceptContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FriendAcceptContent.codec(), opts);
    }
    FriendAcceptContent.stream = stream;
})(FriendAcceptContent || (FriendAcceptContent = {}));
export var FriendRefuseContent;
(function (FriendRefuseContent) {
    let _codec;
    FriendRefuseContent.codec = () => {
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
        return encodeMessage(obj, FriendRefuseContent.codec());
    }
    FriendRefuseContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FriendRefuseContent.codec(), opts);
    }
    FriendRefuseContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FriendRefuseContent.codec(), opts);
    }
    FriendRefuseContent.stream = stream;
})(FriendRefuseContent || (FriendRefuseContent = {}));
export var FriendRemoveContent;
(function (FriendRemoveContent) {
    let _codec;
    FriendRemoveContent.codec = () => {
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
        return encodeMessage(obj, FriendRemoveContent.codec());
    }
    FriendRemoveContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FriendRemoveContent.codec(), opts);
    }
    FriendRemoveContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FriendRemoveContent.codec(), opts);
    }
    FriendRemoveContent.stream = stream;
})(FriendRemoveContent || (FriendRemoveContent = {}));
export var ResendContent;
(function (ResendContent) {
    let _codec;
    ResendContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if (obj.ranges != null && obj.ranges.length > 0) {
                    for (const value of obj.ranges) {
                        w.uint32(18);
                        NumberRange.codec().encode(value, w);
                    }
                }
                if (obj.envelopeIds != null && obj.envelopeIds.length > 0) {
                    for (const value of obj.envelopeIds) {
                        w.uint32(26);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    ranges: [],
                    envelopeIds: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 2: {
                            if (opts.limits?.ranges != null && obj.ranges.length === opts.limits.ranges) {
                                throw new MaxLengthError('Decode error - repeated field "ranges" had too many elements');
                            }
                            obj.ranges.push(NumberRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.ranges$
                            }));
                            break;
                        }
                        case 3: {
                            if (opts.limits?.envelopeIds != null && obj.envelopeIds.length === opts.limits.envelopeIds) {
                                throw new MaxLengthError('Decode error - repeated field "envelopeIds" had too many elements');
                            }
                            obj.envelopeIds.push(reader.bytes());
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
                    ranges: 0,
                    envelopeIds: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            if (opts.limits?.ranges != null && obj.ranges === opts.limits.ranges) {
                                throw new MaxLengthError('Streaming decode error - repeated field "ranges" had too many elements');
                            }
                            for (const evt of NumberRange.codec().stream(reader, reader.uint32(), `${prefix}.ranges[]`, {
                                limits: opts.limits?.ranges$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.ranges
                                };
                            }
                            obj.ranges++;
                            break;
                        }
                        case 3: {
                            if (opts.limits?.envelopeIds != null && obj.envelopeIds === opts.limits.envelopeIds) {
                                throw new MaxLengthError('Streaming decode error - repeated field "envelopeIds" had too many elements');
                            }
                            yield {
                                field: `${prefix}.envelopeIds[]`,
                                index: obj.envelopeIds,
                                value: reader.bytes()
                            };
                            obj.envelopeIds++;
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
        return encodeMessage(obj, ResendContent.codec());
    }
    ResendContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ResendContent.codec(), opts);
    }
    ResendContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ResendContent.codec(), opts);
    }
    ResendContent.stream = stream;
})(ResendContent || (ResendContent = {}));
export var DeviceAnnounceContent;
(function (DeviceAnnounceContent) {
    let _codec;
    DeviceAnnounceContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.certificate);
                }
                if ((obj.home != null && obj.home.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.home);
                }
                if ((obj.grant != null && obj.grant.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.grant);
                }
                if (obj.statements != null && obj.statements.length > 0) {
                    for (const value of obj.statements) {
                        w.uint32(162);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    certificate: uint8ArrayAlloc(0),
                    home: uint8ArrayAlloc(0),
                    grant: uint8ArrayAlloc(0),
                    statements: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.certificate = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.home = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.grant = reader.bytes();
                            break;
                        }
                        case 20: {
                            if (opts.limits?.statements != null && obj.statements.length === opts.limits.statements) {
                                throw new MaxLengthError('Decode error - repeated field "statements" had too many elements');
                            }
                            obj.statements.push(reader.bytes());
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
                    statements: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.certificate`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.home`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.grant`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 20: {
                            if (opts.limits?.statements != null && obj.statements === opts.limits.statements) {
                                throw new MaxLengthError('Streaming decode error - repeated field "statements" had too many elements');
                            }
                            yield {
                                field: `${prefix}.statements[]`,
                                index: obj.statements,
                                value: reader.bytes()
                            };
                            obj.statements++;
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
        return encodeMessage(obj, DeviceAnnounceContent.codec());
    }
    DeviceAnnounceContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DeviceAnnounceContent.codec(), opts);
    }
    DeviceAnnounceContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DeviceAnnounceContent.codec(), opts);
    }
    DeviceAnnounceContent.stream = stream;
})(DeviceAnnounceContent || (DeviceAnnounceContent = {}));
export var AddressKeyContent;
(function (AddressKeyContent) {
    let _codec;
    AddressKeyContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.key);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    key: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
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
        return encodeMessage(obj, AddressKeyContent.codec());
    }
    AddressKeyContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AddressKeyContent.codec(), opts);
    }
    AddressKeyContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AddressKeyContent.codec(), opts);
    }
    AddressKeyContent.stream = stream;
})(AddressKeyContent || (AddressKeyContent = {}));
export var StandContent;
(function (StandContent) {
    let _codec;
    StandContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.sent != null) {
                    w.uint32(10);
                    SentStand.codec().encode(obj.sent, w);
                }
                if (obj.received != null && obj.received.length > 0) {
                    for (const value of obj.received) {
                        w.uint32(18);
                        ReceivedStand.codec().encode(value, w);
                    }
                }
                if (obj.stored != null && obj.stored.length > 0) {
                    for (const value of obj.stored) {
                        w.uint32(26);
                        StoredStand.codec().encode(value, w);
                    }
                }
                if ((obj.question != null && obj.question.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.question);
                }
                if ((obj.answer != null && obj.answer.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.answer);
                }
                if (obj.read != null) {
                    w.uint32(50);
                    ReadStand.codec().encode(obj.read, w);
                }
                if (obj.vaultNote != null) {
                    w.uint32(58);
                    w.bytes(obj.vaultNote);
                }
                if (obj.seenNote != null) {
                    w.uint32(66);
                    w.bytes(obj.seenNote);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    received: [],
                    stored: [],
                    question: uint8ArrayAlloc(0),
                    answer: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sent = SentStand.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.sent
                            });
                            break;
                        }
                        case 2: {
                            if (opts.limits?.received != null && obj.received.length === opts.limits.received) {
                                throw new MaxLengthError('Decode error - repeated field "received" had too many elements');
                            }
                            obj.received.push(ReceivedStand.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.received$
                            }));
                            break;
                        }
                        case 3: {
                            if (opts.limits?.stored != null && obj.stored.length === opts.limits.stored) {
                                throw new MaxLengthError('Decode error - repeated field "stored" had too many elements');
                            }
                            obj.stored.push(StoredStand.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.stored$
                            }));
                            break;
                        }
                        case 4: {
                            obj.question = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.answer = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.read = ReadStand.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.read
                            });
                            break;
                        }
                        case 7: {
                            obj.vaultNote = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.seenNote = reader.bytes();
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
                    received: 0,
                    stored: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield* SentStand.codec().stream(reader, reader.uint32(), `${prefix}.sent`, {
                                limits: opts.limits?.sent
                            });
                            break;
                        }
                        case 2: {
                            if (opts.limits?.received != null && obj.received === opts.limits.received) {
                                throw new MaxLengthError('Streaming decode error - repeated field "received" had too many elements');
                            }
                            for (const evt of ReceivedStand.codec().stream(reader, reader.uint32(), `${prefix}.received[]`, {
                                limits: opts.limits?.received$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.received
                                };
                            }
                            obj.received++;
                            break;
                        }
                        case 3: {
                            if (opts.limits?.stored != null && obj.stored === opts.limits.stored) {
                                throw new MaxLengthError('Streaming decode error - repeated field "stored" had too many elements');
                            }
                            for (const evt of StoredStand.codec().stream(reader, reader.uint32(), `${prefix}.stored[]`, {
                                limits: opts.limits?.stored$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.stored
                                };
                            }
                            obj.stored++;
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.question`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.answer`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield* ReadStand.codec().stream(reader, reader.uint32(), `${prefix}.read`, {
                                limits: opts.limits?.read
                            });
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.vaultNote`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.seenNote`,
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
        return encodeMessage(obj, StandContent.codec());
    }
    StandContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StandContent.codec(), opts);
    }
    StandContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, StandContent.codec(), opts);
    }
    StandContent.stream = stream;
})(StandContent || (StandContent = {}));
export var ReadStand;
(function (ReadStand) {
    let _codec;
    ReadStand.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.number);
                }
                if ((obj.messageId != null && obj.messageId.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.messageId);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    number: 0n,
                    messageId: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.number = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.messageId = reader.bytes();
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
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.number`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.messageId`,
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
        return encodeMessage(obj, ReadStand.codec());
    }
    ReadStand.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadStand.codec(), opts);
    }
    ReadStand.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ReadStand.codec(), opts);
    }
    ReadStand.stream = stream;
})(ReadStand || (ReadStand = {}));
export var SentStand;
(function (SentStand) {
    let _codec;
    SentStand.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.next != null && obj.next !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.next);
                }
                if ((obj.count != null && obj.count !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.count);
                }
                if ((obj.digest != null && obj.digest.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.digest);
                }
                if (obj.abandoned != null && obj.abandoned.length > 0) {
                    for (const value of obj.abandoned) {
                        w.uint32(42);
                        NumberRange.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    next: 0n,
                    count: 0n,
                    digest: uint8ArrayAlloc(0),
                    abandoned: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.next = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.count = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.digest = reader.bytes();
                            break;
                        }
                        case 5: {
                            if (opts.limits?.abandoned != null && obj.abandoned.length === opts.limits.abandoned) {
                                throw new MaxLengthError('Decode error - repeated field "abandoned" had too many elements');
                            }
                            obj.abandoned.push(NumberRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.abandoned$
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
                    abandoned: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.next`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.digest`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            if (opts.limits?.abandoned != null && obj.abandoned === opts.limits.abandoned) {
                                throw new MaxLengthError('Streaming decode error - repeated field "abandoned" had too many elements');
                            }
                            for (const evt of NumberRange.codec().stream(reader, reader.uint32(), `${prefix}.abandoned[]`, {
                                limits: opts.limits?.abandoned$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.abandoned
                                };
                            }
                            obj.abandoned++;
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
        return encodeMessage(obj, SentStand.codec());
    }
    SentStand.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SentStand.codec(), opts);
    }
    SentStand.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SentStand.codec(), opts);
    }
    SentStand.stream = stream;
})(SentStand || (SentStand = {}));
export var ReceivedStand;
(function (ReceivedStand) {
    let _codec;
    ReceivedStand.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.base != null && obj.base !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.base);
                }
                if ((obj.next != null && obj.next !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.next);
                }
                if (obj.skipped != null && obj.skipped.length > 0) {
                    for (const value of obj.skipped) {
                        w.uint32(34);
                        NumberRange.codec().encode(value, w);
                    }
                }
                if (obj.held != null && obj.held.length > 0) {
                    for (const value of obj.held) {
                        w.uint32(42);
                        NumberRange.codec().encode(value, w);
                    }
                }
                if ((obj.count != null && obj.count !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.count);
                }
                if ((obj.digest != null && obj.digest.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.digest);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    base: 0n,
                    next: 0n,
                    skipped: [],
                    held: [],
                    count: 0n,
                    digest: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.base = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.next = reader.uint64();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.skipped != null && obj.skipped.length === opts.limits.skipped) {
                                throw new MaxLengthError('Decode error - repeated field "skipped" had too many elements');
                            }
                            obj.skipped.push(NumberRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.skipped$
                            }));
                            break;
                        }
                        case 5: {
                            if (opts.limits?.held != null && obj.held.length === opts.limits.held) {
                                throw new MaxLengthError('Decode error - repeated field "held" had too many elements');
                            }
                            obj.held.push(NumberRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.held$
                            }));
                            break;
                        }
                        case 6: {
                            obj.count = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.digest = reader.bytes();
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
                    skipped: 0,
                    held: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.base`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.next`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            if (opts.limits?.skipped != null && obj.skipped === opts.limits.skipped) {
                                throw new MaxLengthError('Streaming decode error - repeated field "skipped" had too many elements');
                            }
                            for (const evt of NumberRange.codec().stream(reader, reader.uint32(), `${prefix}.skipped[]`, {
                                limits: opts.limits?.skipped$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.skipped
                                };
                            }
                            obj.skipped++;
                            break;
                        }
                        case 5: {
                            if (opts.limits?.held != null && obj.held === opts.limits.held) {
                                throw new MaxLengthError('Streaming decode error - repeated field "held" had too many elements');
                            }
                            for (const evt of NumberRange.codec().stream(reader, reader.uint32(), `${prefix}.held[]`, {
                                limits: opts.limits?.held$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.held
                                };
                            }
                            obj.held++;
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.digest`,
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
        return encodeMessage(obj, ReceivedStand.codec());
    }
    ReceivedStand.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReceivedStand.codec(), opts);
    }
    ReceivedStand.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ReceivedStand.codec(), opts);
    }
    ReceivedStand.stream = stream;
})(ReceivedStand || (ReceivedStand = {}));
export var StoredStand;
(function (StoredStand) {
    let _codec;
    StoredStand.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.number);
                }
                if ((obj.receipt != null && obj.receipt.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.receipt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    number: 0n,
                    receipt: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.number = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.receipt = reader.bytes();
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
                                field: `${prefix}.number`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.receipt`,
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
        return encodeMessage(obj, StoredStand.codec());
    }
    StoredStand.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StoredStand.codec(), opts);
    }
    StoredStand.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, StoredStand.codec(), opts);
    }
    StoredStand.stream = stream;
})(StoredStand || (StoredStand = {}));
export var ReactionContent;
(function (ReactionContent) {
    let _codec;
    ReactionContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.target != null) {
                    w.uint32(10);
                    ContentRef.codec().encode(obj.target, w);
                }
                if ((obj.emoji != null && obj.emoji !== '')) {
                    w.uint32(18);
                    w.string(obj.emoji);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    emoji: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.target = ContentRef.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.target
                            });
                            break;
                        }
                        case 2: {
                            obj.emoji = reader.string();
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
                            yield* ContentRef.codec().stream(reader, reader.uint32(), `${prefix}.target`, {
                                limits: opts.limits?.target
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.emoji`,
                                value: reader.string()
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
        return encodeMessage(obj, ReactionContent.codec());
    }
    ReactionContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReactionContent.codec(), opts);
    }
    ReactionContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ReactionContent.codec(), opts);
    }
    ReactionContent.stream = stream;
})(ReactionContent || (ReactionContent = {}));
export var EditContent;
(function (EditContent) {
    let _codec;
    EditContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.target != null) {
                    w.uint32(10);
                    ContentRef.codec().encode(obj.target, w);
                }
                if ((obj.text != null && obj.text !== '')) {
                    w.uint32(18);
                    w.string(obj.text);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    text: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.target = ContentRef.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.target
                            });
                            break;
                        }
                        case 2: {
                            obj.text = reader.string();
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
                            yield* ContentRef.codec().stream(reader, reader.uint32(), `${prefix}.target`, {
                                limits: opts.limits?.target
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.text`,
                                value: reader.string()
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
        return encodeMessage(obj, EditContent.codec());
    }
    EditContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EditContent.codec(), opts);
    }
    EditContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, EditContent.codec(), opts);
    }
    EditContent.stream = stream;
})(EditContent || (EditContent = {}));
export var DeleteContent;
(function (DeleteContent) {
    let _codec;
    DeleteContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.target != null) {
                    w.uint32(10);
                    ContentRef.codec().encode(obj.target, w);
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
                            obj.target = ContentRef.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.target
                            });
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
                            yield* ContentRef.codec().stream(reader, reader.uint32(), `${prefix}.target`, {
                                limits: opts.limits?.target
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
        return encodeMessage(obj, DeleteContent.codec());
    }
    DeleteContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DeleteContent.codec(), opts);
    }
    DeleteContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DeleteContent.codec(), opts);
    }
    DeleteContent.stream = stream;
})(DeleteContent || (DeleteContent = {}));
export var GoneContent;
(function (GoneContent) {
    let _codec;
    GoneContent.codec = () => {
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
        return encodeMessage(obj, GoneContent.codec());
    }
    GoneContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GoneContent.codec(), opts);
    }
    GoneContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, GoneContent.codec(), opts);
    }
    GoneContent.stream = stream;
})(GoneContent || (GoneContent = {}));
export var TypingContent;
(function (TypingContent) {
    let _codec;
    TypingContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.active != null && obj.active !== false)) {
                    w.uint32(8);
                    w.bool(obj.active);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    active: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.active = reader.bool();
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
                                field: `${prefix}.active`,
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
        return encodeMessage(obj, TypingContent.codec());
    }
    TypingContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TypingContent.codec(), opts);
    }
    TypingContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, TypingContent.codec(), opts);
    }
    TypingContent.stream = stream;
})(TypingContent || (TypingContent = {}));
