// Generated from account.proto by scripts/codegen.ts; do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface PrekeyStateRow {
    signedPrekeyId: number;
    lastResortId: number;
    nextId: number;
    rotatedAt: bigint;
    confirmedEpoch: bigint;
}
export declare namespace PrekeyStateRow {
    const codec: () => Codec<PrekeyStateRow>;
    interface PrekeyStateRowSignedPrekeyIdFieldEvent {
        field: '$.signedPrekeyId';
        value: number;
    }
    interface PrekeyStateRowLastResortIdFieldEvent {
        field: '$.lastResortId';
        value: number;
    }
    interface PrekeyStateRowNextIdFieldEvent {
        field: '$.nextId';
        value: number;
    }
    interface PrekeyStateRowRotatedAtFieldEvent {
        field: '$.rotatedAt';
        value: bigint;
    }
    interface PrekeyStateRowConfirmedEpochFieldEvent {
        field: '$.confirmedEpoch';
        value: bigint;
    }
    function encode(obj: Partial<PrekeyStateRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyStateRow>): PrekeyStateRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyStateRow>): Generator<PrekeyStateRowSignedPrekeyIdFieldEvent | PrekeyStateRowLastResortIdFieldEvent | PrekeyStateRowNextIdFieldEvent | PrekeyStateRowRotatedAtFieldEvent | PrekeyStateRowConfirmedEpochFieldEvent>;
}
export interface PrekeyUploadRow {
    bundle: Uint8Array;
    oneTime: Uint8Array[];
    epoch: bigint;
}
export declare namespace PrekeyUploadRow {
    const codec: () => Codec<PrekeyUploadRow>;
    interface PrekeyUploadRowBundleFieldEvent {
        field: '$.bundle';
        value: Uint8Array;
    }
    interface PrekeyUploadRowOneTimeFieldEvent {
        field: '$.oneTime[]';
        index: number;
        value: Uint8Array;
    }
    interface PrekeyUploadRowEpochFieldEvent {
        field: '$.epoch';
        value: bigint;
    }
    function encode(obj: Partial<PrekeyUploadRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyUploadRow>): PrekeyUploadRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyUploadRow>): Generator<PrekeyUploadRowBundleFieldEvent | PrekeyUploadRowOneTimeFieldEvent | PrekeyUploadRowEpochFieldEvent>;
}
export interface AddressStateRow {
    sequence: bigint;
}
export declare namespace AddressStateRow {
    const codec: () => Codec<AddressStateRow>;
    interface AddressStateRowSequenceFieldEvent {
        field: '$.sequence';
        value: bigint;
    }
    function encode(obj: Partial<AddressStateRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressStateRow>): AddressStateRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressStateRow>): Generator<AddressStateRowSequenceFieldEvent>;
}
export interface PrekeyRow {
    key: Uint8Array;
    kemKey: Uint8Array;
    publicKey: Uint8Array;
    madeAt: bigint;
    replacedAt: bigint;
}
export declare namespace PrekeyRow {
    const codec: () => Codec<PrekeyRow>;
    interface PrekeyRowKeyFieldEvent {
        field: '$.key';
        value: Uint8Array;
    }
    interface PrekeyRowKemKeyFieldEvent {
        field: '$.kemKey';
        value: Uint8Array;
    }
    interface PrekeyRowPublicKeyFieldEvent {
        field: '$.publicKey';
        value: Uint8Array;
    }
    interface PrekeyRowMadeAtFieldEvent {
        field: '$.madeAt';
        value: bigint;
    }
    interface PrekeyRowReplacedAtFieldEvent {
        field: '$.replacedAt';
        value: bigint;
    }
    function encode(obj: Partial<PrekeyRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyRow>): PrekeyRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PrekeyRow>): Generator<PrekeyRowKeyFieldEvent | PrekeyRowKemKeyFieldEvent | PrekeyRowPublicKeyFieldEvent | PrekeyRowMadeAtFieldEvent | PrekeyRowReplacedAtFieldEvent>;
}
export interface SeenFirstRow {
    fingerprint: Uint8Array;
    acceptedAt: bigint;
}
export declare namespace SeenFirstRow {
    const codec: () => Codec<SeenFirstRow>;
    interface SeenFirstRowFingerprintFieldEvent {
        field: '$.fingerprint';
        value: Uint8Array;
    }
    interface SeenFirstRowAcceptedAtFieldEvent {
        field: '$.acceptedAt';
        value: bigint;
    }
    function encode(obj: Partial<SeenFirstRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SeenFirstRow>): SeenFirstRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SeenFirstRow>): Generator<SeenFirstRowFingerprintFieldEvent | SeenFirstRowAcceptedAtFieldEvent>;
}
export interface KnownOpeningRow {
    server: Uint8Array;
    count: number;
    id: Uint8Array;
}
export declare namespace KnownOpeningRow {
    const codec: () => Codec<KnownOpeningRow>;
    interface KnownOpeningRowServerFieldEvent {
        field: '$.server';
        value: Uint8Array;
    }
    interface KnownOpeningRowCountFieldEvent {
        field: '$.count';
        value: number;
    }
    interface KnownOpeningRowIdFieldEvent {
        field: '$.id';
        value: Uint8Array;
    }
    function encode(obj: Partial<KnownOpeningRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownOpeningRow>): KnownOpeningRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<KnownOpeningRow>): Generator<KnownOpeningRowServerFieldEvent | KnownOpeningRowCountFieldEvent | KnownOpeningRowIdFieldEvent>;
}
export interface DamageRow {
    repairedAt: bigint;
    lost: bigint;
    lostBatches: bigint;
    tables: DamagedTable[];
}
export declare namespace DamageRow {
    const codec: () => Codec<DamageRow>;
    interface DamageRowRepairedAtFieldEvent {
        field: '$.repairedAt';
        value: bigint;
    }
    interface DamageRowLostFieldEvent {
        field: '$.lost';
        value: bigint;
    }
    interface DamageRowLostBatchesFieldEvent {
        field: '$.lostBatches';
        value: bigint;
    }
    interface DamageRowTablesTableFieldEvent {
        field: '$.tables[].table';
        value: string;
        index: number;
    }
    interface DamageRowTablesRowsFieldEvent {
        field: '$.tables[].rows';
        value: bigint;
        index: number;
    }
    function encode(obj: Partial<DamageRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DamageRow>): DamageRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DamageRow>): Generator<DamageRowRepairedAtFieldEvent | DamageRowLostFieldEvent | DamageRowLostBatchesFieldEvent | DamageRowTablesTableFieldEvent | DamageRowTablesRowsFieldEvent>;
}
export interface DamagedTable {
    table: string;
    rows: bigint;
}
export declare namespace DamagedTable {
    const codec: () => Codec<DamagedTable>;
    interface DamagedTableTableFieldEvent {
        field: '$.table';
        value: string;
    }
    interface DamagedTableRowsFieldEvent {
        field: '$.rows';
        value: bigint;
    }
    function encode(obj: Partial<DamagedTable>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DamagedTable>): DamagedTable;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DamagedTable>): Generator<DamagedTableTableFieldEvent | DamagedTableRowsFieldEvent>;
}
export interface PastActRow {
    account: Uint8Array;
    serial: bigint;
    outcome: number;
}
export declare namespace PastActRow {
    const codec: () => Codec<PastActRow>;
    interface PastActRowAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface PastActRowSerialFieldEvent {
        field: '$.serial';
        value: bigint;
    }
    interface PastActRowOutcomeFieldEvent {
        field: '$.outcome';
        value: number;
    }
    function encode(obj: Partial<PastActRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PastActRow>): PastActRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PastActRow>): Generator<PastActRowAccountFieldEvent | PastActRowSerialFieldEvent | PastActRowOutcomeFieldEvent>;
}
export interface ChoreRow {
    account: Uint8Array;
    kind: number;
    greeting: string;
    outcome: number;
    blocked: boolean;
    serial: bigint;
}
export declare namespace ChoreRow {
    const codec: () => Codec<ChoreRow>;
    interface ChoreRowAccountFieldEvent {
        field: '$.account';
        value: Uint8Array;
    }
    interface ChoreRowKindFieldEvent {
        field: '$.kind';
        value: number;
    }
    interface ChoreRowGreetingFieldEvent {
        field: '$.greeting';
        value: string;
    }
    interface ChoreRowOutcomeFieldEvent {
        field: '$.outcome';
        value: number;
    }
    interface ChoreRowBlockedFieldEvent {
        field: '$.blocked';
        value: boolean;
    }
    interface ChoreRowSerialFieldEvent {
        field: '$.serial';
        value: bigint;
    }
    function encode(obj: Partial<ChoreRow>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChoreRow>): ChoreRow;
    function stream(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ChoreRow>): Generator<ChoreRowAccountFieldEvent | ChoreRowKindFieldEvent | ChoreRowGreetingFieldEvent | ChoreRowOutcomeFieldEvent | ChoreRowBlockedFieldEvent | ChoreRowSerialFieldEvent>;
}
