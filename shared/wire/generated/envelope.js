// Generated from envelope.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../uint64.ts';
import { encodeMessage } from '../message-writer.ts';
import { message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../message-reader.ts';
export var Envelope;
(function (Envelope) {
    let _codec;
    Envelope.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.suite != null && obj.suite !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.suite);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.kind);
                }
                if ((obj.toAccount != null && obj.toAccount.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.toAccount);
                }
                if ((obj.toDevice != null && obj.toDevice.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.toDevice);
                }
                if ((obj.toEpoch != null && obj.toEpoch !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.toEpoch);
                }
                if ((obj.body != null && obj.body.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.body);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    suite: 0,
                    kind: 0,
                    toAccount: uint8ArrayAlloc(0),
                    toDevice: uint8ArrayAlloc(0),
                    toEpoch: 0n,
                    body: uint8ArrayAlloc(0)
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
                            obj.suite = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.toAccount = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.toDevice = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.toEpoch = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.body = reader.bytes();
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
                                field: `${prefix}.suite`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.kind`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.toAccount`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.toDevice`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.toEpoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.body`,
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
        return encodeMessage(obj, Envelope.codec());
    }
    Envelope.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Envelope.codec(), opts);
    }
    Envelope.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Envelope.codec(), opts);
    }
    Envelope.stream = stream;
})(Envelope || (Envelope = {}));
export var PairwiseBody;
(function (PairwiseBody) {
    let _codec;
    PairwiseBody.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if ((obj.ratchetKey != null && obj.ratchetKey.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.ratchetKey);
                }
                if ((obj.previousLength != null && obj.previousLength !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.previousLength);
                }
                if ((obj.number != null && obj.number !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.number);
                }
                if ((obj.nonce != null && obj.nonce.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.nonce);
                }
                if ((obj.ciphertext != null && obj.ciphertext.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.ciphertext);
                }
                if ((obj.pq != null && obj.pq.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.pq);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0),
                    ratchetKey: uint8ArrayAlloc(0),
                    previousLength: 0,
                    number: 0,
                    nonce: uint8ArrayAlloc(0),
                    ciphertext: uint8ArrayAlloc(0),
                    pq: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.ratchetKey = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.previousLength = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.number = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.nonce = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.ciphertext = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.pq = reader.bytes();
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
                                field: `${prefix}.session`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.ratchetKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.previousLength`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.number`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.nonce`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.ciphertext`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.pq`,
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
        return encodeMessage(obj, PairwiseBody.codec());
    }
    PairwiseBody.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PairwiseBody.codec(), opts);
    }
    PairwiseBody.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PairwiseBody.codec(), opts);
    }
    PairwiseBody.stream = stream;
})(PairwiseBody || (PairwiseBody = {}));
export var FirstBody;
(function (FirstBody) {
    let _codec;
    FirstBody.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.fromAccount != null && obj.fromAccount.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.fromAccount);
                }
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.certificate);
                }
                if ((obj.baseKey != null && obj.baseKey.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.baseKey);
                }
                if ((obj.signedPrekeyId != null && obj.signedPrekeyId !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.signedPrekeyId);
                }
                if ((obj.oneTimeId != null && obj.oneTimeId !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.oneTimeId);
                }
                if ((obj.lastResortId != null && obj.lastResortId !== 0)) {
                    w.uint32(48);
                    w.uint32(obj.lastResortId);
                }
                if ((obj.kemCiphertext != null && obj.kemCiphertext.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.kemCiphertext);
                }
                if (obj.message != null) {
                    w.uint32(66);
                    PairwiseBody.codec().encode(obj.message, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    fromAccount: uint8ArrayAlloc(0),
                    certificate: uint8ArrayAlloc(0),
                    baseKey: uint8ArrayAlloc(0),
                    signedPrekeyId: 0,
                    oneTimeId: 0,
                    lastResortId: 0,
                    kemCiphertext: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.fromAccount = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.certificate = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.baseKey = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.signedPrekeyId = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.oneTimeId = reader.uint32();
                            break;
                        }
                        case 6: {
                            obj.lastResortId = reader.uint32();
                            break;
                        }
                        case 7: {
                            obj.kemCiphertext = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.message = PairwiseBody.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.message
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
                                field: `${prefix}.fromAccount`,
                                value: reader.bytes()
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
                        case 3: {
                            yield {
                                field: `${prefix}.baseKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.signedPrekeyId`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.oneTimeId`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.lastResortId`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.kemCiphertext`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 8: {
                            yield* PairwiseBody.codec().stream(reader, reader.uint32(), `${prefix}.message`, {
                                limits: opts.limits?.message
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
        return encodeMessage(obj, FirstBody.codec());
    }
    FirstBody.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FirstBody.codec(), opts);
    }
    FirstBody.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FirstBody.codec(), opts);
    }
    FirstBody.stream = stream;
})(FirstBody || (FirstBody = {}));
