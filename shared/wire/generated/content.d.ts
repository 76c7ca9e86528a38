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
    formerNumbers: bigint[];
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
    interface ContentFormerNumbersFieldEvent {
        field: '$.formerNumbers[]';
        index: number;
        value: bigint;
    }
    function encode(obj: Partial<Content>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Content>): Content;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Content>): Generator<ContentVersionFieldEvent | ContentKindFieldEvent | ContentMessageIdFieldEvent | ContentEpochFieldEvent | ContentNumberFieldEvent | ContentSentAtFieldEvent | ContentSettledBelowFieldEvent | ContentBodyFieldEvent | ContentFormerNumbersFieldEvent>;
}
export interface TextContent {
    text: string;
    style?: TextStyle;
    replyTo?: ContentRef;
}
export declare namespace TextContent {
    const codec: () => Codec<TextContent>;
    interface TextContentTextFieldEvent {
        field: '$.text';
        value: string;
    }
    interface TextContentStyleSizeFieldEvent {
        field: '$.style.size';
        value: number;
    }
    interface TextContentStyleColorFieldEvent {
        field: '$.style.color';
        value: number;
    }
    interface TextContentStyleFaceFieldEvent {
        field: '$.style.face';
        value: number;
    }
    interface TextContentReplyToYoursFieldEvent {
        field: '$.replyTo.yours';
        value: boolean;
    }
    interface TextContentReplyToEpochFieldEvent {
        field: '$.replyTo.epoch';
        value: bigint;
    }
    interface TextContentReplyToNumberFieldEvent {
        field: '$.replyTo.number';
        value: bigint;
    }
    interface TextContentReplyToMessageIdFieldEvent {
        field: '$.replyTo.messageId';
        value: Uint8Array;
    }
    function encode(obj: Partial<TextContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TextContent>): TextContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TextContent>): Generator<TextContentTextFieldEvent | TextContentStyleSizeFieldEvent | TextContentStyleColorFieldEvent | TextContentStyleFaceFieldEvent | TextContentReplyToYoursFieldEvent | TextContentReplyToEpochFieldEvent | TextContentReplyToNumberFieldEvent | TextContentReplyToMessageIdFieldEvent>;
}
export interface TextStyle {
    size: number;
    color: number;
    face: number;
}
export declare namespace TextStyle {
    const codec: () => Codec<TextStyle>;
    interface TextStyleSizeFieldEvent {
        field: '$.size';
        value: number;
    }
    interface TextStyleColorFieldEvent {
        field: '$.color';
        value: number;
    }
    interface TextStyleFaceFieldEvent {
        field: '$.face';
        value: number;
    }
    function encode(obj: Partial<TextStyle>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TextStyle>): TextStyle;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TextStyle>): Generator<TextStyleSizeFieldEvent | TextStyleColorFieldEvent | TextStyleFaceFieldEvent>;
}
export interface ContentRef {
    yours: boolean;
    epoch: bigint;
    number: bigint;
    messageId: Uint8Array;
}
export declare namespace ContentRef {
    const codec: () => Codec<ContentRef>;
    interface ContentRefYoursFieldEvent {
        field: '$.yours';
        value: boolean;
    }
    interface ContentRefEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ContentRefNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface ContentRefMessageIdFieldEvent {
        field: '$.messageId';
        value: Uint8Array;
    }
    function encode(obj: Partial<ContentRef>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ContentRef>): ContentRef;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ContentRef>): Generator<ContentRefYoursFieldEvent | ContentRefEpochFieldEvent | ContentRefNumberFieldEvent | ContentRefMessageIdFieldEvent>;
}
export interface ReceiptContent {
    type: number;
    epoch: bigint;
    ranges: NumberRange[];
    messageId: Uint8Array;
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
    interface ReceiptContentMessageIdFieldEvent {
        field: '$.messageId';
        value: Uint8Array;
    }
    function encode(obj: Partial<ReceiptContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceiptContent>): ReceiptContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceiptContent>): Generator<ReceiptContentTypeFieldEvent | ReceiptContentEpochFieldEvent | ReceiptContentRangesFirstFieldEvent | ReceiptContentRangesLastFieldEvent | ReceiptContentMessageIdFieldEvent>;
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
    statements: Uint8Array[];
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
    interface DeviceAnnounceContentStatementsFieldEvent {
        field: '$.statements[]';
        index: number;
        value: Uint8Array;
    }
    function encode(obj: Partial<DeviceAnnounceContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeviceAnnounceContent>): DeviceAnnounceContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeviceAnnounceContent>): Generator<DeviceAnnounceContentCertificateFieldEvent | DeviceAnnounceContentHomeFieldEvent | DeviceAnnounceContentGrantFieldEvent | DeviceAnnounceContentStatementsFieldEvent>;
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
export interface StandContent {
    sent?: SentStand;
    received: ReceivedStand[];
    stored: StoredStand[];
    question: Uint8Array;
    answer: Uint8Array;
    read?: ReadStand;
    vaultNote?: Uint8Array;
    seenNote?: Uint8Array;
}
export declare namespace StandContent {
    const codec: () => Codec<StandContent>;
    interface StandContentSentEpochFieldEvent {
        field: '$.sent.epoch';
        value: bigint;
    }
    interface StandContentSentNextFieldEvent {
        field: '$.sent.next';
        value: bigint;
    }
    interface StandContentSentCountFieldEvent {
        field: '$.sent.count';
        value: bigint;
    }
    interface StandContentSentDigestFieldEvent {
        field: '$.sent.digest';
        value: Uint8Array;
    }
    interface StandContentSentAbandonedFirstFieldEvent {
        field: '$.sent.abandoned[].first';
        value: bigint;
        index: number;
    }
    interface StandContentSentAbandonedLastFieldEvent {
        field: '$.sent.abandoned[].last';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedEpochFieldEvent {
        field: '$.received[].epoch';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedBaseFieldEvent {
        field: '$.received[].base';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedNextFieldEvent {
        field: '$.received[].next';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedSkippedFirstFieldEvent {
        field: '$.received[].skipped[].first';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedSkippedLastFieldEvent {
        field: '$.received[].skipped[].last';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedHeldFirstFieldEvent {
        field: '$.received[].held[].first';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedHeldLastFieldEvent {
        field: '$.received[].held[].last';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedCountFieldEvent {
        field: '$.received[].count';
        value: bigint;
        index: number;
    }
    interface StandContentReceivedDigestFieldEvent {
        field: '$.received[].digest';
        value: Uint8Array;
        index: number;
    }
    interface StandContentStoredNumberFieldEvent {
        field: '$.stored[].number';
        value: bigint;
        index: number;
    }
    interface StandContentStoredReceiptFieldEvent {
        field: '$.stored[].receipt';
        value: Uint8Array;
        index: number;
    }
    interface StandContentQuestionFieldEvent {
        field: '$.question';
        value: Uint8Array;
    }
    interface StandContentAnswerFieldEvent {
        field: '$.answer';
        value: Uint8Array;
    }
    interface StandContentReadEpochFieldEvent {
        field: '$.read.epoch';
        value: bigint;
    }
    interface StandContentReadNumberFieldEvent {
        field: '$.read.number';
        value: bigint;
    }
    interface StandContentReadMessageIdFieldEvent {
        field: '$.read.messageId';
        value: Uint8Array;
    }
    interface StandContentVaultNoteFieldEvent {
        field: '$.vaultNote';
        value: Uint8Array;
    }
    interface StandContentSeenNoteFieldEvent {
        field: '$.seenNote';
        value: Uint8Array;
    }
    function encode(obj: Partial<StandContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StandContent>): StandContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StandContent>): Generator<StandContentSentEpochFieldEvent | StandContentSentNextFieldEvent | StandContentSentCountFieldEvent | StandContentSentDigestFieldEvent | StandContentSentAbandonedFirstFieldEvent | StandContentSentAbandonedLastFieldEvent | StandContentReceivedEpochFieldEvent | StandContentReceivedBaseFieldEvent | StandContentReceivedNextFieldEvent | StandContentReceivedSkippedFirstFieldEvent | StandContentReceivedSkippedLastFieldEvent | StandContentReceivedHeldFirstFieldEvent | StandContentReceivedHeldLastFieldEvent | StandContentReceivedCountFieldEvent | StandContentReceivedDigestFieldEvent | StandContentStoredNumberFieldEvent | StandContentStoredReceiptFieldEvent | StandContentQuestionFieldEvent | StandContentAnswerFieldEvent | StandContentReadEpochFieldEvent | StandContentReadNumberFieldEvent | StandContentReadMessageIdFieldEvent | StandContentVaultNoteFieldEvent | StandContentSeenNoteFieldEvent>;
}
export interface ReadStand {
    epoch: bigint;
    number: bigint;
    messageId: Uint8Array;
}
export declare namespace ReadStand {
    const codec: () => Codec<ReadStand>;
    interface ReadStandEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ReadStandNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface ReadStandMessageIdFieldEvent {
        field: '$.messageId';
        value: Uint8Array;
    }
    function encode(obj: Partial<ReadStand>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadStand>): ReadStand;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReadStand>): Generator<ReadStandEpochFieldEvent | ReadStandNumberFieldEvent | ReadStandMessageIdFieldEvent>;
}
export interface SentStand {
    epoch: bigint;
    next: bigint;
    count: bigint;
    digest: Uint8Array;
    abandoned: NumberRange[];
}
export declare namespace SentStand {
    const codec: () => Codec<SentStand>;
    interface SentStandEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface SentStandNextFieldEvent {
        field: '$.next';
        value: bigint;
    }
    interface SentStandCountFieldEvent {
        field: '$.count';
        value: bigint;
    }
    interface SentStandDigestFieldEvent {
        field: '$.digest';
        value: Uint8Array;
    }
    interface SentStandAbandonedFirstFieldEvent {
        field: '$.abandoned[].first';
        value: bigint;
        index: number;
    }
    interface SentStandAbandonedLastFieldEvent {
        field: '$.abandoned[].last';
        value: bigint;
        index: number;
    }
    function encode(obj: Partial<SentStand>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SentStand>): SentStand;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SentStand>): Generator<SentStandEpochFieldEvent | SentStandNextFieldEvent | SentStandCountFieldEvent | SentStandDigestFieldEvent | SentStandAbandonedFirstFieldEvent | SentStandAbandonedLastFieldEvent>;
}
export interface ReceivedStand {
    epoch: bigint;
    base: bigint;
    next: bigint;
    skipped: NumberRange[];
    held: NumberRange[];
    count: bigint;
    digest: Uint8Array;
}
export declare namespace ReceivedStand {
    const codec: () => Codec<ReceivedStand>;
    interface ReceivedStandEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    interface ReceivedStandBaseFieldEvent {
        field: '$.base';
        value: bigint;
    }
    interface ReceivedStandNextFieldEvent {
        field: '$.next';
        value: bigint;
    }
    interface ReceivedStandSkippedFirstFieldEvent {
        field: '$.skipped[].first';
        value: bigint;
        index: number;
    }
    interface ReceivedStandSkippedLastFieldEvent {
        field: '$.skipped[].last';
        value: bigint;
        index: number;
    }
    interface ReceivedStandHeldFirstFieldEvent {
        field: '$.held[].first';
        value: bigint;
        index: number;
    }
    interface ReceivedStandHeldLastFieldEvent {
        field: '$.held[].last';
        value: bigint;
        index: number;
    }
    interface ReceivedStandCountFieldEvent {
        field: '$.count';
        value: bigint;
    }
    interface ReceivedStandDigestFieldEvent {
        field: '$.digest';
        value: Uint8Array;
    }
    function encode(obj: Partial<ReceivedStand>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceivedStand>): ReceivedStand;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReceivedStand>): Generator<ReceivedStandEpochFieldEvent | ReceivedStandBaseFieldEvent | ReceivedStandNextFieldEvent | ReceivedStandSkippedFirstFieldEvent | ReceivedStandSkippedLastFieldEvent | ReceivedStandHeldFirstFieldEvent | ReceivedStandHeldLastFieldEvent | ReceivedStandCountFieldEvent | ReceivedStandDigestFieldEvent>;
}
export interface StoredStand {
    number: bigint;
    receipt: Uint8Array;
}
export declare namespace StoredStand {
    const codec: () => Codec<StoredStand>;
    interface StoredStandNumberFieldEvent {
        field: '$.number';
        value: bigint;
    }
    interface StoredStandReceiptFieldEvent {
        field: '$.receipt';
        value: Uint8Array;
    }
    function encode(obj: Partial<StoredStand>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StoredStand>): StoredStand;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<StoredStand>): Generator<StoredStandNumberFieldEvent | StoredStandReceiptFieldEvent>;
}
export interface ReactionContent {
    target?: ContentRef;
    emoji: string;
}
export declare namespace ReactionContent {
    const codec: () => Codec<ReactionContent>;
    interface ReactionContentTargetYoursFieldEvent {
        field: '$.target.yours';
        value: boolean;
    }
    interface ReactionContentTargetEpochFieldEvent {
        field: '$.target.epoch';
        value: bigint;
    }
    interface ReactionContentTargetNumberFieldEvent {
        field: '$.target.number';
        value: bigint;
    }
    interface ReactionContentTargetMessageIdFieldEvent {
        field: '$.target.messageId';
        value: Uint8Array;
    }
    interface ReactionContentEmojiFieldEvent {
        field: '$.emoji';
        value: string;
    }
    function encode(obj: Partial<ReactionContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReactionContent>): ReactionContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ReactionContent>): Generator<ReactionContentTargetYoursFieldEvent | ReactionContentTargetEpochFieldEvent | ReactionContentTargetNumberFieldEvent | ReactionContentTargetMessageIdFieldEvent | ReactionContentEmojiFieldEvent>;
}
export interface EditContent {
    target?: ContentRef;
    text: string;
}
export declare namespace EditContent {
    const codec: () => Codec<EditContent>;
    interface EditContentTargetYoursFieldEvent {
        field: '$.target.yours';
        value: boolean;
    }
    interface EditContentTargetEpochFieldEvent {
        field: '$.target.epoch';
        value: bigint;
    }
    interface EditContentTargetNumberFieldEvent {
        field: '$.target.number';
        value: bigint;
    }
    interface EditContentTargetMessageIdFieldEvent {
        field: '$.target.messageId';
        value: Uint8Array;
    }
    interface EditContentTextFieldEvent {
        field: '$.text';
        value: string;
    }
    function encode(obj: Partial<EditContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EditContent>): EditContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EditContent>): Generator<EditContentTargetYoursFieldEvent | EditContentTargetEpochFieldEvent | EditContentTargetNumberFieldEvent | EditContentTargetMessageIdFieldEvent | EditContentTextFieldEvent>;
}
export interface DeleteContent {
    target?: ContentRef;
}
export declare namespace DeleteContent {
    const codec: () => Codec<DeleteContent>;
    interface DeleteContentTargetYoursFieldEvent {
        field: '$.target.yours';
        value: boolean;
    }
    interface DeleteContentTargetEpochFieldEvent {
        field: '$.target.epoch';
        value: bigint;
    }
    interface DeleteContentTargetNumberFieldEvent {
        field: '$.target.number';
        value: bigint;
    }
    interface DeleteContentTargetMessageIdFieldEvent {
        field: '$.target.messageId';
        value: Uint8Array;
    }
    function encode(obj: Partial<DeleteContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeleteContent>): DeleteContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DeleteContent>): Generator<DeleteContentTargetYoursFieldEvent | DeleteContentTargetEpochFieldEvent | DeleteContentTargetNumberFieldEvent | DeleteContentTargetMessageIdFieldEvent>;
}
export interface GoneContent {
}
export declare namespace GoneContent {
    const codec: () => Codec<GoneContent>;
    function encode(obj: Partial<GoneContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GoneContent>): GoneContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<GoneContent>): Generator<{}>;
}
export interface TypingContent {
    active: boolean;
}
export declare namespace TypingContent {
    const codec: () => Codec<TypingContent>;
    interface TypingContentActiveFieldEvent {
        field: '$.active';
        value: boolean;
    }
    function encode(obj: Partial<TypingContent>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TypingContent>): TypingContent;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TypingContent>): Generator<TypingContentActiveFieldEvent>;
}
