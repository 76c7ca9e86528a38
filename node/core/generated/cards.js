// Generated from cards.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../../../shared/wire/uint64.ts';
import { encodeMessage } from '../../../shared/wire/message-writer.ts';
import { message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../../../shared/wire/message-reader.ts';
export var CardRow;
(function (CardRow) {
    let _codec;
    CardRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.version);
                }
                if ((obj.displayName != null && obj.displayName !== '')) {
                    w.uint32(18);
                    w.string(obj.displayName);
                }
                if ((obj.sex != null && obj.sex !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.sex);
                }
                if ((obj.birthYear != null && obj.birthYear !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.birthYear);
                }
                if ((obj.status != null && obj.status !== '')) {
                    w.uint32(42);
                    w.string(obj.status);
                }
                if ((obj.hasPicture != null && obj.hasPicture !== false)) {
                    w.uint32(48);
                    w.bool(obj.hasPicture);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0n,
                    displayName: '',
                    sex: 0,
                    birthYear: 0,
                    status: '',
                    hasPicture: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.displayName = reader.string();
                            break;
                        }
                        case 3: {
                            obj.sex = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.birthYear = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.status = reader.string();
                            break;
                        }
                        case 6: {
                            obj.hasPicture = reader.bool();
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
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.displayName`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.sex`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.birthYear`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.status`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.hasPicture`,
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
        return encodeMessage(obj, CardRow.codec());
    }
    CardRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CardRow.codec(), opts);
    }
    CardRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, CardRow.codec(), opts);
    }
    CardRow.stream = stream;
})(CardRow || (CardRow = {}));
export var IntroducedRow;
(function (IntroducedRow) {
    let _codec;
    IntroducedRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.cardVersion != null && obj.cardVersion !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.cardVersion);
                }
                if ((obj.cardNumber != null && obj.cardNumber !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.cardNumber);
                }
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.certificate);
                }
                if ((obj.certificateNumber != null && obj.certificateNumber !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.certificateNumber);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    cardVersion: 0n,
                    cardNumber: 0n,
                    certificate: uint8ArrayAlloc(0),
                    certificateNumber: 0n
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
                            obj.cardVersion = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.cardNumber = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.certificate = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.certificateNumber = reader.uint64();
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
                                field: `${prefix}.cardVersion`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.cardNumber`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.certificate`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.certificateNumber`,
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
        return encodeMessage(obj, IntroducedRow.codec());
    }
    IntroducedRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, IntroducedRow.codec(), opts);
    }
    IntroducedRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, IntroducedRow.codec(), opts);
    }
    IntroducedRow.stream = stream;
})(IntroducedRow || (IntroducedRow = {}));
