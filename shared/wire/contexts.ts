/**
 * Context strings: each signature and each key derivation has its own, so that no signed or sealed object can be taken
 * for another. What is signed is `utf8(context) ‖ 0x00 ‖ payload` (shared/crypto/signatures.ts).
 */
export const CONTEXT = {
  identityStatement: 'miyu/1 identity-statement',
  deviceCertificate: 'miyu/1 device-certificate',
  vaultNote: 'miyu/1 vault-note',
  mailboxGrant: 'miyu/1 mailbox-grant',
  grantRevocation: 'miyu/1 grant-revocation',
  serverStatement: 'miyu/1 server-statement',
  addressRecord: 'miyu/1 address-record',
  prekeyBundle: 'miyu/1 prekey-bundle',
  depositReceipt: 'miyu/1 deposit-receipt',
  friendRequest: 'miyu/1 friend-request',
  personCertificate: 'miyu/1 person-certificate',
  login: 'miyu/1 login',
  keySuccession: 'miyu/1 key-succession',
  treeHead: 'miyu/1 tree-head',
} as const;

export type SignatureContext = (typeof CONTEXT)[keyof typeof CONTEXT];

/** `info` strings of HKDF, and the labels of other derivations. */
export const DERIVE = {
  agreement: 'miyu/1 agreement X25519+ML-KEM-768 SHA-256 AES-256-GCM',
  ratchetRoot: 'miyu/1 ratchet-root',
  messageKey: 'miyu/1 message-key',
  safetyNumber: 'miyu/1 safety-number',
  requestBox: 'miyu/1 request-box',
  originBox: 'miyu/1 origin-box',
  deviceLabel: 'miyu/1 device-label',
  addressRecordKey: 'miyu/1 address-record-key',
  vault: 'miyu/1 vault',
  keyFile: 'miyu/1 key-file',
  uploadedVault: 'miyu/1 uploaded-vault',
  uploadedVaultKey: 'miyu/1 uploaded-vault-key',
  loginNames: 'miyu/1 login-names',
  storeRow: 'miyu/1 store-row',
  storeBlind: 'miyu/1 store-blind',
} as const;

/** Context of the hash of one content in a conversation's sum (node/core/conversation-sum.ts). */
export const CONVERSATION_SUM = 'miyu/1 conversation-sum';

/** Prefixes of what the map of the transparency log hashes into keys (shared/transparency/map-entries.ts). */
export const MAP_KEY = { account: 'miyu/1 map-account', name: 'miyu/1 map-name' } as const;
