// Generated from transparency.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface Signed {
    payload: Uint8Array;
    signature: Uint8Array;
}
export declare namespace Signed {
    const codec: () => Codec<Signed>;
    interface SignedPayloadFieldEvent {
        field: '$.payload';
        value: Uint8Array;
    }
    interface SignedSignatureFieldEvent {
        field: '$.signature';
        value: Uint8Array;
    }
    function encode(obj: Partial<Signed>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Signed>): Signed;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Signed>): Generator<SignedPayloadFieldEvent | SignedSignatureFieldEvent>;
}
export interface TreeHead {
    version: number;
    server: Uint8Array;
    log: Uint8Array;
    size: bigint;
    root: Uint8Array;
    mapRoot: Uint8Array;
    time: bigint;
}
export declare namespace TreeHead {
    const codec: () => Codec<TreeHead>;
    interface TreeHeadVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface TreeHeadServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface TreeHeadLogFieldEvent {
        field: '$.log';
        value: Uint8Array;
    }
    interface TreeHeadSizeFieldEvent {
        field: '$.size';
        value: bigint;
    }
    interface TreeHeadRootFieldEvent {
        field: '$.root';
        value: Uint8Array;
    }
    interface TreeHeadMapRootFieldEvent {
        field: '$.mapRoot';
        value: Uint8Array;
    }
    interface TreeHeadTimeFieldEvent {
        field: '$.time';
        value: bigint;
    }
    function encode(obj: Partial<TreeHead>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TreeHead>): TreeHead;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TreeHead>): Generator<TreeHeadVersionFieldEvent | TreeHeadServerFieldEvent | TreeHeadLogFieldEvent | TreeHeadSizeFieldEvent | TreeHeadRootFieldEvent | TreeHeadMapRootFieldEvent | TreeHeadTimeFieldEvent>;
}
export interface MapProof {
    depth: number;
    present: Uint8Array;
    siblings: Uint8Array;
    otherKey: Uint8Array;
    otherValueHash: Uint8Array;
}
export declare namespace MapProof {
    const codec: () => Codec<MapProof>;
    interface MapProofDepthFieldEvent {
        field: '$.depth';
        value: number;
    }
    interface MapProofPresentFieldEvent {
        field: '$.present';
        value: Uint8Array;
    }
    interface MapProofSiblingsFieldEvent {
        field: '$.siblings';
        value: Uint8Array;
    }
    interface MapProofOtherKeyFieldEvent {
        field: '$.otherKey';
        value: Uint8Array;
    }
    interface MapProofOtherValueHashFieldEvent {
        field: '$.otherValueHash';
        value: Uint8Array;
    }
    function encode(obj: Partial<MapProof>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MapProof>): MapProof;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MapProof>): Generator<MapProofDepthFieldEvent | MapProofPresentFieldEvent | MapProofSiblingsFieldEvent | MapProofOtherKeyFieldEvent | MapProofOtherValueHashFieldEvent>;
}
export interface HeadProof {
    head?: Signed;
    from: bigint;
    hashes: Uint8Array;
}
export declare namespace HeadProof {
    const codec: () => Codec<HeadProof>;
    interface HeadProofHeadPayloadFieldEvent {
        field: '$.head.payload';
        value: Uint8Array;
    }
    interface HeadProofHeadSignatureFieldEvent {
        field: '$.head.signature';
        value: Uint8Array;
    }
    interface HeadProofFromFieldEvent {
        field: '$.from';
        value: bigint;
    }
    interface HeadProofHashesFieldEvent {
        field: '$.hashes';
        value: Uint8Array;
    }
    function encode(obj: Partial<HeadProof>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeadProof>): HeadProof;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeadProof>): Generator<HeadProofHeadPayloadFieldEvent | HeadProofHeadSignatureFieldEvent | HeadProofFromFieldEvent | HeadProofHashesFieldEvent>;
}
export interface LookupProof {
    head?: HeadProof;
    map?: MapProof;
    value: Uint8Array;
}
export declare namespace LookupProof {
    const codec: () => Codec<LookupProof>;
    interface LookupProofHeadHeadPayloadFieldEvent {
        field: '$.head.head.payload';
        value: Uint8Array;
    }
    interface LookupProofHeadHeadSignatureFieldEvent {
        field: '$.head.head.signature';
        value: Uint8Array;
    }
    interface LookupProofHeadFromFieldEvent {
        field: '$.head.from';
        value: bigint;
    }
    interface LookupProofHeadHashesFieldEvent {
        field: '$.head.hashes';
        value: Uint8Array;
    }
    interface LookupProofMapDepthFieldEvent {
        field: '$.map.depth';
        value: number;
    }
    interface LookupProofMapPresentFieldEvent {
        field: '$.map.present';
        value: Uint8Array;
    }
    interface LookupProofMapSiblingsFieldEvent {
        field: '$.map.siblings';
        value: Uint8Array;
    }
    interface LookupProofMapOtherKeyFieldEvent {
        field: '$.map.otherKey';
        value: Uint8Array;
    }
    interface LookupProofMapOtherValueHashFieldEvent {
        field: '$.map.otherValueHash';
        value: Uint8Array;
    }
    interface LookupProofValueFieldEvent {
        field: '$.value';
        value: Uint8Array;
    }
    function encode(obj: Partial<LookupProof>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LookupProof>): LookupProof;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LookupProof>): Generator<LookupProofHeadHeadPayloadFieldEvent | LookupProofHeadHeadSignatureFieldEvent | LookupProofHeadFromFieldEvent | LookupProofHeadHashesFieldEvent | LookupProofMapDepthFieldEvent | LookupProofMapPresentFieldEvent | LookupProofMapSiblingsFieldEvent | LookupProofMapOtherKeyFieldEvent | LookupProofMapOtherValueHashFieldEvent | LookupProofValueFieldEvent>;
}
export interface Exhibit {
    version: number;
    key: Uint8Array;
    proof: Uint8Array;
    earlier: Uint8Array;
}
export declare namespace Exhibit {
    const codec: () => Codec<Exhibit>;
    interface ExhibitVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface ExhibitKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    interface ExhibitProofFieldEvent {
        field: '$.proof';
        value: Uint8Array;
    }
    interface ExhibitEarlierFieldEvent {
        field: '$.earlier';
        value: Uint8Array;
    }
    function encode(obj: Partial<Exhibit>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Exhibit>): Exhibit;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Exhibit>): Generator<ExhibitVersionFieldEvent | ExhibitKeyFieldEvent | ExhibitProofFieldEvent | ExhibitEarlierFieldEvent>;
}
export interface Evidence {
    version: number;
    first?: Signed;
    second?: Signed;
    hashes: Uint8Array;
}
export declare namespace Evidence {
    const codec: () => Codec<Evidence>;
    interface EvidenceVersionFieldEvent {
        field: '$.version';
        value: number;
    }
    interface EvidenceFirstPayloadFieldEvent {
        field: '$.first.payload';
        value: Uint8Array;
    }
    interface EvidenceFirstSignatureFieldEvent {
        field: '$.first.signature';
        value: Uint8Array;
    }
    interface EvidenceSecondPayloadFieldEvent {
        field: '$.second.payload';
        value: Uint8Array;
    }
    interface EvidenceSecondSignatureFieldEvent {
        field: '$.second.signature';
        value: Uint8Array;
    }
    interface EvidenceHashesFieldEvent {
        field: '$.hashes';
        value: Uint8Array;
    }
    function encode(obj: Partial<Evidence>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Evidence>): Evidence;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Evidence>): Generator<EvidenceVersionFieldEvent | EvidenceFirstPayloadFieldEvent | EvidenceFirstSignatureFieldEvent | EvidenceSecondPayloadFieldEvent | EvidenceSecondSignatureFieldEvent | EvidenceHashesFieldEvent>;
}
