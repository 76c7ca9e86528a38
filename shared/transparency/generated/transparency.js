// Generated from transparency.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../../wire/uint64.ts';
import { encodeMessage } from '../../wire/message-writer.ts';
import { message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../../wire/message-reader.ts';
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
export var TreeHead;
(function (TreeHead) {
    let _codec;
    TreeHead.codec = () => {
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
                if ((obj.log != null && obj.log.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.log);
                }
                if ((obj.size != null && obj.size !== 0n)) {
                    w.uint32(32);
                    writeUint64(w, obj.size);
                }
                if ((obj.root != null && obj.root.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.root);
                }
                if ((obj.mapRoot != null && obj.mapRoot.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.mapRoot);
                }
                if ((obj.time != null && obj.time !== 0n)) {
                    w.uint32(56);
                    writeUint64(w, obj.time);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    server: uint8ArrayAlloc(0),
                    log: uint8ArrayAlloc(0),
                    size: 0n,
                    root: uint8ArrayAlloc(0),
                    mapRoot: uint8ArrayAlloc(0),
                    time: 0n
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
                            obj.log = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.size = reader.uint64();
                            break;
                        }
                        case 5: {
                            obj.root = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.mapRoot = reader.bytes();
                            break;
                        }
                        case 7: {
                            obj.time = reader.uint64();
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
                                field: `${prefix}.log`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.size`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.root`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.mapRoot`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 7: {
                            yield {
                                field: `${prefix}.time`,
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
        return encodeMessage(obj, TreeHead.codec());
    }
    TreeHead.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, TreeHead.codec(), opts);
    }
    TreeHead.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, TreeHead.codec(), opts);
    }
    TreeHead.stream = stream;
})(TreeHead || (TreeHead = {}));
export var MapProof;
(function (MapProof) {
    let _codec;
    MapProof.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.depth != null && obj.depth !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.depth);
                }
                if ((obj.present != null && obj.present.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.present);
                }
                if ((obj.siblings != null && obj.siblings.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.siblings);
                }
                if ((obj.otherKey != null && obj.otherKey.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.otherKey);
                }
                if ((obj.otherValueHash != null && obj.otherValueHash.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.otherValueHash);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    depth: 0,
                    present: uint8ArrayAlloc(0),
                    siblings: uint8ArrayAlloc(0),
                    otherKey: uint8ArrayAlloc(0),
                    otherValueHash: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.depth = reader.uint32();
                            break;
                        }
                        case 2: {
                            obj.present = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.siblings = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.otherKey = reader.bytes();
                            break;
                        }
                        case 5: {
                            obj.otherValueHash = reader.bytes();
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
                                field: `${prefix}.depth`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.present`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.siblings`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.otherKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.otherValueHash`,
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
        return encodeMessage(obj, MapProof.codec());
    }
    MapProof.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, MapProof.codec(), opts);
    }
    MapProof.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, MapProof.codec(), opts);
    }
    MapProof.stream = stream;
})(MapProof || (MapProof = {}));
export var HeadProof;
(function (HeadProof) {
    let _codec;
    HeadProof.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.head != null) {
                    w.uint32(10);
                    Signed.codec().encode(obj.head, w);
                }
                if ((obj.from != null && obj.from !== 0n)) {
                    w.uint32(16);
                    writeUint64(w, obj.from);
                }
                if ((obj.hashes != null && obj.hashes.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.hashes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    from: 0n,
                    hashes: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.head = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.head
                            });
                            break;
                        }
                        case 2: {
                            obj.from = reader.uint64();
                            break;
                        }
                        case 3: {
                            obj.hashes = reader.bytes();
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
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.head`, {
                                limits: opts.limits?.head
                            });
                            break;
                        }
                        case 2: {
                            yield {
                                field: `${prefix}.from`,
                                value: reader.uint64()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.hashes`,
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
        return encodeMessage(obj, HeadProof.codec());
    }
    HeadProof.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, HeadProof.codec(), opts);
    }
    HeadProof.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, HeadProof.codec(), opts);
    }
    HeadProof.stream = stream;
})(HeadProof || (HeadProof = {}));
export var LookupProof;
(function (LookupProof) {
    let _codec;
    LookupProof.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if (obj.head != null) {
                    w.uint32(10);
                    HeadProof.codec().encode(obj.head, w);
                }
                if (obj.map != null) {
                    w.uint32(18);
                    MapProof.codec().encode(obj.map, w);
                }
                if ((obj.value != null && obj.value.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.value);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    value: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.head = HeadProof.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.head
                            });
                            break;
                        }
                        case 2: {
                            obj.map = MapProof.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.map
                            });
                            break;
                        }
                        case 3: {
                            obj.value = reader.bytes();
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
                            yield* HeadProof.codec().stream(reader, reader.uint32(), `${prefix}.head`, {
                                limits: opts.limits?.head
                            });
                            break;
                        }
                        case 2: {
                            yield* MapProof.codec().stream(reader, reader.uint32(), `${prefix}.map`, {
                                limits: opts.limits?.map
                            });
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.value`,
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
        return encodeMessage(obj, LookupProof.codec());
    }
    LookupProof.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, LookupProof.codec(), opts);
    }
    LookupProof.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, LookupProof.codec(), opts);
    }
    LookupProof.stream = stream;
})(LookupProof || (LookupProof = {}));
export var Exhibit;
(function (Exhibit) {
    let _codec;
    Exhibit.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.key != null && obj.key.byteLength > 0)) {
                    w.uint32(82);
                    w.bytes(obj.key);
                }
                if ((obj.proof != null && obj.proof.byteLength > 0)) {
                    w.uint32(90);
                    w.bytes(obj.proof);
                }
                if ((obj.earlier != null && obj.earlier.byteLength > 0)) {
                    w.uint32(98);
                    w.bytes(obj.earlier);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    key: uint8ArrayAlloc(0),
                    proof: uint8ArrayAlloc(0),
                    earlier: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
                            obj.version = reader.uint32();
                            break;
                        }
                        case 10: {
                            obj.key = reader.bytes();
                            break;
                        }
                        case 11: {
                            obj.proof = reader.bytes();
                            break;
                        }
                        case 12: {
                            obj.earlier = reader.bytes();
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
                        case 10: {
                            yield {
                                field: `${prefix}.key`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 11: {
                            yield {
                                field: `${prefix}.proof`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 12: {
                            yield {
                                field: `${prefix}.earlier`,
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
        return encodeMessage(obj, Exhibit.codec());
    }
    Exhibit.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Exhibit.codec(), opts);
    }
    Exhibit.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Exhibit.codec(), opts);
    }
    Exhibit.stream = stream;
})(Exhibit || (Exhibit = {}));
export var Evidence;
(function (Evidence) {
    let _codec;
    Evidence.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if (obj.first != null) {
                    w.uint32(18);
                    Signed.codec().encode(obj.first, w);
                }
                if (obj.second != null) {
                    w.uint32(26);
                    Signed.codec().encode(obj.second, w);
                }
                if ((obj.hashes != null && obj.hashes.byteLength > 0)) {
                    w.uint32(34);
                    w.bytes(obj.hashes);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    hashes: uint8ArrayAlloc(0)
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
                            obj.first = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.first
                            });
                            break;
                        }
                        case 3: {
                            obj.second = Signed.codec().decode(reader, reader.uint32(), {
                                limits: opts.limits?.second
                            });
                            break;
                        }
                        case 4: {
                            obj.hashes = reader.bytes();
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
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.first`, {
                                limits: opts.limits?.first
                            });
                            break;
                        }
                        case 3: {
                            yield* Signed.codec().stream(reader, reader.uint32(), `${prefix}.second`, {
                                limits: opts.limits?.second
                            });
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.hashes`,
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
        return encodeMessage(obj, Evidence.codec());
    }
    Evidence.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, Evidence.codec(), opts);
    }
    Evidence.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, Evidence.codec(), opts);
    }
    Evidence.stream = stream;
})(Evidence || (Evidence = {}));
