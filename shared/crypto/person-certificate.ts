/**
 * A person's certificate: name, e-mail address where one was given, keys, device and epoch, signed by the identity. Friends get it sealed;
 * its owner may hand it on as a file, which anybody can check with nothing else.
 */
import { MiyuError } from '../errors.ts';
import { CONTEXT } from '../wire/contexts.ts';
import { Signed } from '../wire/generated/identity.js';
import { CertificateFile, PersonCertificate } from '../wire/generated/person.js';
import { MAX_CERTIFICATE_FILE_BYTES, MAX_EMAIL_BYTES, MAX_NAME_CODE_POINTS, MAX_STATEMENTS } from '../wire/limits.ts';
import { WIRE_VERSION } from '../wire/protocols.ts';
import { isEd25519Key } from './ed25519.ts';
import { publicIdentity, type Identity } from './identity.ts';
import { isId, isTime, openSigned, textFits, type Expected } from './open-signed.ts';
import { ed25519KeyOfPeerId } from './peer-ids.ts';
import { signIdentity } from './signatures.ts';
import { openIdentityChain } from './statements.ts';
import { X25519_BYTES } from './x25519.ts';

export type PersonFields = Pick<PersonCertificate, 'account' | 'name' | 'email' | 'device' | 'epoch' | 'issuedAt'>;

export const makePersonCertificate = (identity: Identity, fields: PersonFields): Signed =>
  signIdentity(
    CONTEXT.personCertificate,
    PersonCertificate.encode({ ...fields, ...publicIdentity(identity), version: WIRE_VERSION }),
    identity.signing.secretKey,
  );

const personCertificate = {
  context: CONTEXT.personCertificate,
  code: 'certificate-invalid',
  decode: (payload: Uint8Array) => PersonCertificate.decode(payload),
  valid: (it: PersonCertificate) =>
    isId(it.account) &&
    it.name !== '' &&
    textFits(it.name, 4 * MAX_NAME_CODE_POINTS) &&
    textFits(it.email, MAX_EMAIL_BYTES) &&
    isEd25519Key(it.identityKey) &&
    it.exchangeKey.length === X25519_BYTES &&
    ed25519KeyOfPeerId(it.device) !== undefined &&
    it.epoch >= 1n &&
    isTime(it.issuedAt),
} as const;

/**
 * @param expected what is known of the person: account and exchange key
 * @throws MiyuError 'certificate-invalid' | 'version-mismatch'
 */
export const openPersonCertificate = (
  signed: Signed,
  identityKey: Uint8Array,
  expected?: Expected<PersonCertificate>,
): PersonCertificate =>
  openSigned<PersonCertificate>(personCertificate, signed, identityKey, { ...expected, identityKey });

const BEGIN = '-----BEGIN MIYU CERTIFICATE-----';
const END = '-----END MIYU CERTIFICATE-----';
const LINE = 64;

/** @param statements encoded Signed, oldest first: the chain that binds the account to the keys */
export function encodeCertificateFile(certificate: Uint8Array, statements: Uint8Array[]): string {
  const text = Buffer.from(CertificateFile.encode({ certificate, statements })).toString('base64');
  const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [BEGIN, ...lines, END, ''].join('\n');
}

/**
 * Whoever holds the file knows that the owner of this account, whose id commits to its keys, has said this; not that he is the person whom
 * the name suggests.
 * @throws MiyuError 'certificate-file-invalid' | 'version-mismatch'
 */
export function openCertificateFile(text: string): PersonCertificate {
  if (text.length > MAX_CERTIFICATE_FILE_BYTES) throw new MiyuError('certificate-file-invalid');
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const [begin, end] = [lines.indexOf(BEGIN), lines.indexOf(END)];
  const body = begin === -1 || end <= begin ? '' : lines.slice(begin + 1, end).join('');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) throw new MiyuError('certificate-file-invalid');
  try {
    const file = CertificateFile.decode(new Uint8Array(Buffer.from(body, 'base64')), {
      limits: { statements: MAX_STATEMENTS },
    });
    const { account, identityKey, exchangeKey } = openIdentityChain(file.statements.map((each) => Signed.decode(each)));
    return openPersonCertificate(Signed.decode(file.certificate), identityKey, { account, exchangeKey });
  } catch (error) {
    if (error instanceof MiyuError && error.code === 'version-mismatch') throw error;
    throw new MiyuError('certificate-file-invalid', { cause: error });
  }
}
