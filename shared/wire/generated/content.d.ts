// Generated from content.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface Content {
    version: number;
    kind: number;
    messageId: Uint8Array;
    epoch: bigint;
    number: bigint;
    sentAt: bigint;
    settledBelow: bigint;
    body: Uint8Array;
}
export declare namespace Content {
    const codec: () => Codec<Content>;
    interface ContentVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface ContentKindFieldEvent {
        field: '$.kind';
        value: number;
    }
    interface ContentMessageIdFieldEvent {
        field: '$.messageId';
        value: Uint8Array;
    }
    interface ContentEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ContentNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface ContentSentAtFieldEvent {
        field: '$.sentAt';
        value: bigint;
    }
    interface ContentSettledBelowFieldEvent {
        field: '$.settledBelow';
        value: bigint;
    }
    interface ContentBodyFieldEvent {
        field: '$.body';
        value: Uint8Array;
    }
    function encode(obj: Partial<Content>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Content>): Content;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Content>): Generator<ContentVersionFieldEvent | ContentKindFieldEvent | ContentMessageIdFieldEvent | ContentEpochFieldEvent | ContentNumberFieldEvent | ContentSentAtFieldEvent | ContentSettledBelowFieldEvent | ContentBodyFieldEvent>;
}
export interface TextContent {
    text: string;
}
export declare namespace TextContent {
    const codec: () => Codec<TextContent>;
    interface TextContentTextFieldEvent {
        field: '$.text';
        value: string;
    }
    function encode(obj: Partial<TextContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TextContent>): TextContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TextContent>): Generator<TextContentTextFieldEvent>;
}
export interface ReceiptContent {
    type: number;
    epoch: bigint;
    ranges: NumberRange[];
}
export declare namespace ReceiptContent {
    const codec: () => Codec<ReceiptContent>;
    interface ReceiptContentTypeFieldEvent {
        field: '$.type';
        value: number;
    }
    interface ReceiptContentEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ReceiptContentRangesFirstFieldEvent {
        field: '$.ranges[].first';
        value: bigint;
        index: number;
    }
    interface ReceiptContentRangesLastFieldEvent {
        field: '$.ranges[].last';
        value: bigint;
        index: number;
    }
    function encode(obj: Partial<ReceiptContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceiptContent>): ReceiptContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceiptContent>): Generator<ReceiptContentTypeFieldEvent | ReceiptContentEpochFieldEvent | ReceiptContentRangesFirstFieldEvent | ReceiptContentRangesLastFieldEvent>;
}
export interface NumberRange {
    first: bigint;
    last: bigint;
}
export declare namespace NumberRange {
    const codec: () => Codec<NumberRange>;
    interface NumberRangeFirstFieldEvent {
        field: '$.first';
        value: bigint;
    }
    interface NumberRangeLastFieldEvent {
        field: '$.last';
        value: bigint;
    }
    function encode(obj: Partial<NumberRange>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<NumberRange>): NumberRange;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<NumberRange>): Generator<NumberRangeFirstFieldEvent | NumberRangeLastFieldEvent>;
}
export interface FriendAcceptContent {
    grant: Uint8Array;
    home: Uint8Array;
}
export declare namespace FriendAcceptContent {
    const codec: () => Codec<FriendAcceptContent>;
    interface FriendAcceptContentGrantFieldEvent {
        field: '$.grant';
        value: Uint8Array;
    }
    interface FriendAcceptContentHomeFieldEvent {
        field: '$.home';
        value: Uint8Array;
    }
    function encode(obj: Partial<FriendAcceptContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendAcceptContent>): FriendAcceptContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendAcceptContent>): Generator<FriendAcceptContentGrantFieldEvent | FriendAcceptContentHomeFieldEvent>;
}
export interface FriendRefuseContent {
}
export declare namespace FriendRefuseContent {
    const codec: () => Codec<FriendRefuseContent>;
    function encode(obj: Partial<FriendRefuseContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendRefuseContent>): FriendRefuseContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendRefuseContent>): Generator<{}>;
}
export interface FriendRemoveContent {
}
export declare namespace FriendRemoveContent {
    const codec: () => Codec<FriendRemoveContent>;
    function encode(obj: Partial<FriendRemoveContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendRemoveContent>): FriendRemoveContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FriendRemoveContent>): Generator<{}>;
}
export interface ResendContent {
    epoch: bigint;
    ranges: NumberRange[];
    envelopeIds: Uint8Array[];
}
export declare namespace ResendContent {
    const codec: () => Codec<ResendContent>;
    interface ResendContentEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ResendContentRangesFirstFieldEvent {
        field: '$.ranges[].first';
        value: bigint;
        index: number;
    }
    interface ResendContentRangesLastFieldEvent {
        field: '$.ranges[].last';
        value: bigint;
        index: number;
    }
    interface ResendContentEnvelopeIdsFieldEvent {
        field: '$.envelopeIds[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<ResendContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ResendContent>): ResendContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ResendContent>): Generator<ResendContentEpochFieldEvent | ResendContentRangesFirstFieldEvent | ResendContentRangesLastFieldEvent | ResendContentEnvelopeIdsFieldEvent>;
}
export interface DeviceAnnounceContent {
    certificate: Uint8Array;
    home: Uint8Array;
    grant: Uint8Array;
}
export declare namespace DeviceAnnounceContent {
    const codec: () => Codec<DeviceAnnounceContent>;
    interface DeviceAnnounceContentCertificateFieldEvent {
        field: '$.certificate';
        value: Uint8Array;
    }
    interface DeviceAnnounceContentHomeFieldEvent {
        field: '$.home';
        value: Uint8Array;
    }
    interface DeviceAnnounceContentGrantFieldEvent {
        field: '$.grant';
        value: Uint8Array;
    }
    function encode(obj: Partial<DeviceAnnounceContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeviceAnnounceContent>): DeviceAnnounceContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeviceAnnounceContent>): Generator<DeviceAnnounceContentCertificateFieldEvent | DeviceAnnounceContentHomeFieldEvent | DeviceAnnounceContentGrantFieldEvent>;
}
export interface AddressKeyContent {
    key: Uint8Array;
}
export declare namespace AddressKeyContent {
    const codec: () => Codec<AddressKeyContent>;
    interface AddressKeyContentKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    function encode(obj: Partial<AddressKeyContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressKeyContent>): AddressKeyContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressKeyContent>): Generator<AddressKeyContentKeyFieldEvent>;
}
