// Generated from rows.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../../../shared/wire/uint64.ts';
import { encodeMessage } from '../../../shared/wire/message-writer.ts';
import { MaxLengthError, message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../../../shared/wire/message-reader.ts';
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
export var AccountRow;
(function (AccountRow) {
    let _codec;
    AccountRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.statements != null && obj.statements.length > 0) {
                    for (const value of obj.statements) {
                        w.uint32(10);
                        Signed.codec().encode(value, w);
                    }
                }
                if (obj.certificate != null) {
                    w.uint32(18);
                    Signed.codec().encode(obj.certificate, w);
                }
                if ((obj.identityKey != null && obj.identityKey.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.identityKey);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.email != null && obj.email !== '')) {
                    w.uint32(50);
                    w.string(obj.email);
                }
                if ((obj.registeredAt != null && obj.registeredAt !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.registeredAt);
                }
                if ((obj.signedInAt != null && obj.signedInAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.signedInAt);
                }
                if ((obj.origin != null && obj.origin.byteLength > 0)) {
                    w.uint32(74);
                    w.bytes(obj.origin);
                }
                if ((obj.label != null && obj.label.byteLength > 0)) {
                    w.uint32(82);
                    w.bytes(obj.label);
                }
                if (obj.formerNames != null && obj.formerNames.length > 0) {
                    for (const value of obj.formerNames) {
                        w.uint32(162);
                        FormerNameRow.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    statements: [],
                    identityKey: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    email: '',
                    registeredAt: 0n,
                    signedInAt: 0n,
                    origin: uint8ArrayAlloc(0),
                    label: uint8ArrayAlloc(0),
                    formerNames: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.statements != null && obj.statements.length === opts.limits.statements) {
                                throw new MaxLengthError('Decode error - repeated field "statements" had too many elements');
                            }
                            obj.statements.push(Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.statements$
                            }));
                            break;
                        }
                        case 2: {
                            obj.certificate = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 3: {
                            obj.identityKey = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 6: {
                            obj.email = reader.string();
                            break;
                        }
                        case 7: {
                            obj.registeredAt = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.signedInAt = reader.uint64();
                            break;
                        }
                        case 9: {
                            obj.origin = reader.bytes();
                            break;
                        }
                        case 10: {
                            obj.label = reader.bytes();
                            break;
                        }
                        case 20: {
                            if (opts.limits?.formerNames != null && obj.formerNames.length === opts.limits.formerNames) {
                                throw new MaxLengthError('Decode error - repeated field "formerNames" had too many elements');
                            }
                            obj.formerNames.push(FormerNameRow.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.formerNames$
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
                    statements: 0,
                    formerNames: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.statements != null && obj.statements === opts.limits.statements) {
                                throw new MaxLengthError('Streaming decode error - repeated field "statements" had too many elements');
                            }
                            for (const evt of Signed.codec().stream(reader, reader.uint32(), `${prefix}.statements[]`, {
                                limits: opts.limits?.statements$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.statements
                                };
                            }
                            obj.statements++;
                            break;
                        }
                        case 2: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.certificate`, {
                                limits: opts.limits?.certificate
                            });
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.identityKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.email`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.registeredAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.signedInAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.origin`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.label`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 20: {
                            if (opts.limits?.formerNames != null && obj.formerNames === opts.limits.formerNames) {
                                throw new MaxLengthError('Streaming decode error - repeated field "formerNames" had too many elements');
                            }
                            for (const evt of FormerNameRow.codec().stream(reader, reader.uint32(), `${prefix}.formerNames[]`, {
                                limits: opts.limits?.formerNames$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.formerNames
                                };
                            }
                            obj.formerNames++;
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
        return encodeMessage(obj, AccountRow.codec());
    }
    AccountRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AccountRow.codec(), opts);
    }
    AccountRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AccountRow.codec(), opts);
    }
    AccountRow.stream = stream;
})(AccountRow || (AccountRow = {}));
export var FormerNameRow;
(function (FormerNameRow) {
    let _codec;
    FormerNameRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.nameHash != null && obj.nameHash.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.nameHash);
                }
                if ((obj.lookAlike != null && obj.lookAlike.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.lookAlike);
                }
                if ((obj.letGoAt != null && obj.letGoAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.letGoAt);
                }
                if ((obj.heldUntil != null && obj.heldUntil !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.heldUntil);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    nameHash: uint8ArrayAlloc(0),
                    lookAlike: uint8ArrayAlloc(0),
                    letGoAt: 0n,
                    heldUntil: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.nameHash = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.lookAlike = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.letGoAt = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.heldUntil = reader.uint64();
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
                                field: `${prefix}.nameHash`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.lookAlike`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.letGoAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.heldUntil`,
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
        return encodeMessage(obj, FormerNameRow.codec());
    }
    FormerNameRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FormerNameRow.codec(), opts);
    }
    FormerNameRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FormerNameRow.codec(), opts);
    }
    FormerNameRow.stream = stream;
})(FormerNameRow || (FormerNameRow = {}));
export var OpeningsRow;
(function (OpeningsRow) {
    let _codec;
    OpeningsRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.openings != null && obj.openings.length > 0) {
                    for (const value of obj.openings) {
                        w.uint32(10);
                        OpeningRow.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    openings: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.openings != null && obj.openings.length === opts.limits.openings) {
                                throw new MaxLengthError('Decode error - repeated field "openings" had too many elements');
                            }
                            obj.openings.push(OpeningRow.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.openings$
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
                    openings: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.openings != null && obj.openings === opts.limits.openings) {
                                throw new MaxLengthError('Streaming decode error - repeated field "openings" had too many elements');
                            }
                            for (const evt of OpeningRow.codec().stream(reader, reader.uint32(), `${prefix}.openings[]`, {
                                limits: opts.limits?.openings$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.openings
                                };
                            }
                            obj.openings++;
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
        return encodeMessage(obj, OpeningsRow.codec());
    }
    OpeningsRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpeningsRow.codec(), opts);
    }
    OpeningsRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, OpeningsRow.codec(), opts);
    }
    OpeningsRow.stream = stream;
})(OpeningsRow || (OpeningsRow = {}));
export var OpeningRow;
(function (OpeningRow) {
    let _codec;
    OpeningRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.count);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.id);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    count: 0,
                    id: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.count = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.id = reader.bytes();
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
                                field: `${prefix}.count`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.id`,
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
        return encodeMessage(obj, OpeningRow.codec());
    }
    OpeningRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OpeningRow.codec(), opts);
    }
    OpeningRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, OpeningRow.codec(), opts);
    }
    OpeningRow.stream = stream;
})(OpeningRow || (OpeningRow = {}));
export var TokenRow;
(function (TokenRow) {
    let _codec;
    TokenRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.madeBy != null && obj.madeBy.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.madeBy);
                }
                if ((obj.madeAt != null && obj.madeAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.madeAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    madeBy: uint8ArrayAlloc(0),
                    madeAt: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.madeBy = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.madeAt = reader.uint64();
                            break;
                        }
                        case 3: {
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
                                field: `${prefix}.madeBy`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.madeAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
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
        return encodeMessage(obj, TokenRow.codec());
    }
    TokenRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TokenRow.codec(), opts);
    }
    TokenRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, TokenRow.codec(), opts);
    }
    TokenRow.stream = stream;
})(TokenRow || (TokenRow = {}));
export var GuestRow;
(function (GuestRow) {
    let _codec;
    GuestRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.seenAt != null && obj.seenAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.seenAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    seenAt: 0n
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
                            obj.seenAt = reader.uint64();
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
                                field: `${prefix}.seenAt`,
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
        return encodeMessage(obj, GuestRow.codec());
    }
    GuestRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GuestRow.codec(), opts);
    }
    GuestRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, GuestRow.codec(), opts);
    }
    GuestRow.stream = stream;
})(GuestRow || (GuestRow = {}));
export var BundleRow;
(function (BundleRow) {
    let _codec;
    BundleRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.bundle != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.bundle, w);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.left != null && obj.left !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.left);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    left: 0
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
                            obj.device = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.left = reader.uint32();
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
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.left`,
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
        return encodeMessage(obj, BundleRow.codec());
    }
    BundleRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, BundleRow.codec(), opts);
    }
    BundleRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, BundleRow.codec(), opts);
    }
    BundleRow.stream = stream;
})(BundleRow || (BundleRow = {}));
export var AddressRow;
(function (AddressRow) {
    let _codec;
    AddressRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.record != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.record, w);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    sequence: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.record = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.record
                            });
                            break;
                        }
                        case 2: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.sequence = reader.uint64();
                            break;
                        }
                        case 5: {
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
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.record`, {
                                limits: opts.limits?.record
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
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
        return encodeMessage(obj, AddressRow.codec());
    }
    AddressRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AddressRow.codec(), opts);
    }
    AddressRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AddressRow.codec(), opts);
    }
    AddressRow.stream = stream;
})(AddressRow || (AddressRow = {}));
export var GrantRow;
(function (GrantRow) {
    let _codec;
    GrantRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.serial != null && obj.serial !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.serial);
                }
                if ((obj.revoked != null && obj.revoked !== false)) {
                    w.uint32(16);
                    w.bool(obj.revoked);
                }
                if (obj.signed != null) {
                    w.uint32(26);
                    Signed.codec().encode(obj.signed, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    serial: 0n,
                    revoked: false
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.serial = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.revoked = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.signed = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.signed
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
                                field: `${prefix}.serial`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.revoked`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 3: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.signed`, {
                                limits: opts.limits?.signed
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
        return encodeMessage(obj, GrantRow.codec());
    }
    GrantRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GrantRow.codec(), opts);
    }
    GrantRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, GrantRow.codec(), opts);
    }
    GrantRow.stream = stream;
})(GrantRow || (GrantRow = {}));
export var RequestRow;
(function (RequestRow) {
    let _codec;
    RequestRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.sealed);
                }
                if ((obj.receivedAt != null && obj.receivedAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.receivedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sealed: uint8ArrayAlloc(0),
                    receivedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sealed = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.receivedAt = reader.uint64();
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
                                field: `${prefix}.sealed`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.receivedAt`,
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
        return encodeMessage(obj, RequestRow.codec());
    }
    RequestRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RequestRow.codec(), opts);
    }
    RequestRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RequestRow.codec(), opts);
    }
    RequestRow.stream = stream;
})(RequestRow || (RequestRow = {}));
export var MailboxRow;
(function (MailboxRow) {
    let _codec;
    MailboxRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.last != null && obj.last !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.last);
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.count);
                }
                if ((obj.bytes != null && obj.bytes !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.bytes);
                }
                if ((obj.first != null && obj.first !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.first);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    last: 0n,
                    count: 0,
                    bytes: 0n,
                    first: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.last = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.count = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.bytes = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.first = reader.uint64();
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
                                field: `${prefix}.last`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.bytes`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.first`,
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
        return encodeMessage(obj, MailboxRow.codec());
    }
    MailboxRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MailboxRow.codec(), opts);
    }
    MailboxRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, MailboxRow.codec(), opts);
    }
    MailboxRow.stream = stream;
})(MailboxRow || (MailboxRow = {}));
export var SenderRow;
(function (SenderRow) {
    let _codec;
    SenderRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.count);
                }
                if ((obj.bytes != null && obj.bytes !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.bytes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    count: 0,
                    bytes: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.count = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.bytes = reader.uint64();
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
                                field: `${prefix}.count`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.bytes`,
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
        return encodeMessage(obj, SenderRow.codec());
    }
    SenderRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SenderRow.codec(), opts);
    }
    SenderRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SenderRow.codec(), opts);
    }
    SenderRow.stream = stream;
})(SenderRow || (SenderRow = {}));
export var DepositRow;
(function (DepositRow) {
    let _codec;
    DepositRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.sequence);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.storedAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sequence: 0n,
                    storedAt: 0n,
                    expiresAt: 0n
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
                            obj.storedAt = reader.uint64();
                            break;
                        }
                        case 3: {
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
                                field: `${prefix}.sequence`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.storedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
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
        return encodeMessage(obj, DepositRow.codec());
    }
    DepositRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DepositRow.codec(), opts);
    }
    DepositRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DepositRow.codec(), opts);
    }
    DepositRow.stream = stream;
})(DepositRow || (DepositRow = {}));
export var MailRow;
(function (MailRow) {
    let _codec;
    MailRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.depositor != null && obj.depositor.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.depositor);
                }
                if ((obj.envelope != null && obj.envelope.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.envelope);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.storedAt);
                }
                if ((obj.expiresAt != null && obj.expiresAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.expiresAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    depositor: uint8ArrayAlloc(0),
                    envelope: uint8ArrayAlloc(0),
                    storedAt: 0n,
                    expiresAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.depositor = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.envelope = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.storedAt = reader.uint64();
                            break;
                        }
                        case 4: {
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
                                field: `${prefix}.depositor`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.envelope`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.storedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
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
        return encodeMessage(obj, MailRow.codec());
    }
    MailRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MailRow.codec(), opts);
    }
    MailRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, MailRow.codec(), opts);
    }
    MailRow.stream = stream;
})(MailRow || (MailRow = {}));
export var VaultRow;
(function (VaultRow) {
    let _codec;
    VaultRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.record != null && obj.record.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.record);
                }
                if ((obj.version != null && obj.version !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.version);
                }
                if ((obj.bytes != null && obj.bytes !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.bytes);
                }
                if ((obj.digest != null && obj.digest.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.digest);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.storedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    record: uint8ArrayAlloc(0),
                    version: 0n,
                    bytes: 0,
                    digest: uint8ArrayAlloc(0),
                    storedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.record = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.version = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.bytes = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.digest = reader.bytes();
                            break;
                        }
                        case 5: {
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
                                field: `${prefix}.record`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.bytes`,
                                value: reader.uint32()
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
        return encodeMessage(obj, VaultRow.codec());
    }
    VaultRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, VaultRow.codec(), opts);
    }
    VaultRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, VaultRow.codec(), opts);
    }
    VaultRow.stream = stream;
})(VaultRow || (VaultRow = {}));
export var GuessRow;
(function (GuessRow) {
    let _codec;
    GuessRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.count);
                }
                if ((obj.lastAt != null && obj.lastAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.lastAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    count: 0,
                    lastAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.count = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.lastAt = reader.uint64();
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
                                field: `${prefix}.count`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.lastAt`,
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
        return encodeMessage(obj, GuessRow.codec());
    }
    GuessRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, GuessRow.codec(), opts);
    }
    GuessRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, GuessRow.codec(), opts);
    }
    GuessRow.stream = stream;
})(GuessRow || (GuessRow = {}));
export var LogRow;
(function (LogRow) {
    let _codec;
    LogRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.log != null && obj.log.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.log);
                }
                if ((obj.size != null && obj.size !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.size);
                }
                if ((obj.root != null && obj.root.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.root);
                }
                if ((obj.mapRoot != null && obj.mapRoot.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.mapRoot);
                }
                if ((obj.time != null && obj.time !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.time);
                }
                if ((obj.batches != null && obj.batches !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.batches);
                }
                if ((obj.complete != null && obj.complete !== false)) {
                    w.uint32(56);
                    w.bool(obj.complete);
                }
                if ((obj.place != null && obj.place !== '')) {
                    w.uint32(66);
                    w.string(obj.place);
                }
                if ((obj.lost != null && obj.lost !== 0n)) {
                    w.uint32(72);
                    writeUint64(w, obj.lost);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    log: uint8ArrayAlloc(0),
                    size: 0n,
                    root: uint8ArrayAlloc(0),
                    mapRoot: uint8ArrayAlloc(0),
                    time: 0n,
                    batches: 0n,
                    complete: false,
                    place: '',
                    lost: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.log = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.size = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.root = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.mapRoot = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.time = reader.uint64();
                            break;
                        }
                        case 6: {
                            obj.batches = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.complete = reader.bool();
                            break;
                        }
                        case 8: {
                            obj.place = reader.string();
                            break;
                        }
                        case 9: {
                            obj.lost = reader.uint64();
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
                                field: `${prefix}.log`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.size`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.root`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.mapRoot`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.time`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.batches`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.complete`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.place`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.lost`,
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
        return encodeMessage(obj, LogRow.codec());
    }
    LogRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LogRow.codec(), opts);
    }
    LogRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LogRow.codec(), opts);
    }
    LogRow.stream = stream;
})(LogRow || (LogRow = {}));
export var OldPagesRow;
(function (OldPagesRow) {
    let _codec;
    OldPagesRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.keys != null && obj.keys.length > 0) {
                    for (const value of obj.keys) {
                        w.uint32(10);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    keys: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.keys != null && obj.keys.length === opts.limits.keys) {
                                throw new MaxLengthError('Decode error - repeated field "keys" had too many elements');
                            }
                            obj.keys.push(reader.bytes());
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
                    keys: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.keys != null && obj.keys === opts.limits.keys) {
                                throw new MaxLengthError('Streaming decode error - repeated field "keys" had too many elements');
                            }
                            yield {
                                field: `${prefix}.keys[]`,
                                index: obj.keys,
                                value: reader.bytes()
                            };
                            obj.keys++;
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
        return encodeMessage(obj, OldPagesRow.codec());
    }
    OldPagesRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OldPagesRow.codec(), opts);
    }
    OldPagesRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, OldPagesRow.codec(), opts);
    }
    OldPagesRow.stream = stream;
})(OldPagesRow || (OldPagesRow = {}));
export var HeldRow;
(function (HeldRow) {
    let _codec;
    HeldRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.until != null && obj.until !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.until);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    until: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.until = reader.uint64();
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
                                field: `${prefix}.until`,
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
        return encodeMessage(obj, HeldRow.codec());
    }
    HeldRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HeldRow.codec(), opts);
    }
    HeldRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, HeldRow.codec(), opts);
    }
    HeldRow.stream = stream;
})(HeldRow || (HeldRow = {}));
