/**
 * On a machine that has no profile: name, password and server give back what a key file holds. Everything that the server says is checked
 * against what the password alone opens, and then against the directory (own-directory.ts); where something does not fit, nothing is kept.
 */
import type { Anywhere, KeyFileContent } from '../core/generated/vault.js';
import { withOpaque } from '../../shared/crypto/opaque-client.ts';
import { openUploadedVault } from '../../shared/crypto/uploaded-vault.ts';
import { decodeHome } from '../../shared/crypto/home.ts';
import { isMiyuError, MiyuError } from '../../shared/errors.ts';
import { equalBytes } from '../../shared/ids.ts';
import { isNameFault, normaliseName } from '../../shared/usernames.ts';
import { checkKeyFile } from './key-file.ts';
import type { RendezvousClient, Waiting } from './ports.ts';
import { decodeUploaded } from './vault-content.ts';

const NOTHING = new Uint8Array(0);

export interface FoundAnywhere {
  readonly content: KeyFileContent;
  /** So that this machine renews the copy from now on. */
  readonly anywhere: Anywhere;
}

/**
 * @param password normalised
 * @throws MiyuError 'name-*' | 'login-wrong' | 'rate-limited' | 'vault-rejected' (field: what does not fit) | 'needs-newer-version', and as
 *   the client
 */
export async function fetchAnywhere(
  client: RendezvousClient,
  form: { readonly name: string; readonly password: string },
  waiting: Waiting,
): Promise<FoundAnywhere> {
  const name = normaliseName(form.name.trim());
  if (isNameFault(name)) throw new MiyuError(name, { field: 'name' });
  return withOpaque(form.password, async (opaque) => {
    const request = await opaque.startLogin();
    const { account, response, handle } = await client.startVaultLogin({ name: name.display, request }, waiting);
    const identities = { account, server: client.server };
    const finished = await opaque.finishLogin(response, identities);
    if (finished === undefined) throw new MiyuError('login-wrong', { field: 'password' });
    const { sealed, version } = await finish(client, handle, finished.message, waiting);
    const opened = openUploadedVault(finished.exportKey, sealed, identities, version);
    if (opened === undefined) throw new MiyuError('vault-rejected', { field: 'seal' });
    const content = checked(opened.body, { account, server: client.server, version });
    const anywhere = {
      ...{ key: opened.key, wrapped: opened.wrapped, record: NOTHING, version, digest: NOTHING },
      ...{ enrolment: version >> 32n, dropping: false, superseded: false, keptAt: 0n, fetched: version },
    };
    return { content, anywhere };
  });
}

/** OPAQUE says that the password is right: a server that now says otherwise contradicts itself. */
async function finish(client: RendezvousClient, handle: number, message: Uint8Array, waiting: Waiting) {
  try {
    return await client.finishVaultLogin({ handle, message }, waiting);
  } catch (cause) {
    if (isMiyuError(cause, 'vault-login-invalid')) throw new MiyuError('vault-rejected', { field: 'login', cause });
    throw cause;
  }
}

interface Expected {
  readonly account: Uint8Array;
  readonly server: Uint8Array;
  readonly version: bigint;
}

/** @throws MiyuError 'vault-rejected' with the field that does not fit */
function checked(body: Uint8Array, { account, server, version }: Expected): KeyFileContent {
  const rejected = (field: string, cause?: unknown): MiyuError => new MiyuError('vault-rejected', { field, cause });
  try {
    const uploaded = decodeUploaded(body);
    const content = checkKeyFile(uploaded.content!);
    if (!equalBytes(content.account, account)) throw rejected('account');
    if (!equalBytes(uploaded.server, server)) throw rejected('server');
    if (!equalBytes(decodeHome(content.home).server, server)) throw rejected('home');
    if (uploaded.number !== version) throw rejected('version');
    return content;
  } catch (error) {
    if (isMiyuError(error, 'vault-rejected') || isMiyuError(error, 'needs-newer-version')) throw error;
    throw rejected('content', error);
  }
}
