// Generated from session-state.proto by scripts/codegen.ts; do not edit.
import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime';
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc';
export var SessionState;
(function (SessionState) {
    let _codec;
    SessionState.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.fixed != null && obj.fixed.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.fixed);
                }
                if ((obj.sends != null && obj.sends !== false)) {
                    w.uint32(24);
                    w.bool(obj.sends);
                }
                if ((obj.sendingNext != null && obj.sendingNext !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.sendingNext);
                }
                if ((obj.receives != null && obj.receives !== false)) {
                    w.uint32(40);
                    w.bool(obj.receives);
                }
                if ((obj.receivingNext != null && obj.receivingNext !== 0)) {
                    w.uint32(48);
                    w.uint32(obj.receivingNext);
                }
                if ((obj.previousLength != null && obj.previousLength !== 0)) {
                    w.uint32(56);
                    w.uint32(obj.previousLength);
                }
                if (obj.skipped != null && obj.skipped.length > 0) {
                    for (const value of obj.skipped) {
                        w.uint32(66);
                        SkippedState.codec().encode(value, w);
                    }
                }
                if ((obj.first != null && obj.first.byteLength > 0)) {
                    w.uint32(74);
                    w.bytes(obj.first);
                }
                if ((obj.accepted != null && obj.accepted.byteLength > 0)) {
                    w.uint32(82);
                    w.bytes(obj.accepted);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    fixed: uint8ArrayAlloc(0),
                    sends: false,
                    sendingNext: 0,
                    receives: false,
                    receivingNext: 0,
                    previousLength: 0,
                    skipped: [],
                    first: uint8ArrayAlloc(0),
                    accepted: uint8ArrayAlloc(0)
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
                            obj.fixed = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.sends = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.sendingNext = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.receives = reader.bool();
                            break;
                        }
                        case 6: {
                            obj.receivingNext = reader.uint32();
                            break;
                        }
                        case 7: {
                            obj.previousLength = reader.uint32();
                            break;
                        }
                        case 8: {
                            if (opts.limits?.skipped != null && obj.skipped.length === opts.limits.skipped) {
                                throw new MaxLengthError('Decode error - repeated field "skipped" had too many elements');
                            }
                            obj.skipped.push(SkippedState.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.skipped$
                            }));
                            break;
                        }
                        case 9: {
                            obj.first = reader.bytes();
                            break;
                        }
                        case 10: {
                            obj.accepted = reader.bytes();
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
                    skipped: 0
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
                                field: `${prefix}.fixed`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.sends`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.sendingNext`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.receives`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.receivingNext`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.previousLength`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 8: {
                            if (opts.limits?.skipped != null && obj.skipped === opts.limits.skipped) {
                                throw new MaxLengthError('Streaming decode error - repeated field "skipped" had too many elements');
                            }
                            for (const evt of SkippedState.codec().stream(reader, reader.uint32(), `${prefix}.skipped[]`, {
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
                        case 9: {
                            yield {
                                field: `${prefix}.first`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.accepted`,
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
        return encodeMessage(obj, SessionState.codec());
    }
    SessionState.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SessionState.codec(), opts);
    }
    SessionState.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SessionState.codec(), opts);
    }
    SessionState.stream = stream;
})(SessionState || (SessionState = {}));
export var SkippedState;
(function (SkippedState) {
    let _codec;
    SkippedState.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.ratchetKey != null && obj.ratchetKey.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.ratchetKey);
                }
                if ((obj.first != null && obj.first !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.first);
                }
                if ((obj.keys != null && obj.keys.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.keys);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(32);
                    w.uint64(obj.storedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    ratchetKey: uint8ArrayAlloc(0),
                    first: 0,
                    keys: uint8ArrayAlloc(0),
                    storedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.ratchetKey = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.first = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.keys = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.storedAt = reader.uint64();
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
                                field: `${prefix}.ratchetKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.first`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.keys`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.storedAt`,
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
        return encodeMessage(obj, SkippedState.codec());
    }
    SkippedState.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SkippedState.codec(), opts);
    }
    SkippedState.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SkippedState.codec(), opts);
    }
    SkippedState.stream = stream;
})(SkippedState || (SkippedState = {}));
