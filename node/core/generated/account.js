// Generated from account.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../../../shared/wire/uint64.ts';
import { encodeMessage } from '../../../shared/wire/message-writer.ts';
import { MaxLengthError, message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../../../shared/wire/message-reader.ts';
export var PrekeyStateRow;
(function (PrekeyStateRow) {
    let _codec;
    PrekeyStateRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.signedPrekeyId != null && obj.signedPrekeyId !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.signedPrekeyId);
                }
                if ((obj.lastResortId != null && obj.lastResortId !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.lastResortId);
                }
                if ((obj.nextId != null && obj.nextId !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.nextId);
                }
                if ((obj.rotatedAt != null && obj.rotatedAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.rotatedAt);
                }
                if ((obj.confirmedEpoch != null && obj.confirmedEpoch !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.confirmedEpoch);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    signedPrekeyId: 0,
                    lastResortId: 0,
                    nextId: 0,
                    rotatedAt: 0n,
                    confirmedEpoch: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.signedPrekeyId = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.lastResortId = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.nextId = reader.uint32();
                            break;
                        }
                        case 4: {
                            obj.rotatedAt = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.confirmedEpoch = reader.uint64();
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
                                field: `${prefix}.signedPrekeyId`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.lastResortId`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.nextId`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.rotatedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.confirmedEpoch`,
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
        return encodeMessage(obj, PrekeyStateRow.codec());
    }
    PrekeyStateRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PrekeyStateRow.codec(), opts);
    }
    PrekeyStateRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PrekeyStateRow.codec(), opts);
    }
    PrekeyStateRow.stream = stream;
})(PrekeyStateRow || (PrekeyStateRow = {}));
export var PrekeyUploadRow;
(function (PrekeyUploadRow) {
    let _codec;
    PrekeyUploadRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.bundle != null && obj.bundle.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.bundle);
                }
                if (obj.oneTime != null && obj.oneTime.length > 0) {
                    for (const value of obj.oneTime) {
                        w.uint32(18);
                        w.bytes(value);
                    }
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.epoch);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    bundle: uint8ArrayAlloc(0),
                    oneTime: [],
                    epoch: 0n
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
                            if (opts.limits?.oneTime != null && obj.oneTime.length === opts.limits.oneTime) {
                                throw new MaxLengthError('Decode error - repeated field "oneTime" had too many elements');
                            }
                            obj.oneTime.push(reader.bytes());
                            break;
                        }
                        case 3: {
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
                const obj = {
                    oneTime: 0
                };
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
                            if (opts.limits?.oneTime != null && obj.oneTime === opts.limits.oneTime) {
                                throw new MaxLengthError('Streaming decode error - repeated field "oneTime" had too many elements');
                            }
                            yield {
                                field: `${prefix}.oneTime[]`,
                                index: obj.oneTime,
                                value: reader.bytes()
                            };
                            obj.oneTime++;
                            break;
                        }
                        case 3: {
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
        return encodeMessage(obj, PrekeyUploadRow.codec());
    }
    PrekeyUploadRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PrekeyUploadRow.codec(), opts);
    }
    PrekeyUploadRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PrekeyUploadRow.codec(), opts);
    }
    PrekeyUploadRow.stream = stream;
})(PrekeyUploadRow || (PrekeyUploadRow = {}));
export var AddressStateRow;
(function (AddressStateRow) {
    let _codec;
    AddressStateRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.sequence != null && obj.sequence !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.sequence);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    sequence: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.sequence = reader.uint64();
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
        return encodeMessage(obj, AddressStateRow.codec());
    }
    AddressStateRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, AddressStateRow.codec(), opts);
    }
    AddressStateRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, AddressStateRow.codec(), opts);
    }
    AddressStateRow.stream = stream;
})(AddressStateRow || (AddressStateRow = {}));
export var PrekeyRow;
(function (PrekeyRow) {
    let _codec;
    PrekeyRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.key);
                }
                if ((obj.kemKey != null && obj.kemKey.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.kemKey);
                }
                if ((obj.publicKey != null && obj.publicKey.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.publicKey);
                }
                if ((obj.madeAt != null && obj.madeAt !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.madeAt);
                }
                if ((obj.replacedAt != null && obj.replacedAt !== 0n)) {
                    w.uint32(40);
                    writeUint64(w, obj.replacedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    key: uint8ArrayAlloc(0),
                    kemKey: uint8ArrayAlloc(0),
                    publicKey: uint8ArrayAlloc(0),
                    madeAt: 0n,
                    replacedAt: 0n
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
                            obj.kemKey = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.publicKey = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.madeAt = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.replacedAt = reader.uint64();
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
                                field: `${prefix}.kemKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.publicKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.madeAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.replacedAt`,
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
        return encodeMessage(obj, PrekeyRow.codec());
    }
    PrekeyRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PrekeyRow.codec(), opts);
    }
    PrekeyRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PrekeyRow.codec(), opts);
    }
    PrekeyRow.stream = stream;
})(PrekeyRow || (PrekeyRow = {}));
export var SeenFirstRow;
(function (SeenFirstRow) {
    let _codec;
    SeenFirstRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.fingerprint != null && obj.fingerprint.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.fingerprint);
                }
                if ((obj.acceptedAt != null && obj.acceptedAt !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.acceptedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    fingerprint: uint8ArrayAlloc(0),
                    acceptedAt: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.fingerprint = reader.bytes();
                            break;
                        }
                        case 2: {
                            obj.acceptedAt = reader.uint64();
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
                                field: `${prefix}.fingerprint`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.acceptedAt`,
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
        return encodeMessage(obj, SeenFirstRow.codec());
    }
    SeenFirstRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, SeenFirstRow.codec(), opts);
    }
    SeenFirstRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, SeenFirstRow.codec(), opts);
    }
    SeenFirstRow.stream = stream;
})(SeenFirstRow || (SeenFirstRow = {}));
export var KnownOpeningRow;
(function (KnownOpeningRow) {
    let _codec;
    KnownOpeningRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.server != null && obj.server.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.server);
                }
                if ((obj.count != null && obj.count !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.count);
                }
                if ((obj.id != null && obj.id.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.id);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    server: uint8ArrayAlloc(0),
                    count: 0,
                    id: uint8ArrayAlloc(0)
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
                            obj.count = reader.uint32();
                            break;
                        }
                        case 3: {
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
                                field: `${prefix}.server`,
                                value: reader.bytes()
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
        return encodeMessage(obj, KnownOpeningRow.codec());
    }
    KnownOpeningRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, KnownOpeningRow.codec(), opts);
    }
    KnownOpeningRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, KnownOpeningRow.codec(), opts);
    }
    KnownOpeningRow.stream = stream;
})(KnownOpeningRow || (KnownOpeningRow = {}));
export var DamageRow;
(function (DamageRow) {
    let _codec;
    DamageRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.repairedAt != null && obj.repairedAt !== 0n)) {
                    w.uint32(8);
                    writeUint64(w, obj.repairedAt);
                }
                if ((obj.lost != null && obj.lost !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.lost);
                }
                if ((obj.lostBatches != null && obj.lostBatches !== 0n)) {
                    w.uint32(24);
                    writeUint64(w, obj.lostBatches);
                }
                if (obj.tables != null && obj.tables.length > 0) {
                    for (const value of obj.tables) {
                        w.uint32(34);
                        DamagedTable.codec().encode(value, w);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    repairedAt: 0n,
                    lost: 0n,
                    lostBatches: 0n,
                    tables: []
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.repairedAt = reader.uint64();
                            break;
                        }
                        case 2: {
                            obj.lost = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.lostBatches = reader.uint64();
                            break;
                        }
                        case 4: {
                            if (opts.limits?.tables != null && obj.tables.length === opts.limits.tables) {
                                throw new MaxLengthError('Decode error - repeated field "tables" had too many elements');
                            }
                            obj.tables.push(DamagedTable.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.tables$
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
                    tables: 0
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            yield {
                                field: `${prefix}.repairedAt`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.lost`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.lostBatches`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 4: {
                            if (opts.limits?.tables != null && obj.tables === opts.limits.tables) {
                                throw new MaxLengthError('Streaming decode error - repeated field "tables" had too many elements');
                            }
                            for (const evt of DamagedTable.codec().stream(reader, reader.uint32(), `${prefix}.tables[]`, {
                                limits: opts.limits?.tables$
                            })) {
                                yield {
                                    ...evt,
                                    index: obj.tables
                                };
                            }
                            obj.tables++;
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
        return encodeMessage(obj, DamageRow.codec());
    }
    DamageRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DamageRow.codec(), opts);
    }
    DamageRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DamageRow.codec(), opts);
    }
    DamageRow.stream = stream;
})(DamageRow || (DamageRow = {}));
export var DamagedTable;
(function (DamagedTable) {
    let _codec;
    DamagedTable.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.table != null && obj.table !== '')) {
                    w.uint32(10);
                    w.string(obj.table);
                }
                if ((obj.rows != null && obj.rows !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.rows);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    table: '',
                    rows: 0n
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.table = reader.string();
                            break;
                        }
                        case 2: {
                            obj.rows = reader.uint64();
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
                                field: `${prefix}.table`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.rows`,
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
        return encodeMessage(obj, DamagedTable.codec());
    }
    DamagedTable.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, DamagedTable.codec(), opts);
    }
    DamagedTable.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, DamagedTable.codec(), opts);
    }
    DamagedTable.stream = stream;
})(DamagedTable || (DamagedTable = {}));
export var PastActRow;
(function (PastActRow) {
    let _codec;
    PastActRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if ((obj.serial != null && obj.serial !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.serial);
                }
                if ((obj.outcome != null && obj.outcome !== 0)) {
                    w.uint32(24);
                    w.uint32(obj.outcome);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    serial: 0n,
                    outcome: 0
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
                            obj.serial = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.outcome = reader.uint32();
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
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.serial`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.outcome`,
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
        return encodeMessage(obj, PastActRow.codec());
    }
    PastActRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PastActRow.codec(), opts);
    }
    PastActRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PastActRow.codec(), opts);
    }
    PastActRow.stream = stream;
})(PastActRow || (PastActRow = {}));
export var ChoreRow;
(function (ChoreRow) {
    let _codec;
    ChoreRow.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.account);
                }
                if ((obj.kind != null && obj.kind !== 0)) {
                    w.uint32(16);
                    w.uint32(obj.kind);
                }
                if ((obj.greeting != null && obj.greeting !== '')) {
                    w.uint32(26);
                    w.string(obj.greeting);
                }
                if ((obj.outcome != null && obj.outcome !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.outcome);
                }
                if ((obj.blocked != null && obj.blocked !== false)) {
                    w.uint32(40);
                    w.bool(obj.blocked);
                }
                if ((obj.serial != null && obj.serial !== 0n)) {
                    w.uint32(48);
                    writeUint64(w, obj.serial);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    account: uint8ArrayAlloc(0),
                    kind: 0,
                    greeting: '',
                    outcome: 0,
                    blocked: false,
                    serial: 0n
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
                            obj.kind = reader.uint32();
                            break;
                        }
                        case 3: {
                            obj.greeting = reader.string();
                            break;
                        }
                        case 4: {
                            obj.outcome = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.blocked = reader.bool();
                            break;
                        }
                        case 6: {
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
                                field: `${prefix}.account`,
                                value: reader.bytes()
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
                                field: `${prefix}.greeting`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.outcome`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.blocked`,
                                value: reader.bool()
                            };
                            break;
                        }
                        case 6: {
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
        return encodeMessage(obj, ChoreRow.codec());
    }
    ChoreRow.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ChoreRow.codec(), opts);
    }
    ChoreRow.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ChoreRow.codec(), opts);
    }
    ChoreRow.stream = stream;
})(ChoreRow || (ChoreRow = {}));
