// Generated from person.proto by scripts/codegen.ts; do not edit.
import { writeUint64 } from '../uint64.ts';
import { encodeMessage } from '../message-writer.ts';
import { MaxLengthError, message, streamMessage } from 'protons-runtime';
import { decodeMessage, noBytes as uint8ArrayAlloc } from '../message-reader.ts';
export var PersonCertificate;
(function (PersonCertificate) {
    let _codec;
    PersonCertificate.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.version != null && obj.version !== 0)) {
                    w.uint32(8);
                    w.uint32(obj.version);
                }
                if ((obj.account != null && obj.account.byteLength > 0)) {
                    w.uint32(18);
                    w.bytes(obj.account);
                }
                if ((obj.name != null && obj.name !== '')) {
                    w.uint32(26);
                    w.string(obj.name);
                }
                if ((obj.email != null && obj.email !== '')) {
                    w.uint32(34);
                    w.string(obj.email);
                }
                if ((obj.identityKey != null && obj.identityKey.byteLength > 0)) {
                    w.uint32(42);
                    w.bytes(obj.identityKey);
                }
                if ((obj.exchangeKey != null && obj.exchangeKey.byteLength > 0)) {
                    w.uint32(50);
                    w.bytes(obj.exchangeKey);
                }
                if ((obj.device != null && obj.device.byteLength > 0)) {
                    w.uint32(58);
                    w.bytes(obj.device);
                }
                if ((obj.epoch != null && obj.epoch !== 0n)) {
                    w.uint32(64);
                    writeUint64(w, obj.epoch);
                }
                if ((obj.issuedAt != null && obj.issuedAt !== 0n)) {
                    w.uint32(72);
                    writeUint64(w, obj.issuedAt);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0,
                    account: uint8ArrayAlloc(0),
                    name: '',
                    email: '',
                    identityKey: uint8ArrayAlloc(0),
                    exchangeKey: uint8ArrayAlloc(0),
                    device: uint8ArrayAlloc(0),
                    epoch: 0n,
                    issuedAt: 0n
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
                            obj.account = reader.bytes();
                            break;
                        }
                        case 3: {
                            obj.name = reader.string();
                            break;
                        }
                        case 4: {
                            obj.email = reader.string();
                            break;
                        }
                        case 5: {
                            obj.identityKey = reader.bytes();
                            break;
                        }
                        case 6: {
                            obj.exchangeKey = reader.bytes();
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
                            obj.issuedAt = reader.uint64();
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
                                field: `${prefix}.account`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 3: {
                            yield {
                                field: `${prefix}.name`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.email`,
                                value: reader.string()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.identityKey`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.exchangeKey`,
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
                                field: `${prefix}.issuedAt`,
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
        return encodeMessage(obj, PersonCertificate.codec());
    }
    PersonCertificate.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, PersonCertificate.codec(), opts);
    }
    PersonCertificate.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, PersonCertificate.codec(), opts);
    }
    PersonCertificate.stream = stream;
})(PersonCertificate || (PersonCertificate = {}));
export var CertificateContent;
(function (CertificateContent) {
    let _codec;
    CertificateContent.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.certificate);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    certificate: uint8ArrayAlloc(0)
                };
                const end = length == null ? reader.len : reader.pos + length;
                while (reader.pos < end) {
                    const tag = reader.uint32();
                    switch (tag >>> 3) {
                        case 1: {
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
        return encodeMessage(obj, CertificateContent.codec());
    }
    CertificateContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CertificateContent.codec(), opts);
    }
    CertificateContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, CertificateContent.codec(), opts);
    }
    CertificateContent.stream = stream;
})(CertificateContent || (CertificateContent = {}));
export var ProfileContent;
(function (ProfileContent) {
    let _codec;
    ProfileContent.codec = () => {
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
                if ((obj.picture != null && obj.picture.byteLength > 0)) {
                    w.uint32(26);
                    w.bytes(obj.picture);
                }
                if ((obj.sex != null && obj.sex !== 0)) {
                    w.uint32(32);
                    w.uint32(obj.sex);
                }
                if ((obj.birthYear != null && obj.birthYear !== 0)) {
                    w.uint32(40);
                    w.uint32(obj.birthYear);
                }
                if ((obj.status != null && obj.status !== '')) {
                    w.uint32(50);
                    w.string(obj.status);
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    version: 0n,
                    displayName: '',
                    picture: uint8ArrayAlloc(0),
                    sex: 0,
                    birthYear: 0,
                    status: ''
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
                            obj.picture = reader.bytes();
                            break;
                        }
                        case 4: {
                            obj.sex = reader.uint32();
                            break;
                        }
                        case 5: {
                            obj.birthYear = reader.uint32();
                            break;
                        }
                        case 6: {
                            obj.status = reader.string();
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
                                field: `${prefix}.picture`,
                                value: reader.bytes()
                            };
                            break;
                        }
                        case 4: {
                            yield {
                                field: `${prefix}.sex`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 5: {
                            yield {
                                field: `${prefix}.birthYear`,
                                value: reader.uint32()
                            };
                            break;
                        }
                        case 6: {
                            yield {
                                field: `${prefix}.status`,
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
        return encodeMessage(obj, ProfileContent.codec());
    }
    ProfileContent.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, ProfileContent.codec(), opts);
    }
    ProfileContent.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, ProfileContent.codec(), opts);
    }
    ProfileContent.stream = stream;
})(ProfileContent || (ProfileContent = {}));
export var CertificateFile;
(function (CertificateFile) {
    let _codec;
    CertificateFile.codec = () => {
        if (_codec == null) {
            _codec = message((obj, w, opts = {}) => {
                if (opts.lengthDelimited !== false) {
                    w.fork();
                }
                if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
                    w.uint32(10);
                    w.bytes(obj.certificate);
                }
                if (obj.statements != null && obj.statements.length > 0) {
                    for (const value of obj.statements) {
                        w.uint32(18);
                        w.bytes(value);
                    }
                }
                if (opts.lengthDelimited !== false) {
                    w.ldelim();
                }
            }, (reader, length, opts = {}) => {
                const obj = {
                    certificate: uint8ArrayAlloc(0),
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
        return encodeMessage(obj, CertificateFile.codec());
    }
    CertificateFile.encode = encode;
    function decode(buf, opts) {
        return decodeMessage(buf, CertificateFile.codec(), opts);
    }
    CertificateFile.decode = decode;
    function stream(buf, opts) {
        return streamMessage(buf, CertificateFile.codec(), opts);
    }
    CertificateFile.stream = stream;
})(CertificateFile || (CertificateFile = {}));
