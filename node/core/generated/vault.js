// Generated from vault.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../../../shared/wire/uint64.ts';
import { encodeMessage } from '../../../shared/wire/message-writer.ts';
import { MaxLengthError, message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../../../shared/wire/message-reader.ts';
export var IdentitySecrets;
(function (IdentitySecrets) {
    let _codec;
    IdentitySecrets.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.signingSeed != null && obj.signingSeed.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.signingSeed);
                }
                if ((obj.exchangeSecret != null && obj.exchangeSecret.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.exchangeSecret);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    signingSeed: uint8ArrayAlloc(0),
                    exchangeSecret: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.signingSeed = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.exchangeSecret = reader.bytes();
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
                                field: `${prefix}.signingSeed`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.exchangeSecret`,
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
        return encodeMessage(obj, IdentitySecrets.codec());
    }
    IdentitySecrets.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, IdentitySecrets.codec(), opts);
    }
    IdentitySecrets.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, IdentitySecrets.codec(), opts);
    }
    IdentitySecrets.stream = stream;
})(IdentitySecrets || (IdentitySecrets = {}));
export var VaultContent;
(function (VaultContent) {
    let _codec;
    VaultContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if (obj.identity != null) {
                    w.uint32(18);
                    IdentitySecrets.codec().encode(obj.identity, w);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.account);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(34);
                    w.string(obj.name);
                }
                if ((obj.statement != null && obj.statement.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.statement);
                }
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.certificate);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.deviceSeed != null && obj.deviceSeed.byteLength > 0)) {
                    w.uint32(66);
                    w.bytes(obj.deviceSeed);
                }
                if ((obj.storeKey != null && obj.storeKey.byteLength > 0)) {
                    w.uint32(74);
                    w.bytes(obj.storeKey);
                }
                if ((obj.home != null && obj.home.byteLength > 0)) {
                    w.uint32(82);
                    w.bytes(obj.home);
                }
                if ((obj.addressKey != null && obj.addressKey.byteLength > 0)) {
                    w.uint32(90);
                    w.bytes(obj.addressKey);
                }
                if (obj.friends != null && obj.friends.length > 0) {
                    for (const value of obj.friends) {
                        w.uint32(98);
                        PinnedFriend.codec().encode(value, w);
                    }
                }
                if (obj.pending != null) {
                    w.uint32(106);
                    PendingRegistration.codec().encode(obj.pending, w);
                }
                if ((obj.claim != null && obj.claim !== false)) {
                    w.uint32(112);
                    w.bool(obj.claim);
                }
                if ((obj.restore != null && obj.restore !== false)) {
                    w.uint32(120);
                    w.bool(obj.restore);
                }
                if (obj.registration != null) {
                    w.uint32(130);
                    PendingRegistration.codec().encode(obj.registration, w);
                }
                if (obj.anywhere != null) {
                    w.uint32(138);
                    Anywhere.codec().encode(obj.anywhere, w);
                }
                if (obj.email != null) {
                    w.uint32(146);
                    w.string(obj.email);
                }
                if (obj.personal != null) {
                    w.uint32(154);
                    PersonalContent.codec().encode(obj.personal, w);
                }
                if (obj.later != null && obj.later.length > 0) {
                    for (const value of obj.later) {
                        w.uint32(242);
                        w.bytes(value);
                    }
                }
                if ((obj.renaming != null && obj.renaming.byteLength > 0)) {
                    w.uint32(250);
                    w.bytes(obj.renaming);
                }
                if ((obj.tellName != null && obj.tellName !== false)) {
                    w.uint32(256);
                    w.bool(obj.tellName);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    name: '',
                    statement: uint8ArrayAlloc(0),
                    certificate: uint8ArrayAlloc(0),
                    epoch: 0n,
                    deviceSeed: uint8ArrayAlloc(0),
                    storeKey: uint8ArrayAlloc(0),
                    home: uint8ArrayAlloc(0),
                    addressKey: uint8ArrayAlloc(0),
                    friends: [],
                    claim: false,
                    restore: false,
                    later: [],
                    renaming: uint8ArrayAlloc(0),
                    tellName: false
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
                            obj.identity = IdentitySecrets.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.identity
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
                            obj.statement = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.certificate = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.deviceSeed = reader.bytes();
                            break;
                        }
                        case 9: {
                            obj.storeKey = reader.bytes();
                            break;
                        }
                        case 10: {
                            obj.home = reader.bytes();
                            break;
                        }
                        case 11: {
                            obj.addressKey = reader.bytes();
                            break;
                        }
                        case 12: {
                            if (opts.limits?.friends != null && obj.friends.length === opts.limits.friends) {
                                throw new MaxLengthError('Decode error - repeated field "friends" had too many elements');
                            }
                            obj.friends.push(PinnedFriend.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.friends$
                            }));
                            break;
                        }
                        case 13: {
                            obj.pending = PendingRegistration.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.pending
                            });
                            break;
                        }
                        case 14: {
                            obj.claim = reader.bool();
                            break;
                        }
                        case 15: {
                            obj.restore = reader.bool();
                            break;
                        }
                        case 16: {
                            obj.registration = PendingRegistration.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.registration
                            });
                            break;
                        }
                        case 17: {
                            obj.anywhere = Anywhere.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.anywhere
                            });
                            break;
                        }
                        case 18: {
                            obj.email = reader.string();
                            break;
                        }
                        case 19: {
                            obj.personal = PersonalContent.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.personal
                            });
                            break;
                        }
                        case 30: {
                            if (opts.limits?.later != null && obj.later.length === opts.limits.later) {
                                throw new MaxLengthError('Decode error - repeated field "later" had too many elements');
                            }
                            obj.later.push(reader.bytes());
                            break;
                        }
                        case 31: {
                            obj.renaming = reader.bytes();
                            break;
                        }
                        case 32: {
                            obj.tellName = reader.bool();
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
                    friends: 0,
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
                            yield* IdentitySecrets.codec().stream(reader, reader.uint32(), `${prefix}.identity`, {
                                limits: opts.limits?.identity
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
                                field: `${prefix}.statement`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.certificate`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.deviceSeed`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.storeKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.home`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.addressKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 12: {
                            if (opts.limits?.friends != null && obj.friends === opts.limits.friends) {
                                throw new MaxLengthError('Streaming decode error - repeated field "friends" had too many elements');
                            }
                            for (const evt of PinnedFriend.codec().stream(reader, reader.uint32(), `${prefix}.friends[]`, {
                                limits: opts.limits?.friends$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.friends
                                };
                            }
                            obj.friends++;
                            break;
                        }
                        case 13: {
                            yield* PendingRegistration.codec().stream(reader, reader.uint32(), `${prefix}.pending`, {
                                limits: opts.limits?.pending
                            });
                            break;
                        }
                        case 14: {
                            yield {
                                field: `${prefix}.claim`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 15: {
                            yield {
                                field: `${prefix}.restore`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 16: {
                            yield* PendingRegistration.codec().stream(reader, reader.uint32(), `${prefix}.registration`, {
                                limits: opts.limits?.registration
                            });
                            break;
                        }
                        case 17: {
                            yield* Anywhere.codec().stream(reader, reader.uint32(), `${prefix}.anywhere`, {
                                limits: opts.limits?.anywhere
                            });
                            break;
                        }
                        case 18: {
                            yield {
                                field: `${prefix}.email`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 19: {
                            yield* PersonalContent.codec().stream(reader, reader.uint32(), `${prefix}.personal`, {
                                limits: opts.limits?.personal
                            });
                            break;
                        }
                        case 30: {
                            if (opts.limits?.later != null && obj.later === opts.limits.later) {
                                throw new MaxLengthError('Streaming decode error - repeated field "later" had too many elements');
                            }
                            yield {
                                field: `${prefix}.later[]`,
                                index: obj.later,
                                value: reader.bytes()
                            };
                            obj.later++;
                            break;
                        }
                        case 31: {
                            yield {
                                field: `${prefix}.renaming`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 32: {
                            yield {
                                field: `${prefix}.tellName`,
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
        return encodeMessage(obj, VaultContent.codec());
    }
    VaultContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, VaultContent.codec(), opts);
    }
    VaultContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, VaultContent.codec(), opts);
    }
    VaultContent.stream = stream;
})(VaultContent || (VaultContent = {}));
export var Anywhere;
(function (Anywhere) {
    let _codec;
    Anywhere.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.key);
                }
                if ((obj.wrapped != null && obj.wrapped.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.wrapped);
                }
                if ((obj.record != null && obj.record.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.record);
                }
                if ((obj.version != null && obj.version !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.version);
                }
                if ((obj.digest != null && obj.digest.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.digest);
                }
                if ((obj.enrolment != null && obj.enrolment !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.enrolment);
                }
                if ((obj.dropping != null && obj.dropping !== false)) {
                    w.uint32(56);
                    w.bool(obj.dropping);
                }
                if ((obj.superseded != null && obj.superseded !== false)) {
                    w.uint32(64);
                    w.bool(obj.superseded);
                }
                if ((obj.keptAt != null && obj.keptAt !== 0n)) {
                    w.uint32(72);
                    writeUint64(w, obj.keptAt);
                }
                if (obj.note != null) {
                    w.uint32(82);
                    w.bytes(obj.note);
                }
                if (obj.fetched != null) {
                    w.uint32(88);
                    writeUint64(w, obj.fetched);
                }
                if (obj.fetchedEpoch != null) {
                    w.uint32(96);
                    writeUint64(w, obj.fetchedEpoch);
                }
                if (obj.rolledBack != null) {
                    w.uint32(104);
                    writeUint64(w, obj.rolledBack);
                }
                if (obj.heads != null) {
                    w.uint32(114);
                    w.bytes(obj.heads);
                }
                if (obj.withoutPicture != null) {
                    w.uint32(120);
                    w.bool(obj.withoutPicture);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    key: uint8ArrayAlloc(0),
                    wrapped: uint8ArrayAlloc(0),
                    record: uint8ArrayAlloc(0),
                    version: 0n,
                    digest: uint8ArrayAlloc(0),
                    enrolment: 0n,
                    dropping: false,
                    superseded: false,
                    keptAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.key = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.wrapped = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.record = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.version = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.digest = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.enrolment = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.dropping = reader.bool();
                            break;
                        }
                        case 8: {
                            obj.superseded = reader.bool();
                            break;
                        }
                        case 9: {
                            obj.keptAt = reader.uint64();
                            break;
                        }
                        case 10: {
                            obj.note = reader.bytes();
                            break;
                        }
                        case 11: {
                            obj.fetched = reader.uint64();
                            break;
                        }
                        case 12: {
                            obj.fetchedEpoch = reader.uint64();
                            break;
                        }
                        case 13: {
                            obj.rolledBack = reader.uint64();
                            break;
                        }
                        case 14: {
                            obj.heads = reader.bytes();
                            break;
                        }
                        case 15: {
                            obj.withoutPicture = reader.bool();
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
                        case 2: {
                            yield {
                                field: `${prefix}.wrapped`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.record`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.version`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.digest`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.enrolment`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.dropping`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.superseded`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.keptAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.note`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.fetched`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 12: {
                            yield {
                                field: `${prefix}.fetchedEpoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 13: {
                            yield {
                                field: `${prefix}.rolledBack`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 14: {
                            yield {
                                field: `${prefix}.heads`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 15: {
                            yield {
                                field: `${prefix}.withoutPicture`,
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
        return encodeMessage(obj, Anywhere.codec());
    }
    Anywhere.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Anywhere.codec(), opts);
    }
    Anywhere.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Anywhere.codec(), opts);
    }
    Anywhere.stream = stream;
})(Anywhere || (Anywhere = {}));
export var PendingRegistration;
(function (PendingRegistration) {
    let _codec;
    PendingRegistration.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.email != null && obj.email !== '')) {
                    w.uint32(10);
                    w.string(obj.email);
                }
                if ((obj.token != null && obj.token.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.token);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    email: '',
                    token: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.email = reader.string();
                            break;
                        }
                        case 2: {
                            obj.token = reader.bytes();
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
                                field: `${prefix}.email`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.token`,
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
        return encodeMessage(obj, PendingRegistration.codec());
    }
    PendingRegistration.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PendingRegistration.codec(), opts);
    }
    PendingRegistration.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PendingRegistration.codec(), opts);
    }
    PendingRegistration.stream = stream;
})(PendingRegistration || (PendingRegistration = {}));
export var PinnedFriend;
(function (PinnedFriend) {
    let _codec;
    PinnedFriend.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(18);
                    w.string(obj.name);
                }
                if (obj.statements != null && obj.statements.length > 0) {
                    for (const value of obj.statements) {
                        w.uint32(26);
                        w.bytes(value);
                    }
                }
                if ((obj.identityKey != null && obj.identityKey.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.identityKey);
                }
                if ((obj.exchangeKey != null && obj.exchangeKey.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.exchangeKey);
                }
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.certificate);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.home != null && obj.home.byteLength > 0)) {
                    w.uint32(74);
                    w.bytes(obj.home);
                }
                if ((obj.relation != null && obj.relation !== 0)) {
                    w.uint32(80);
                    w.uint32(obj.relation);
                }
                if ((obj.verified != null && obj.verified !== 0)) {
                    w.uint32(88);
                    w.uint32(obj.verified);
                }
                if ((obj.grantGiven != null && obj.grantGiven.byteLength > 0)) {
                    w.uint32(98);
                    w.bytes(obj.grantGiven);
                }
                if ((obj.grantHeld != null && obj.grantHeld.byteLength > 0)) {
                    w.uint32(106);
                    w.bytes(obj.grantHeld);
                }
                if ((obj.grantSerial != null && obj.grantSerial !== 0n)) {
                    w.uint32(112);
                    writeUint64(w, obj.grantSerial);
                }
                if ((obj.blocked != null && obj.blocked !== false)) {
                    w.uint32(120);
                    w.bool(obj.blocked);
                }
                if ((obj.addressKey != null && obj.addressKey.byteLength > 0)) {
                    w.uint32(130);
                    w.bytes(obj.addressKey);
                }
                if ((obj.addedAt != null && obj.addedAt !== 0n)) {
                    w.uint32(136);
                    writeUint64(w, obj.addedAt);
                }
                if (obj.archived != null) {
                    w.uint32(144);
                    w.bool(obj.archived);
                }
                if (obj.muted != null) {
                    w.uint32(152);
                    w.bool(obj.muted);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    name: '',
                    statements: [],
                    identityKey: uint8ArrayAlloc(0),
                    exchangeKey: uint8ArrayAlloc(0),
                    certificate: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    home: uint8ArrayAlloc(0),
                    relation: 0,
                    verified: 0,
                    grantGiven: uint8ArrayAlloc(0),
                    grantHeld: uint8ArrayAlloc(0),
                    grantSerial: 0n,
                    blocked: false,
                    addressKey: uint8ArrayAlloc(0),
                    addedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.name = reader.string();
                            break;
                        }
                        case 3: {
                            if (opts.limits?.statements != null && obj.statements.length === opts.limits.statements) {
                                throw new MaxLengthError('Decode error - repeated field "statements" had too many elements');
                            }
                            obj.statements.push(reader.bytes());
                            break;
                        }
                        case 4: {
                            obj.identityKey = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.exchangeKey = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.certificate = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.device = reader.bytes();
                            break;
                        }
                        case 8: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 9: {
                            obj.home = reader.bytes();
                            break;
                        }
                        case 10: {
                            obj.relation = reader.uint32();
                            break;
                        }
                        case 11: {
                            obj.verified = reader.uint32();
                            break;
                        }
                        case 12: {
                            obj.grantGiven = reader.bytes();
                            break;
                        }
                        case 13: {
                            obj.grantHeld = reader.bytes();
                            break;
                        }
                        case 14: {
                            obj.grantSerial = reader.uint64();
                            break;
                        }
                        case 15: {
                            obj.blocked = reader.bool();
                            break;
                        }
                        case 16: {
                            obj.addressKey = reader.bytes();
                            break;
                        }
                        case 17: {
                            obj.addedAt = reader.uint64();
                            break;
                        }
                        case 18: {
                            obj.archived = reader.bool();
                            break;
                        }
                        case 19: {
                            obj.muted = reader.bool();
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
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 3: {
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
                        case 4: {
                            yield {
                                field: `${prefix}.identityKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.exchangeKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.certificate`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.device`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.home`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.relation`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.verified`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 12: {
                            yield {
                                field: `${prefix}.grantGiven`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 13: {
                            yield {
                                field: `${prefix}.grantHeld`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 14: {
                            yield {
                                field: `${prefix}.grantSerial`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 15: {
                            yield {
                                field: `${prefix}.blocked`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 16: {
                            yield {
                                field: `${prefix}.addressKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 17: {
                            yield {
                                field: `${prefix}.addedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 18: {
                            yield {
                                field: `${prefix}.archived`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 19: {
                            yield {
                                field: `${prefix}.muted`,
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
        return encodeMessage(obj, PinnedFriend.codec());
    }
    PinnedFriend.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PinnedFriend.codec(), opts);
    }
    PinnedFriend.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PinnedFriend.codec(), opts);
    }
    PinnedFriend.stream = stream;
})(PinnedFriend || (PinnedFriend = {}));
export var PersonalContent;
(function (PersonalContent) {
    let _codec;
    PersonalContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.email != null && obj.email !== '')) {
                    w.uint32(10);
                    w.string(obj.email);
                }
                if ((obj.card != null && obj.card.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.card);
                }
                if ((obj.pictureLeftOut != null && obj.pictureLeftOut !== false)) {
                    w.uint32(24);
                    w.bool(obj.pictureLeftOut);
                }
                if ((obj.settings != null && obj.settings.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.settings);
                }
                if (obj.heads != null && obj.heads.length > 0) {
                    for (const value of obj.heads) {
                        w.uint32(42);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    email: '',
                    card: uint8ArrayAlloc(0),
                    pictureLeftOut: false,
                    settings: uint8ArrayAlloc(0),
                    heads: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.email = reader.string();
                            break;
                        }
                        case 2: {
                            obj.card = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.pictureLeftOut = reader.bool();
                            break;
                        }
                        case 4: {
                            obj.settings = reader.bytes();
                            break;
                        }
                        case 5: {
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
                                field: `${prefix}.email`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.card`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.pictureLeftOut`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.settings`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
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
        return encodeMessage(obj, PersonalContent.codec());
    }
    PersonalContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PersonalContent.codec(), opts);
    }
    PersonalContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PersonalContent.codec(), opts);
    }
    PersonalContent.stream = stream;
})(PersonalContent || (PersonalContent = {}));
export var KeyFileContent;
(function (KeyFileContent) {
    let _codec;
    KeyFileContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if (obj.identity != null) {
                    w.uint32(18);
                    IdentitySecrets.codec().encode(obj.identity, w);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.account);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(34);
                    w.string(obj.name);
                }
                if ((obj.statement != null && obj.statement.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.statement);
                }
                if ((obj.home != null && obj.home.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.home);
                }
                if (obj.friends != null && obj.friends.length > 0) {
                    for (const value of obj.friends) {
                        w.uint32(58);
                        PinnedFriend.codec().encode(value, w);
                    }
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.epoch);
                }
                if (obj.anywhere != null) {
                    w.uint32(74);
                    Anywhere.codec().encode(obj.anywhere, w);
                }
                if (obj.personal != null) {
                    w.uint32(82);
                    PersonalContent.codec().encode(obj.personal, w);
                }
                if (obj.later != null && obj.later.length > 0) {
                    for (const value of obj.later) {
                        w.uint32(242);
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
                    statement: uint8ArrayAlloc(0),
                    home: uint8ArrayAlloc(0),
                    friends: [],
                    epoch: 0n,
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
                            obj.identity = IdentitySecrets.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.identity
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
                            obj.statement = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.home = reader.bytes();
                            break;
                        }
                        case 7: {
                            if (opts.limits?.friends != null && obj.friends.length === opts.limits.friends) {
                                throw new MaxLengthError('Decode error - repeated field "friends" had too many elements');
                            }
                            obj.friends.push(PinnedFriend.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.friends$
                            }));
                            break;
                        }
                        case 8: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 9: {
                            obj.anywhere = Anywhere.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.anywhere
                            });
                            break;
                        }
                        case 10: {
                            obj.personal = PersonalContent.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.personal
                            });
                            break;
                        }
                        case 30: {
                            if (opts.limits?.later != null && obj.later.length === opts.limits.later) {
                                throw new MaxLengthError('Decode error - repeated field "later" had too many elements');
                            }
                            obj.later.push(reader.bytes());
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
                    friends: 0,
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
                            yield* IdentitySecrets.codec().stream(reader, reader.uint32(), `${prefix}.identity`, {
                                limits: opts.limits?.identity
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
                                field: `${prefix}.statement`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.home`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            if (opts.limits?.friends != null && obj.friends === opts.limits.friends) {
                                throw new MaxLengthError('Streaming decode error - repeated field "friends" had too many elements');
                            }
                            for (const evt of PinnedFriend.codec().stream(reader, reader.uint32(), `${prefix}.friends[]`, {
                                limits: opts.limits?.friends$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.friends
                                };
                            }
                            obj.friends++;
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 9: {
                            yield* Anywhere.codec().stream(reader, reader.uint32(), `${prefix}.anywhere`, {
                                limits: opts.limits?.anywhere
                            });
                            break;
                        }
                        case 10: {
                            yield* PersonalContent.codec().stream(reader, reader.uint32(), `${prefix}.personal`, {
                                limits: opts.limits?.personal
                            });
                            break;
                        }
                        case 30: {
                            if (opts.limits?.later != null && obj.later === opts.limits.later) {
                                throw new MaxLengthError('Streaming decode error - repeated field "later" had too many elements');
                            }
                            yield {
                                field: `${prefix}.later[]`,
                                index: obj.later,
                                value: reader.bytes()
                            };
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
        return encodeMessage(obj, KeyFileContent.codec());
    }
    KeyFileContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KeyFileContent.codec(), opts);
    }
    KeyFileContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KeyFileContent.codec(), opts);
    }
    KeyFileContent.stream = stream;
})(KeyFileContent || (KeyFileContent = {}));
export var UploadedVault;
(function (UploadedVault) {
    let _codec;
    UploadedVault.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if (obj.content != null) {
                    w.uint32(18);
                    KeyFileContent.codec().encode(obj.content, w);
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.server);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.number);
                }
                if ((obj.treeHead != null && obj.treeHead.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.treeHead);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    server: uint8ArrayAlloc(0),
                    number: 0n,
                    treeHead: uint8ArrayAlloc(0)
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
                            obj.content = KeyFileContent.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.content
                            });
                            break;
                        }
                        case 3: {
                            obj.server = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.number = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.treeHead = reader.bytes();
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
                            yield* KeyFileContent.codec().stream(reader, reader.uint32(), `${prefix}.content`, {
                                limits: opts.limits?.content
                            });
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.server`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.number`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.treeHead`,
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
        return encodeMessage(obj, UploadedVault.codec());
    }
    UploadedVault.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, UploadedVault.codec(), opts);
    }
    UploadedVault.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, UploadedVault.codec(), opts);
    }
    UploadedVault.stream = stream;
})(UploadedVault || (UploadedVault = {}));
