// Generated from rows.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../../../shared/wire/uint64.ts';
import { encodeMessage } from '../../../shared/wire/message-writer.ts';
import { MaxLengthError, message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../../../shared/wire/message-reader.ts';
export var ContactRow;
(function (ContactRow) {
    let _codec;
    ContactRow.codec = () => {
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
                if ((obj.lastSeen != null && obj.lastSeen !== 0n)) {
                    w.uint32(128);
                    writeUint64(w, obj.lastSeen);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(138);
                        w.string(value);
                    }
                }
                if ((obj.addressKey != null && obj.addressKey.byteLength > 0)) {
                    w.uint32(146);
                    w.bytes(obj.addressKey);
                }
                if ((obj.addedAt != null && obj.addedAt !== 0n)) {
                    w.uint32(152);
                    writeUint64(w, obj.addedAt);
                }
                if ((obj.forgetHistory != null && obj.forgetHistory !== false)) {
                    w.uint32(160);
                    w.bool(obj.forgetHistory);
                }
                if ((obj.unconfirmedGrant != null && obj.unconfirmedGrant.byteLength > 0)) {
                    w.uint32(170);
                    w.bytes(obj.unconfirmedGrant);
                }
                if ((obj.greeting != null && obj.greeting !== '')) {
                    w.uint32(178);
                    w.string(obj.greeting);
                }
                if (obj.vaultNote != null) {
                    w.uint32(186);
                    w.bytes(obj.vaultNote);
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
                    lastSeen: 0n,
                    addresses: [],
                    addressKey: uint8ArrayAlloc(0),
                    addedAt: 0n,
                    forgetHistory: false,
                    unconfirmedGrant: uint8ArrayAlloc(0),
                    greeting: ''
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
                            obj.lastSeen = reader.uint64();
                            break;
                        }
                        case 17: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        case 18: {
                            obj.addressKey = reader.bytes();
                            break;
                        }
                        case 19: {
                            obj.addedAt = reader.uint64();
                            break;
                        }
                        case 20: {
                            obj.forgetHistory = reader.bool();
                            break;
                        }
                        case 21: {
                            obj.unconfirmedGrant = reader.bytes();
                            break;
                        }
                        case 22: {
                            obj.greeting = reader.string();
                            break;
                        }
                        case 23: {
                            obj.vaultNote = reader.bytes();
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
                    addresses: 0
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
                                field: `${prefix}.lastSeen`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 17: {
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
                        case 18: {
                            yield {
                                field: `${prefix}.addressKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 19: {
                            yield {
                                field: `${prefix}.addedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 20: {
                            yield {
                                field: `${prefix}.forgetHistory`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 21: {
                            yield {
                                field: `${prefix}.unconfirmedGrant`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 22: {
                            yield {
                                field: `${prefix}.greeting`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 23: {
                            yield {
                                field: `${prefix}.vaultNote`,
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
        return encodeMessage(obj, ContactRow.codec());
    }
    ContactRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ContactRow.codec(), opts);
    }
    ContactRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ContactRow.codec(), opts);
    }
    ContactRow.stream = stream;
})(ContactRow || (ContactRow = {}));
export var CountersRow;
(function (CountersRow) {
    let _codec;
    CountersRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.nextNumber != null && obj.nextNumber !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.nextNumber);
                }
                if ((obj.numberEpoch != null && obj.numberEpoch !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.numberEpoch);
                }
                if ((obj.nextPosition != null && obj.nextPosition !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.nextPosition);
                }
                if ((obj.readUpTo != null && obj.readUpTo !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.readUpTo);
                }
                if ((obj.unread != null && obj.unread !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.unread);
                }
                if (obj.inbox != null && obj.inbox.length > 0) {
                    for (const value of obj.inbox) {
                        w.uint32(50);
                        InboxCursor.codec().encode(value, w);
                    }
                }
                if ((obj.lastPosition != null && obj.lastPosition !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.lastPosition);
                }
                if ((obj.sendingSlot != null && obj.sendingSlot !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.sendingSlot);
                }
                if ((obj.nextSlot != null && obj.nextSlot !== 0n)) {
                    w.uint32(72);
                    writeUint64(w, obj.nextSlot);
                }
                if ((obj.clearedBelow != null && obj.clearedBelow !== 0n)) {
                    w.uint32(80);
                    writeUint64(w, obj.clearedBelow);
                }
                if ((obj.friendRead != null && obj.friendRead !== 0n)) {
                    w.uint32(88);
                    writeUint64(w, obj.friendRead);
                }
                if ((obj.friendReadPosition != null && obj.friendReadPosition !== 0n)) {
                    w.uint32(96);
                    writeUint64(w, obj.friendReadPosition);
                }
                if ((obj.sentCount != null && obj.sentCount !== 0n)) {
                    w.uint32(104);
                    writeUint64(w, obj.sentCount);
                }
                if ((obj.sentDigest != null && obj.sentDigest.byteLength > 0)) {
                    w.uint32(114);
                    w.bytes(obj.sentDigest);
                }
                if (obj.toldRead != null) {
                    w.uint32(162);
                    ReadMark.codec().encode(obj.toldRead, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    nextNumber: 0n,
                    numberEpoch: 0n,
                    nextPosition: 0n,
                    readUpTo: 0n,
                    unread: 0,
                    inbox: [],
                    lastPosition: 0n,
                    sendingSlot: 0n,
                    nextSlot: 0n,
                    clearedBelow: 0n,
                    friendRead: 0n,
                    friendReadPosition: 0n,
                    sentCount: 0n,
                    sentDigest: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.nextNumber = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.numberEpoch = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.nextPosition = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.readUpTo = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.unread = reader.uint32();
                            break;
                        }
                        case 6: {
                            if (opts.limits?.inbox != null && obj.inbox.length === opts.limits.inbox) {
                                throw new MaxLengthError('Decode error - repeated field "inbox" had too many elements');
                            }
                            obj.inbox.push(InboxCursor.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.inbox$
                            }));
                            break;
                        }
                        case 7: {
                            obj.lastPosition = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.sendingSlot = reader.uint64();
                            break;
                        }
                        case 9: {
                            obj.nextSlot = reader.uint64();
                            break;
                        }
                        case 10: {
                            obj.clearedBelow = reader.uint64();
                            break;
                        }
                        case 11: {
                            obj.friendRead = reader.uint64();
                            break;
                        }
                        case 12: {
                            obj.friendReadPosition = reader.uint64();
                            break;
                        }
                        case 13: {
                            obj.sentCount = reader.uint64();
                            break;
                        }
                        case 14: {
                            obj.sentDigest = reader.bytes();
                            break;
                        }
                        case 20: {
                            obj.toldRead = ReadMark.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.toldRead
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
                const obj = {
                    inbox: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.nextNumber`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.numberEpoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.nextPosition`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.readUpTo`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.unread`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 6: {
                            if (opts.limits?.inbox != null && obj.inbox === opts.limits.inbox) {
                                throw new MaxLengthError('Streaming decode error - repeated field "inbox" had too many elements');
                            }
                            for (const evt of InboxCursor.codec().stream(reader, reader.uint32(), `${prefix}.inbox[]`, {
                                limits: opts.limits?.inbox$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.inbox
                                };
                            }
                            obj.inbox++;
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.lastPosition`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.sendingSlot`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.nextSlot`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.clearedBelow`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.friendRead`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 12: {
                            yield {
                                field: `${prefix}.friendReadPosition`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 13: {
                            yield {
                                field: `${prefix}.sentCount`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 14: {
                            yield {
                                field: `${prefix}.sentDigest`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 20: {
                            yield* ReadMark.codec().stream(reader, reader.uint32(), `${prefix}.toldRead`, {
                                limits: opts.limits?.toldRead
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
        return encodeMessage(obj, CountersRow.codec());
    }
    CountersRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CountersRow.codec(), opts);
    }
    CountersRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, CountersRow.codec(), opts);
    }
    CountersRow.stream = stream;
})(CountersRow || (CountersRow = {}));
export var ReadMark;
(function (ReadMark) {
    let _codec;
    ReadMark.codec = () => {
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
        return encodeMessage(obj, ReadMark.codec());
    }
    ReadMark.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReadMark.codec(), opts);
    }
    ReadMark.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ReadMark.codec(), opts);
    }
    ReadMark.stream = stream;
})(ReadMark || (ReadMark = {}));
export var InboxCursor;
(function (InboxCursor) {
    let _codec;
    InboxCursor.codec = () => {
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
                if ((obj.base != null && obj.base !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.base);
                }
                if (obj.skipped != null && obj.skipped.length > 0) {
                    for (const value of obj.skipped) {
                        w.uint32(34);
                        RowRange.codec().encode(value, w);
                    }
                }
                if ((obj.count != null && obj.count !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.count);
                }
                if ((obj.digest != null && obj.digest.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.digest);
                }
                if (obj.apart != null && obj.apart.length > 0) {
                    for (const value of obj.apart) {
                        w.uint32(58);
                        NumberedId.codec().encode(value, w);
                    }
                }
                if (obj.torn != null && obj.torn.length > 0) {
                    for (const value of obj.torn) {
                        w.uint32(66);
                        NumberedId.codec().encode(value, w);
                    }
                }
                if ((obj.cleared != null && obj.cleared !== 0n)) {
                    w.uint32(72);
                    writeUint64(w, obj.cleared);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    next: 0n,
                    base: 0n,
                    skipped: [],
                    count: 0n,
                    digest: uint8ArrayAlloc(0),
                    apart: [],
                    torn: [],
                    cleared: 0n
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
                            obj.base = reader.uint64();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.skipped != null && obj.skipped.length === opts.limits.skipped) {
                                throw new MaxLengthError('Decode error - repeated field "skipped" had too many elements');
                            }
                            obj.skipped.push(RowRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.skipped$
                            }));
                            break;
                        }
                        case 5: {
                            obj.count = reader.uint64();
                            break;
                        }
                        case 6: {
                            obj.digest = reader.bytes();
                            break;
                        }
                        case 7: {
                            if (opts.limits?.apart != null && obj.apart.length === opts.limits.apart) {
                                throw new MaxLengthError('Decode error - repeated field "apart" had too many elements');
                            }
                            obj.apart.push(NumberedId.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.apart$
                            }));
                            break;
                        }
                        case 8: {
                            if (opts.limits?.torn != null && obj.torn.length === opts.limits.torn) {
                                throw new MaxLengthError('Decode error - repeated field "torn" had too many elements');
                            }
                            obj.torn.push(NumberedId.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.torn$
                            }));
                            break;
                        }
                        case 9: {
                            obj.cleared = reader.uint64();
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
                    apart: 0,
                    torn: 0
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
                                field: `${prefix}.base`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            if (opts.limits?.skipped != null && obj.skipped === opts.limits.skipped) {
                                throw new MaxLengthError('Streaming decode error - repeated field "skipped" had too many elements');
                            }
                            for (const evt of RowRange.codec().stream(reader, reader.uint32(), `${prefix}.skipped[]`, {
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
                            yield {
                                field: `${prefix}.count`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.digest`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            if (opts.limits?.apart != null && obj.apart === opts.limits.apart) {
                                throw new MaxLengthError('Streaming decode error - repeated field "apart" had too many elements');
                            }
                            for (const evt of NumberedId.codec().stream(reader, reader.uint32(), `${prefix}.apart[]`, {
                                limits: opts.limits?.apart$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.apart
                                };
                            }
                            obj.apart++;
                            break;
                        }
                        case 8: {
                            if (opts.limits?.torn != null && obj.torn === opts.limits.torn) {
                                throw new MaxLengthError('Streaming decode error - repeated field "torn" had too many elements');
                            }
                            for (const evt of NumberedId.codec().stream(reader, reader.uint32(), `${prefix}.torn[]`, {
                                limits: opts.limits?.torn$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.torn
                                };
                            }
                            obj.torn++;
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.cleared`,
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
        return encodeMessage(obj, InboxCursor.codec());
    }
    InboxCursor.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, InboxCursor.codec(), opts);
    }
    InboxCursor.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, InboxCursor.codec(), opts);
    }
    InboxCursor.stream = stream;
})(InboxCursor || (InboxCursor = {}));
export var RowRange;
(function (RowRange) {
    let _codec;
    RowRange.codec = () => {
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
        return encodeMessage(obj, RowRange.codec());
    }
    RowRange.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RowRange.codec(), opts);
    }
    RowRange.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RowRange.codec(), opts);
    }
    RowRange.stream = stream;
})(RowRange || (RowRange = {}));
export var NumberedId;
(function (NumberedId) {
    let _codec;
    NumberedId.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.number);
                }
                if ((obj.messageId != null && obj.messageId.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.messageId);
                }
                if ((obj.position != null && obj.position !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.position);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    number: 0n,
                    messageId: uint8ArrayAlloc(0),
                    position: 0n
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
                            obj.messageId = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.position = reader.uint64();
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
                                field: `${prefix}.messageId`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.position`,
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
        return encodeMessage(obj, NumberedId.codec());
    }
    NumberedId.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, NumberedId.codec(), opts);
    }
    NumberedId.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, NumberedId.codec(), opts);
    }
    NumberedId.stream = stream;
})(NumberedId || (NumberedId = {}));
export var StandRow;
(function (StandRow) {
    let _codec;
    StandRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sentAgreed != null && obj.sentAgreed !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.sentAgreed);
                }
                if ((obj.sentTotal != null && obj.sentTotal !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.sentTotal);
                }
                if ((obj.sentAgreedAt != null && obj.sentAgreedAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.sentAgreedAt);
                }
                if ((obj.receivedAgreed != null && obj.receivedAgreed !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.receivedAgreed);
                }
                if ((obj.receivedTotal != null && obj.receivedTotal !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.receivedTotal);
                }
                if ((obj.receivedAgreedAt != null && obj.receivedAgreedAt !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.receivedAgreedAt);
                }
                if ((obj.differedAt != null && obj.differedAt !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.differedAt);
                }
                if ((obj.rolledBackAt != null && obj.rolledBackAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.rolledBackAt);
                }
                if (obj.givenUp != null && obj.givenUp.length > 0) {
                    for (const value of obj.givenUp) {
                        w.uint32(74);
                        NumberedId.codec().encode(value, w);
                    }
                }
                if (obj.lost != null && obj.lost.length > 0) {
                    for (const value of obj.lost) {
                        w.uint32(82);
                        RowRange.codec().encode(value, w);
                    }
                }
                if (obj.renumbered != null && obj.renumbered.length > 0) {
                    for (const value of obj.renumbered) {
                        w.uint32(90);
                        NumberedId.codec().encode(value, w);
                    }
                }
                if (obj.withheld != null && obj.withheld.length > 0) {
                    for (const value of obj.withheld) {
                        w.uint32(98);
                        WithheldMail.codec().encode(value, w);
                    }
                }
                if ((obj.unsummed != null && obj.unsummed !== false)) {
                    w.uint32(104);
                    w.bool(obj.unsummed);
                }
                if (obj.abandoned != null && obj.abandoned.length > 0) {
                    for (const value of obj.abandoned) {
                        w.uint32(114);
                        RowRange.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sentAgreed: 0n,
                    sentTotal: 0n,
                    sentAgreedAt: 0n,
                    receivedAgreed: 0n,
                    receivedTotal: 0n,
                    receivedAgreedAt: 0n,
                    differedAt: 0n,
                    rolledBackAt: 0n,
                    givenUp: [],
                    lost: [],
                    renumbered: [],
                    withheld: [],
                    unsummed: false,
                    abandoned: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sentAgreed = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.sentTotal = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.sentAgreedAt = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.receivedAgreed = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.receivedTotal = reader.uint64();
                            break;
                        }
                        case 6: {
                            obj.receivedAgreedAt = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.differedAt = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.rolledBackAt = reader.uint64();
                            break;
                        }
                        case 9: {
                            if (opts.limits?.givenUp != null && obj.givenUp.length === opts.limits.givenUp) {
                                throw new MaxLengthError('Decode error - repeated field "givenUp" had too many elements');
                            }
                            obj.givenUp.push(NumberedId.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.givenUp$
                            }));
                            break;
                        }
                        case 10: {
                            if (opts.limits?.lost != null && obj.lost.length === opts.limits.lost) {
                                throw new MaxLengthError('Decode error - repeated field "lost" had too many elements');
                            }
                            obj.lost.push(RowRange.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.lost$
                            }));
                            break;
                        }
                        case 11: {
                            if (opts.limits?.renumbered != null && obj.renumbered.length === opts.limits.renumbered) {
                                throw new MaxLengthError('Decode error - repeated field "renumbered" had too many elements');
                            }
                            obj.renumbered.push(NumberedId.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.renumbered$
                            }));
                            break;
                        }
                        case 12: {
                            if (opts.limits?.withheld != null && obj.withheld.length === opts.limits.withheld) {
                                throw new MaxLengthError('Decode error - repeated field "withheld" had too many elements');
                            }
                            obj.withheld.push(WithheldMail.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.withheld$
                            }));
                            break;
                        }
                        case 13: {
                            obj.unsummed = reader.bool();
                            break;
                        }
                        case 14: {
                            if (opts.limits?.abandoned != null && obj.abandoned.length === opts.limits.abandoned) {
                                throw new MaxLengthError('Decode error - repeated field "abandoned" had too many elements');
                            }
                            obj.abandoned.push(RowRange.codec().decode(reader, reader.uint32(), {
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
                    givenUp: 0,
                    lost: 0,
                    renumbered: 0,
                    withheld: 0,
                    abandoned: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.sentAgreed`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.sentTotal`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.sentAgreedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.receivedAgreed`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.receivedTotal`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.receivedAgreedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.differedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.rolledBackAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 9: {
                            if (opts.limits?.givenUp != null && obj.givenUp === opts.limits.givenUp) {
                                throw new MaxLengthError('Streaming decode error - repeated field "givenUp" had too many elements');
                            }
                            for (const evt of NumberedId.codec().stream(reader, reader.uint32(), `${prefix}.givenUp[]`, {
                                limits: opts.limits?.givenUp$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.givenUp
                                };
                            }
                            obj.givenUp++;
                            break;
                        }
                        case 10: {
                            if (opts.limits?.lost != null && obj.lost === opts.limits.lost) {
                                throw new MaxLengthError('Streaming decode error - repeated field "lost" had too many elements');
                            }
                            for (const evt of RowRange.codec().stream(reader, reader.uint32(), `${prefix}.lost[]`, {
                                limits: opts.limits?.lost$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.lost
                                };
                            }
                            obj.lost++;
                            break;
                        }
                        case 11: {
                            if (opts.limits?.renumbered != null && obj.renumbered === opts.limits.renumbered) {
                                throw new MaxLengthError('Streaming decode error - repeated field "renumbered" had too many elements');
                            }
                            for (const evt of NumberedId.codec().stream(reader, reader.uint32(), `${prefix}.renumbered[]`, {
                                limits: opts.limits?.renumbered$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.renumbered
                                };
                            }
                            obj.renumbered++;
                            break;
                        }
                        case 12: {
                            if (opts.limits?.withheld != null && obj.withheld === opts.limits.withheld) {
                                throw new MaxLengthError('Streaming decode error - repeated field "withheld" had too many elements');
                            }
                            for (const evt of WithheldMail.codec().stream(reader, reader.uint32(), `${prefix}.withheld[]`, {
                                limits: opts.limits?.withheld$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.withheld
                                };
                            }
                            obj.withheld++;
                            break;
                        }
                        case 13: {
                            yield {
                                field: `${prefix}.unsummed`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 14: {
                            if (opts.limits?.abandoned != null && obj.abandoned === opts.limits.abandoned) {
                                throw new MaxLengthError('Streaming decode error - repeated field "abandoned" had too many elements');
                            }
                            for (const evt of RowRange.codec().stream(reader, reader.uint32(), `${prefix}.abandoned[]`, {
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
        return encodeMessage(obj, StandRow.codec());
    }
    StandRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, StandRow.codec(), opts);
    }
    StandRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, StandRow.codec(), opts);
    }
    StandRow.stream = stream;
})(StandRow || (StandRow = {}));
export var WithheldMail;
(function (WithheldMail) {
    let _codec;
    WithheldMail.codec = () => {
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
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.server);
                }
                if ((obj.storedAt != null && obj.storedAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.storedAt);
                }
                if ((obj.receipt != null && obj.receipt.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.receipt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    number: 0n,
                    server: uint8ArrayAlloc(0),
                    storedAt: 0n,
                    receipt: uint8ArrayAlloc(0)
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
                            obj.server = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.storedAt = reader.uint64();
                            break;
                        }
                        case 5: {
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
                                field: `${prefix}.server`,
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
                        case 5: {
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
        return encodeMessage(obj, WithheldMail.codec());
    }
    WithheldMail.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, WithheldMail.codec(), opts);
    }
    WithheldMail.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, WithheldMail.codec(), opts);
    }
    WithheldMail.stream = stream;
})(WithheldMail || (WithheldMail = {}));
export var DeletedRow;
(function (DeletedRow) {
    let _codec;
    DeletedRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.epochs != null && obj.epochs.length > 0) {
                    for (const value of obj.epochs) {
                        w.uint32(10);
                        DeletedIds.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epochs: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.epochs != null && obj.epochs.length === opts.limits.epochs) {
                                throw new MaxLengthError('Decode error - repeated field "epochs" had too many elements');
                            }
                            obj.epochs.push(DeletedIds.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.epochs$
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
                    epochs: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.epochs != null && obj.epochs === opts.limits.epochs) {
                                throw new MaxLengthError('Streaming decode error - repeated field "epochs" had too many elements');
                            }
                            for (const evt of DeletedIds.codec().stream(reader, reader.uint32(), `${prefix}.epochs[]`, {
                                limits: opts.limits?.epochs$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.epochs
                                };
                            }
                            obj.epochs++;
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
        return encodeMessage(obj, DeletedRow.codec());
    }
    DeletedRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DeletedRow.codec(), opts);
    }
    DeletedRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DeletedRow.codec(), opts);
    }
    DeletedRow.stream = stream;
})(DeletedRow || (DeletedRow = {}));
export var DeletedIds;
(function (DeletedIds) {
    let _codec;
    DeletedIds.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.ids != null && obj.ids.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.ids);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    epoch: 0n,
                    ids: uint8ArrayAlloc(0)
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
                            obj.ids = reader.bytes();
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
                                field: `${prefix}.ids`,
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
        return encodeMessage(obj, DeletedIds.codec());
    }
    DeletedIds.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DeletedIds.codec(), opts);
    }
    DeletedIds.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DeletedIds.codec(), opts);
    }
    DeletedIds.stream = stream;
})(DeletedIds || (DeletedIds = {}));
export var ChatRow;
(function (ChatRow) {
    let _codec;
    ChatRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.archived != null && obj.archived !== false)) {
                    w.uint32(8);
                    w.bool(obj.archived);
                }
                if ((obj.muted != null && obj.muted !== false)) {
                    w.uint32(16);
                    w.bool(obj.muted);
                }
                if ((obj.draft != null && obj.draft !== '')) {
                    w.uint32(26);
                    w.string(obj.draft);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    archived: false,
                    muted: false,
                    draft: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.archived = reader.bool();
                            break;
                        }
                        case 2: {
                            obj.muted = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.draft = reader.string();
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
                                field: `${prefix}.archived`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.muted`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.draft`,
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
        return encodeMessage(obj, ChatRow.codec());
    }
    ChatRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ChatRow.codec(), opts);
    }
    ChatRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ChatRow.codec(), opts);
    }
    ChatRow.stream = stream;
})(ChatRow || (ChatRow = {}));
export var SessionRow;
(function (SessionRow) {
    let _codec;
    SessionRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.session);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.unconfirmed != null && obj.unconfirmed !== false)) {
                    w.uint32(32);
                    w.bool(obj.unconfirmed);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    session: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    unconfirmed: false
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
                            obj.device = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.unconfirmed = reader.bool();
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
                                field: `${prefix}.unconfirmed`,
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
        return encodeMessage(obj, SessionRow.codec());
    }
    SessionRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SessionRow.codec(), opts);
    }
    SessionRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SessionRow.codec(), opts);
    }
    SessionRow.stream = stream;
})(SessionRow || (SessionRow = {}));
export var OutboxRow;
(function (OutboxRow) {
    let _codec;
    OutboxRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.messageId != null && obj.messageId.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.messageId);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.number);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.kind);
                }
                if ((obj.body != null && obj.body.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.body);
                }
                if ((obj.sentAt != null && obj.sentAt !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.sentAt);
                }
                if ((obj.position != null && obj.position !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.position);
                }
                if ((obj.envelope != null && obj.envelope.byteLength > 0)) {
                    w.uint32(66);
                    w.bytes(obj.envelope);
                }
                if ((obj.envelopeId != null && obj.envelopeId.byteLength > 0)) {
                    w.uint32(74);
                    w.bytes(obj.envelopeId);
                }
                if ((obj.session != null && obj.session.byteLength > 0)) {
                    w.uint32(82);
                    w.bytes(obj.session);
                }
                if ((obj.receipt != null && obj.receipt.byteLength > 0)) {
                    w.uint32(90);
                    w.bytes(obj.receipt);
                }
                if ((obj.storedUntil != null && obj.storedUntil !== 0n)) {
                    w.uint32(96);
                    writeUint64(w, obj.storedUntil);
                }
                if (obj.formerNumbers != null && obj.formerNumbers.length > 0) {
                    for (const value of obj.formerNumbers) {
                        w.uint32(104);
                        writeUint64(w, value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    messageId: uint8ArrayAlloc(0),
                    number: 0n,
                    epoch: 0n,
                    kind: 0,
                    body: uint8ArrayAlloc(0),
                    sentAt: 0n,
                    position: 0n,
                    envelope: uint8ArrayAlloc(0),
                    envelopeId: uint8ArrayAlloc(0),
                    session: uint8ArrayAlloc(0),
                    receipt: uint8ArrayAlloc(0),
                    storedUntil: 0n,
                    formerNumbers: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.messageId = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.number = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.body = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.sentAt = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.position = reader.uint64();
                            break;
                        }
                        case 8: {
                            obj.envelope = reader.bytes();
                            break;
                        }
                        case 9: {
                            obj.envelopeId = reader.bytes();
                            break;
                        }
                        case 10: {
                            obj.session = reader.bytes();
                            break;
                        }
                        case 11: {
                            obj.receipt = reader.bytes();
                            break;
                        }
                        case 12: {
                            obj.storedUntil = reader.uint64();
                            break;
                        }
                        case 13: {
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
                                field: `${prefix}.messageId`,
                                value: reader.bytes()
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
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.kind`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.body`,
                                value: reader.bytes()
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
                                field: `${prefix}.position`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.envelope`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.envelopeId`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.session`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.receipt`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 12: {
                            yield {
                                field: `${prefix}.storedUntil`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 13: {
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
        return encodeMessage(obj, OutboxRow.codec());
    }
    OutboxRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OutboxRow.codec(), opts);
    }
    OutboxRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, OutboxRow.codec(), opts);
    }
    OutboxRow.stream = stream;
})(OutboxRow || (OutboxRow = {}));
export var HeldRow;
(function (HeldRow) {
    let _codec;
    HeldRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.content != null && obj.content.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.content);
                }
                if ((obj.path != null && obj.path !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.path);
                }
                if ((obj.receivedAt != null && obj.receivedAt !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.receivedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    content: uint8ArrayAlloc(0),
                    path: 0,
                    receivedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.content = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.path = reader.uint32();
                            break;
                        }
                        case 3: {
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
                                field: `${prefix}.content`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.path`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
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
export var HistoryRow;
(function (HistoryRow) {
    let _codec;
    HistoryRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.messageId != null && obj.messageId.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.messageId);
                }
                if ((obj.direction != null && obj.direction !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.direction);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.kind);
                }
                if ((obj.body != null && obj.body.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.body);
                }
                if ((obj.sentAt != null && obj.sentAt !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.sentAt);
                }
                if ((obj.receivedAt != null && obj.receivedAt !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.receivedAt);
                }
                if ((obj.state != null && obj.state !== 0)) {
                    w.uint32(56);
                    w.uint32(obj.state);
                }
                if ((obj.reason != null && obj.reason !== '')) {
                    w.uint32(66);
                    w.string(obj.reason);
                }
                if ((obj.path != null && obj.path !== 0)) {
                    w.uint32(72);
                    w.uint32(obj.path);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(80);
                    writeUint64(w, obj.number);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(88);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.nextNumber != null && obj.nextNumber !== 0n)) {
                    w.uint32(96);
                    writeUint64(w, obj.nextNumber);
                }
                if (obj.formerNumbers != null && obj.formerNumbers.length > 0) {
                    for (const value of obj.formerNumbers) {
                        w.uint32(104);
                        writeUint64(w, value);
                    }
                }
                if ((obj.replyPosition != null && obj.replyPosition !== 0n)) {
                    w.uint32(112);
                    writeUint64(w, obj.replyPosition);
                }
                if (obj.changes != null) {
                    w.uint32(122);
                    MessageChanges.codec().encode(obj.changes, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    messageId: uint8ArrayAlloc(0),
                    direction: 0,
                    kind: 0,
                    body: uint8ArrayAlloc(0),
                    sentAt: 0n,
                    receivedAt: 0n,
                    state: 0,
                    reason: '',
                    path: 0,
                    number: 0n,
                    epoch: 0n,
                    nextNumber: 0n,
                    formerNumbers: [],
                    replyPosition: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.messageId = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.direction = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.body = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.sentAt = reader.uint64();
                            break;
                        }
                        case 6: {
                            obj.receivedAt = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.state = reader.uint32();
                            break;
                        }
                        case 8: {
                            obj.reason = reader.string();
                            break;
                        }
                        case 9: {
                            obj.path = reader.uint32();
                            break;
                        }
                        case 10: {
                            obj.number = reader.uint64();
                            break;
                        }
                        case 11: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 12: {
                            obj.nextNumber = reader.uint64();
                            break;
                        }
                        case 13: {
                            if (opts.limits?.formerNumbers != null && obj.formerNumbers.length === opts.limits.formerNumbers) {
                                throw new MaxLengthError('Decode error - repeated field "formerNumbers" had too many elements');
                            }
                            obj.formerNumbers.push(reader.uint64());
                            break;
                        }
                        case 14: {
                            obj.replyPosition = reader.uint64();
                            break;
                        }
                        case 15: {
                            obj.changes = MessageChanges.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.changes
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
                const obj = {
                    formerNumbers: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.messageId`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.direction`,
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
                                field: `${prefix}.body`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.sentAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.receivedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.state`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.reason`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.path`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.number`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.epoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 12: {
                            yield {
                                field: `${prefix}.nextNumber`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 13: {
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
                        case 14: {
                            yield {
                                field: `${prefix}.replyPosition`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 15: {
                            yield* MessageChanges.codec().stream(reader, reader.uint32(), `${prefix}.changes`, {
                                limits: opts.limits?.changes
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
        return encodeMessage(obj, HistoryRow.codec());
    }
    HistoryRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HistoryRow.codec(), opts);
    }
    HistoryRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, HistoryRow.codec(), opts);
    }
    HistoryRow.stream = stream;
})(HistoryRow || (HistoryRow = {}));
export var MessageChanges;
(function (MessageChanges) {
    let _codec;
    MessageChanges.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.hidden != null && obj.hidden !== false)) {
                    w.uint32(8);
                    w.bool(obj.hidden);
                }
                if ((obj.deleted != null && obj.deleted !== false)) {
                    w.uint32(16);
                    w.bool(obj.deleted);
                }
                if ((obj.editedText != null && obj.editedText !== '')) {
                    w.uint32(26);
                    w.string(obj.editedText);
                }
                if ((obj.editedAt != null && obj.editedAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.editedAt);
                }
                if ((obj.editEpoch != null && obj.editEpoch !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.editEpoch);
                }
                if ((obj.editNumber != null && obj.editNumber !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.editNumber);
                }
                if (obj.reactions != null && obj.reactions.length > 0) {
                    for (const value of obj.reactions) {
                        w.uint32(58);
                        ReactionRow.codec().encode(value, w);
                    }
                }
                if (obj.edits != null && obj.edits.length > 0) {
                    for (const value of obj.edits) {
                        w.uint32(64);
                        writeUint64(w, value);
                    }
                }
                if ((obj.ownCount != null && obj.ownCount !== 0)) {
                    w.uint32(72);
                    w.uint32(obj.ownCount);
                }
                if ((obj.friendCount != null && obj.friendCount !== 0)) {
                    w.uint32(80);
                    w.uint32(obj.friendCount);
                }
                if (obj.unsent != null && obj.unsent.length > 0) {
                    for (const value of obj.unsent) {
                        w.uint32(88);
                        writeUint64(w, value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    hidden: false,
                    deleted: false,
                    editedText: '',
                    editedAt: 0n,
                    editEpoch: 0n,
                    editNumber: 0n,
                    reactions: [],
                    edits: [],
                    ownCount: 0,
                    friendCount: 0,
                    unsent: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.hidden = reader.bool();
                            break;
                        }
                        case 2: {
                            obj.deleted = reader.bool();
                            break;
                        }
                        case 3: {
                            obj.editedText = reader.string();
                            break;
                        }
                        case 4: {
                            obj.editedAt = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.editEpoch = reader.uint64();
                            break;
                        }
                        case 6: {
                            obj.editNumber = reader.uint64();
                            break;
                        }
                        case 7: {
                            if (opts.limits?.reactions != null && obj.reactions.length === opts.limits.reactions) {
                                throw new MaxLengthError('Decode error - repeated field "reactions" had too many elements');
                            }
                            obj.reactions.push(ReactionRow.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.reactions$
                            }));
                            break;
                        }
                        case 8: {
                            if (opts.limits?.edits != null && obj.edits.length === opts.limits.edits) {
                                throw new MaxLengthError('Decode error - repeated field "edits" had too many elements');
                            }
                            obj.edits.push(reader.uint64());
                            break;
                        }
                        case 9: {
                            obj.ownCount = reader.uint32();
                            break;
                        }
                        case 10: {
                            obj.friendCount = reader.uint32();
                            break;
                        }
                        case 11: {
                            if (opts.limits?.unsent != null && obj.unsent.length === opts.limits.unsent) {
                                throw new MaxLengthError('Decode error - repeated field "unsent" had too many elements');
                            }
                            obj.unsent.push(reader.uint64());
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
                    reactions: 0,
                    edits: 0,
                    unsent: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.hidden`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.deleted`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.editedText`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.editedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.editEpoch`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.editNumber`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            if (opts.limits?.reactions != null && obj.reactions === opts.limits.reactions) {
                                throw new MaxLengthError('Streaming decode error - repeated field "reactions" had too many elements');
                            }
                            for (const evt of ReactionRow.codec().stream(reader, reader.uint32(), `${prefix}.reactions[]`, {
                                limits: opts.limits?.reactions$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.reactions
                                };
                            }
                            obj.reactions++;
                            break;
                        }
                        case 8: {
                            if (opts.limits?.edits != null && obj.edits === opts.limits.edits) {
                                throw new MaxLengthError('Streaming decode error - repeated field "edits" had too many elements');
                            }
                            yield {
                                field: `${prefix}.edits[]`,
                                index: obj.edits,
                                value: reader.uint64()
                            };
                            obj.edits++;
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.ownCount`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 10: {
                            yield {
                                field: `${prefix}.friendCount`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 11: {
                            if (opts.limits?.unsent != null && obj.unsent === opts.limits.unsent) {
                                throw new MaxLengthError('Streaming decode error - repeated field "unsent" had too many elements');
                            }
                            yield {
                                field: `${prefix}.unsent[]`,
                                index: obj.unsent,
                                value: reader.uint64()
                            };
                            obj.unsent++;
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
        return encodeMessage(obj, MessageChanges.codec());
    }
    MessageChanges.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MessageChanges.codec(), opts);
    }
    MessageChanges.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, MessageChanges.codec(), opts);
    }
    MessageChanges.stream = stream;
})(MessageChanges || (MessageChanges = {}));
export var ReactionRow;
(function (ReactionRow) {
    let _codec;
    ReactionRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.direction != null && obj.direction !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.direction);
                }
                if ((obj.emoji != null && obj.emoji !== '')) {
                    w.uint32(18);
                    w.string(obj.emoji);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.number != null && obj.number !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.number);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    direction: 0,
                    emoji: '',
                    epoch: 0n,
                    number: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.direction = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.emoji = reader.string();
                            break;
                        }
                        case 3: {
                            obj.epoch = reader.uint64();
                            break;
                        }
                        case 4: {
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
                                field: `${prefix}.direction`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.emoji`,
                                value: reader.string()
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
        return encodeMessage(obj, ReactionRow.codec());
    }
    ReactionRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ReactionRow.codec(), opts);
    }
    ReactionRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ReactionRow.codec(), opts);
    }
    ReactionRow.stream = stream;
})(ReactionRow || (ReactionRow = {}));
export var RenamedNotice;
(function (RenamedNotice) {
    let _codec;
    RenamedNotice.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.formerName != null && obj.formerName !== '')) {
                    w.uint32(10);
                    w.string(obj.formerName);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(18);
                    w.string(obj.name);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    formerName: '',
                    name: ''
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.formerName = reader.string();
                            break;
                        }
                        case 2: {
                            obj.name = reader.string();
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
                                field: `${prefix}.formerName`,
                                value: reader.string()
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
        return encodeMessage(obj, RenamedNotice.codec());
    }
    RenamedNotice.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, RenamedNotice.codec(), opts);
    }
    RenamedNotice.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, RenamedNotice.codec(), opts);
    }
    RenamedNotice.stream = stream;
})(RenamedNotice || (RenamedNotice = {}));
export var PathRow;
(function (PathRow) {
    let _codec;
    PathRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.path != null && obj.path !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.path);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    path: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.path = reader.uint32();
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
                                field: `${prefix}.path`,
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
        return encodeMessage(obj, PathRow.codec());
    }
    PathRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PathRow.codec(), opts);
    }
    PathRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PathRow.codec(), opts);
    }
    PathRow.stream = stream;
})(PathRow || (PathRow = {}));
export var RequestRow;
(function (RequestRow) {
    let _codec;
    RequestRow.codec = () => {
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
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.certificate);
                }
                if ((obj.home != null && obj.home.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.home);
                }
                if ((obj.grant != null && obj.grant.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.grant);
                }
                if ((obj.greeting != null && obj.greeting !== '')) {
                    w.uint32(58);
                    w.string(obj.greeting);
                }
                if ((obj.receivedAt != null && obj.receivedAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.receivedAt);
                }
                if (obj.addresses != null && obj.addresses.length > 0) {
                    for (const value of obj.addresses) {
                        w.uint32(162);
                        w.string(value);
                    }
                }
                if ((obj.bundle != null && obj.bundle.byteLength > 0)) {
                    w.uint32(170);
                    w.bytes(obj.bundle);
                }
                if ((obj.oneTime != null && obj.oneTime.byteLength > 0)) {
                    w.uint32(178);
                    w.bytes(obj.oneTime);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    name: '',
                    statements: [],
                    certificate: uint8ArrayAlloc(0),
                    home: uint8ArrayAlloc(0),
                    grant: uint8ArrayAlloc(0),
                    greeting: '',
                    receivedAt: 0n,
                    addresses: [],
                    bundle: uint8ArrayAlloc(0),
                    oneTime: uint8ArrayAlloc(0)
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
                            obj.certificate = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.home = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.grant = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.greeting = reader.string();
                            break;
                        }
                        case 8: {
                            obj.receivedAt = reader.uint64();
                            break;
                        }
                        case 20: {
                            if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements');
                            }
                            obj.addresses.push(reader.string());
                            break;
                        }
                        case 21: {
                            obj.bundle = reader.bytes();
                            break;
                        }
                        case 22: {
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
                const obj = {
                    statements: 0,
                    addresses: 0
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
                                field: `${prefix}.certificate`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.home`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.grant`,
                                value: reader.bytes()
                            };
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
                                field: `${prefix}.receivedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 20: {
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
                        case 21: {
                            yield {
                                field: `${prefix}.bundle`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 22: {
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
export var MetRow;
(function (MetRow) {
    let _codec;
    MetRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.bundle != null && obj.bundle.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.bundle);
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
                    bundle: uint8ArrayAlloc(0),
                    oneTime: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.bundle = reader.bytes();
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
                            yield {
                                field: `${prefix}.bundle`,
                                value: reader.bytes()
                            };
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
        return encodeMessage(obj, MetRow.codec());
    }
    MetRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MetRow.codec(), opts);
    }
    MetRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, MetRow.codec(), opts);
    }
    MetRow.stream = stream;
})(MetRow || (MetRow = {}));
export var HeadRow;
(function (HeadRow) {
    let _codec;
    HeadRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.head != null && obj.head.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.head);
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
                    head: uint8ArrayAlloc(0),
                    seenAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.head = reader.bytes();
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
                                field: `${prefix}.head`,
                                value: reader.bytes()
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
        return encodeMessage(obj, HeadRow.codec());
    }
    HeadRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HeadRow.codec(), opts);
    }
    HeadRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, HeadRow.codec(), opts);
    }
    HeadRow.stream = stream;
})(HeadRow || (HeadRow = {}));
export var EntryRow;
(function (EntryRow) {
    let _codec;
    EntryRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.server);
                }
                if ((obj.log != null && obj.log.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.log);
                }
                if ((obj.entry != null && obj.entry.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.entry);
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.proof);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    server: uint8ArrayAlloc(0),
                    log: uint8ArrayAlloc(0),
                    entry: uint8ArrayAlloc(0),
                    proof: uint8ArrayAlloc(0)
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
                            obj.log = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.entry = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.proof = reader.bytes();
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
                                field: `${prefix}.server`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.log`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.entry`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.proof`,
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
        return encodeMessage(obj, EntryRow.codec());
    }
    EntryRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EntryRow.codec(), opts);
    }
    EntryRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, EntryRow.codec(), opts);
    }
    EntryRow.stream = stream;
})(EntryRow || (EntryRow = {}));
export var AlarmRow;
(function (AlarmRow) {
    let _codec;
    AlarmRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.kind);
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.server);
                }
                if ((obj.log != null && obj.log.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.log);
                }
                if ((obj.friend != null && obj.friend.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.friend);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(42);
                    w.string(obj.name);
                }
                if ((obj.at != null && obj.at !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.at);
                }
                if ((obj.state != null && obj.state !== 0)) {
                    w.uint32(56);
                    w.uint32(obj.state);
                }
                if ((obj.decidedAt != null && obj.decidedAt !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.decidedAt);
                }
                if ((obj.evidence != null && obj.evidence.byteLength > 0)) {
                    w.uint32(74);
                    w.bytes(obj.evidence);
                }
                if (obj.stops != null && obj.stops.length > 0) {
                    for (const value of obj.stops) {
                        w.uint32(82);
                        w.bytes(value);
                    }
                }
                if (obj.other != null) {
                    w.uint32(162);
                    OtherKey.codec().encode(obj.other, w);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    kind: 0,
                    server: uint8ArrayAlloc(0),
                    log: uint8ArrayAlloc(0),
                    friend: uint8ArrayAlloc(0),
                    name: '',
                    at: 0n,
                    state: 0,
                    decidedAt: 0n,
                    evidence: uint8ArrayAlloc(0),
                    stops: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.server = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.log = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.friend = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.name = reader.string();
                            break;
                        }
                        case 6: {
                            obj.at = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.state = reader.uint32();
                            break;
                        }
                        case 8: {
                            obj.decidedAt = reader.uint64();
                            break;
                        }
                        case 9: {
                            obj.evidence = reader.bytes();
                            break;
                        }
                        case 10: {
                            if (opts.limits?.stops != null && obj.stops.length === opts.limits.stops) {
                                throw new MaxLengthError('Decode error - repeated field "stops" had too many elements');
                            }
                            obj.stops.push(reader.bytes());
                            break;
                        }
                        case 20: {
                            obj.other = OtherKey.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.other
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
                const obj = {
                    stops: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.kind`,
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
                                field: `${prefix}.log`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.friend`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.at`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.state`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.decidedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 9: {
                            yield {
                                field: `${prefix}.evidence`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 10: {
                            if (opts.limits?.stops != null && obj.stops === opts.limits.stops) {
                                throw new MaxLengthError('Streaming decode error - repeated field "stops" had too many elements');
                            }
                            yield {
                                field: `${prefix}.stops[]`,
                                index: obj.stops,
                                value: reader.bytes()
                            };
                            obj.stops++;
                            break;
                        }
                        case 20: {
                            yield* OtherKey.codec().stream(reader, reader.uint32(), `${prefix}.other`, {
                                limits: opts.limits?.other
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
        return encodeMessage(obj, AlarmRow.codec());
    }
    AlarmRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AlarmRow.codec(), opts);
    }
    AlarmRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AlarmRow.codec(), opts);
    }
    AlarmRow.stream = stream;
})(AlarmRow || (AlarmRow = {}));
export var OtherKey;
(function (OtherKey) {
    let _codec;
    OtherKey.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.how != null && obj.how !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.how);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.identityKey != null && obj.identityKey.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.identityKey);
                }
                if ((obj.exchangeKey != null && obj.exchangeKey.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.exchangeKey);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    how: 0,
                    account: uint8ArrayAlloc(0),
                    identityKey: uint8ArrayAlloc(0),
                    exchangeKey: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.how = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.identityKey = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.exchangeKey = reader.bytes();
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
                                field: `${prefix}.how`,
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
                                field: `${prefix}.identityKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.exchangeKey`,
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
        return encodeMessage(obj, OtherKey.codec());
    }
    OtherKey.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, OtherKey.codec(), opts);
    }
    OtherKey.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, OtherKey.codec(), opts);
    }
    OtherKey.stream = stream;
})(OtherKey || (OtherKey = {}));
export var FeedRow;
(function (FeedRow) {
    let _codec;
    FeedRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.events != null && obj.events.length > 0) {
                    for (const value of obj.events) {
                        w.uint32(10);
                        EventRow.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    events: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.events != null && obj.events.length === opts.limits.events) {
                                throw new MaxLengthError('Decode error - repeated field "events" had too many elements');
                            }
                            obj.events.push(EventRow.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.events$
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
                    events: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            if (opts.limits?.events != null && obj.events === opts.limits.events) {
                                throw new MaxLengthError('Streaming decode error - repeated field "events" had too many elements');
                            }
                            for (const evt of EventRow.codec().stream(reader, reader.uint32(), `${prefix}.events[]`, {
                                limits: opts.limits?.events$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.events
                                };
                            }
                            obj.events++;
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
        return encodeMessage(obj, FeedRow.codec());
    }
    FeedRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, FeedRow.codec(), opts);
    }
    FeedRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, FeedRow.codec(), opts);
    }
    FeedRow.stream = stream;
})(FeedRow || (FeedRow = {}));
export var EventRow;
(function (EventRow) {
    let _codec;
    EventRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.type != null && obj.type !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.type);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.position != null && obj.position !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.position);
                }
                if ((obj.change != null && obj.change !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.change);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(42);
                    w.string(obj.name);
                }
                if ((obj.last != null && obj.last !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.last);
                }
                if ((obj.state != null && obj.state !== 0)) {
                    w.uint32(56);
                    w.uint32(obj.state);
                }
                if ((obj.path != null && obj.path !== 0)) {
                    w.uint32(64);
                    w.uint32(obj.path);
                }
                if ((obj.formerName != null && obj.formerName !== '')) {
                    w.uint32(162);
                    w.string(obj.formerName);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    type: 0,
                    account: uint8ArrayAlloc(0),
                    position: 0n,
                    change: 0,
                    name: '',
                    last: 0n,
                    state: 0,
                    path: 0,
                    formerName: ''
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
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.position = reader.uint64();
                            break;
                        }
                        case 4: {
                            obj.change = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.name = reader.string();
                            break;
                        }
                        case 6: {
                            obj.last = reader.uint64();
                            break;
                        }
                        case 7: {
                            obj.state = reader.uint32();
                            break;
                        }
                        case 8: {
                            obj.path = reader.uint32();
                            break;
                        }
                        case 20: {
                            obj.formerName = reader.string();
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
                                field: `${prefix}.type`,
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
                                field: `${prefix}.position`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.change`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.last`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.state`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 8: {
                            yield {
                                field: `${prefix}.path`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 20: {
                            yield {
                                field: `${prefix}.formerName`,
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
        return encodeMessage(obj, EventRow.codec());
    }
    EventRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, EventRow.codec(), opts);
    }
    EventRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, EventRow.codec(), opts);
    }
    EventRow.stream = stream;
})(EventRow || (EventRow = {}));
