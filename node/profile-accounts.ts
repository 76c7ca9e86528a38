/** How the account of a profile comes to be: registered, unlocked, or brought from another machine. */
import { rm } from 'node:fs/promises';
import { Account } from './flows/account.ts';
import type { FriendFlows } from './flows/friend-flows.ts';
import { exportContent, importedAccount, readKeyFile } from './flows/key-file.ts';
import { checkDirectory } from './flows/own-directory.ts';
import type { Peer } from './flows/peer.ts';
import { checkForm, checkPolicy, newAccount, sendRegistration, type RegistrationForm } from './flows/register.ts';
import { parseServer } from './flows/server-text.ts';
import { fetchAnywhere, type FoundAnywhere } from './flows/sign-in-anywhere.ts';
import { encodeVault } from './flows/vault-content.ts';
import type { VaultContent } from './core/generated/vault.js';
import { forgetPort, keepPort, listenAsBefore } from './listen-port.ts';
import { createPeerHost } from './net/host.ts';
import type { PeerHost } from './net/ports.ts';
import { openKeyFile, sealKeyFile } from './store/key-file.ts';
import type { ProfilePaths } from './store/profile-folder.ts';
import { createVault, openVault, vaultExists, type VaultOptions } from './store/vault.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/crypto/random.ts';
import { isMiyuError, MiyuError } from '../shared/errors.ts';
import { equalBytes } from '../shared/ids.ts';
import type { Log } from '../shared/log.ts';
import type { Lan } from '../shared/net/lan.ts';
import { findPasswordFault, normalisePassword } from '../shared/passwords.ts';
import { Home, type ServerStatement } from '../shared/wire/generated/identity.js';
import { MAX_ADDRESSES } from '../shared/wire/limits.ts';

/** Dial, hello and registration; and the question whether the home is there before a key file is imported. */
const SERVER_TIMEOUT_MS = 20_000;

export interface ProfileAccountsOptions {
  readonly paths: ProfilePaths;
  readonly listen: readonly string[];
  readonly otherPort: boolean;
  readonly dht: boolean;
  readonly lan: Lan | undefined;
  readonly upnp: boolean;
  readonly defaultServer: string | undefined;
  readonly vault: VaultOptions;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** An unlocked account and the host that listens with its device key. Whoever gets it stops the host. */
export interface Ready {
  readonly account: Account;
  readonly host: PeerHost;
}

export class ProfileAccounts {
  readonly #options: ProfileAccountsOptions;

  constructor(options: ProfileAccountsOptions) {
    this.#options = options;
  }

  /** Whether there is a vault: then a password is needed before anything else. */
  exists(): Promise<boolean> {
    return vaultExists(this.#options.paths.folder);
  }

  /** @throws MiyuError as Peer.register */
  async register(form: Parameters<Peer['register']>[0]): Promise<Ready> {
    const { random, defaultServer } = this.#options;
    const checked = checkForm(form, defaultServer);
    const pending = await this.#pendingAccount(checked);
    const seed = pending?.content.deviceSeed ?? random(32);
    const home = pending?.own().home ?? checked.target.home;
    return await this.#withHost(seed, (host) =>
      this.#registerAt(host, home, async (statement) => {
        if (pending !== undefined) return pending;
        checkPolicy(checked, statement);
        return await this.#newVault(checked.password, newAccount(checked, { seed, peerId: host.device }, random));
      }),
    );
  }

  /** Unlocks, and finishes a registration whose answer was lost. @throws MiyuError as Peer.login */
  async login(password: string, takeOver: boolean): Promise<Ready> {
    const account = new Account(await this.#openVault(password), this.#options.log);
    if (takeOver) await account.update((content) => ({ ...content, claim: true }));
    return await this.#withHost(account.content.deviceSeed, async (host) => {
      if (account.content.pending === undefined) return account;
      return await this.#registerAt(host, account.own().home, () => Promise.resolve(account));
    });
  }

  /** @throws MiyuError 'password-wrong' */
  async checkPassword(password: string): Promise<void> {
    await this.#openVault(password);
  }

  /** @throws MiyuError as Peer.loginElsewhere */
  async loginElsewhere({ name, password, server }: Parameters<Peer['loginElsewhere']>[0]): Promise<Ready> {
    const { clock, random, defaultServer } = this.#options;
    if (await this.exists()) throw new MiyuError('already-registered');
    const text = server ?? defaultServer;
    if (text === undefined) throw new MiyuError('no-server', { field: 'server' });
    const { home } = parseServer(text);
    const normal = normalisePassword(password);
    const waiting = { timeoutMs: SERVER_TIMEOUT_MS };
    const seed = random(32);
    return await this.#withHost(seed, async (host) => {
      const client = await host.rendezvous.connect(home, waiting);
      const fetched = async (): Promise<FoundAnywhere> => {
        const given = await fetchAnywhere(client, { name, password: normal }, waiting);
        const asking = { device: host.device, name: name.trim(), now: clock.wall() };
        return { ...given, content: await checkDirectory(client, given.content, asking, waiting) };
      };
      const found = await fetched().finally(() => client.close());
      const imported = importedAccount(found.content, { seed, peerId: host.device }, random);
      // Where the server is now, as the person says; the copy may be older.
      const addresses = [...new Set([...home.addresses, ...Home.decode(imported.home).addresses])].slice(
        0,
        MAX_ADDRESSES,
      );
      const content = { ...imported, home: Home.encode({ ...home, addresses }), anywhere: found.anywhere };
      return await this.#newVault(normal, content);
    });
  }

  /** Vault and store of an account that its owner has ended. */
  forget(): Promise<void> {
    return this.#forget();
  }

  /** @throws MiyuError 'password-wrong' | 'password-*' (field "filePassword") */
  async exportKey(
    account: Account,
    { contacts, personal }: Pick<FriendFlows, 'contacts' | 'personal'>,
    { password, filePassword }: Parameters<Peer['exportKey']>[0],
  ): Promise<Uint8Array> {
    const fault = findPasswordFault(filePassword, { name: account.content.name });
    if (fault !== undefined) throw new MiyuError(fault, { field: 'filePassword' });
    // Whoever sits at an unlocked peer is not yet who may carry the identity away.
    await this.#openVault(password);
    return await sealKeyFile(
      normalisePassword(filePassword),
      exportContent(account, contacts, personal),
      this.#options.vault,
    );
  }

  /** @throws MiyuError as Peer.importKey */
  async importKey({ file, filePassword, password }: Parameters<Peer['importKey']>[0]): Promise<Ready> {
    const { random } = this.#options;
    if (await this.exists()) throw new MiyuError('already-registered');
    const content = readKeyFile(await openKeyFile(normalisePassword(filePassword), file));
    const fault = findPasswordFault(password, { name: content.name });
    if (fault !== undefined) throw new MiyuError(fault, { field: 'password' });
    const seed = random(32);
    return await this.#withHost(seed, async (host) => {
      // Friends are told by this device's epoch, and the home alone gives it: without an answer nothing is begun.
      await host.rendezvous.probe(Home.decode(content.home), { timeoutMs: SERVER_TIMEOUT_MS });
      const imported = importedAccount(content, { seed, peerId: host.device }, random);
      return await this.#newVault(normalisePassword(password), imported);
    });
  }

  async #withHost(deviceSeed: Uint8Array, work: (host: PeerHost) => Promise<Account>): Promise<Ready> {
    const { listen, otherPort, dht, lan, upnp, clock, log, paths } = this.#options;
    const onFault = (error: unknown): void => log.fault(error);
    const options = {
      ...{ deviceSeed, listen, otherPort, dht, clock, onFault },
      ...(lan === undefined ? {} : { lan }),
      ...(upnp ? { upnp: {} } : {}),
    };
    const before = await listenAsBefore(paths.folder, listen);
    const host = await (before === undefined
      ? createPeerHost(options)
      : createPeerHost({ ...options, listen: before }).catch((error: unknown) => {
          // Another program has it by now.
          if (!isMiyuError(error, 'port-taken')) throw error;
          return createPeerHost(options);
        }));
    await keepPort(paths.folder, listen, host.listening());
    try {
      return { account: await work(host), host };
    } catch (error) {
      await host.stop();
      throw error;
    }
  }

  #openVault(password: string) {
    const { paths, vault } = this.#options;
    return openVault(paths.folder, normalisePassword(password), vault);
  }

  async #newVault(password: string, content: VaultContent): Promise<Account> {
    const { paths, vault, log } = this.#options;
    return new Account(await createVault(paths.folder, password, encodeVault(content), vault), log);
  }

  /** Nothing may be left of an account that never was. */
  async #forget(): Promise<void> {
    const { paths } = this.#options;
    await rm(paths.vault, { force: true });
    await forgetPort(paths.folder);
    await rm(paths.store, { recursive: true, force: true });
  }

  /**
   * The account of a registration whose answer was lost, where this is the same one again. Another name or server takes its
   * place: it was never confirmed to anybody.
   * @throws MiyuError 'already-registered'
   */
  async #pendingAccount({ password, name, target }: RegistrationForm): Promise<Account | undefined> {
    if (!(await this.exists())) return undefined;
    let account: Account;
    try {
      account = new Account(await this.#openVault(password), this.#options.log);
    } catch (error) {
      throw new MiyuError('already-registered', { cause: error });
    }
    if (account.content.pending === undefined) throw new MiyuError('already-registered');
    if (account.content.name === name && equalBytes(account.own().home.server, target.home.server)) return account;
    await this.#forget();
    return undefined;
  }

  /** Registers; where the server refuses, the vault goes, so that the person can try again with another form. */
  async #registerAt(
    host: PeerHost,
    home: Home,
    accountFor: (statement: ServerStatement) => Promise<Account>,
  ): Promise<Account> {
    const { random, log } = this.#options;
    const waiting = { timeoutMs: SERVER_TIMEOUT_MS };
    const client = await host.rendezvous.connect(home, waiting);
    try {
      const account = await accountFor(client.statement);
      try {
        await sendRegistration(account, client, random, waiting);
      } catch (error) {
        if (isRefusal(error)) await this.#forget();
        throw error;
      }
      log.info('registered');
      return account;
    } finally {
      await client.close();
    }
  }
}

/** An answer of the server about the form, as against silence or a fault, after which the same may be sent again. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof MiyuError)) return false;
  const prefixes = ['name-', 'email-', 'token-', 'account', 'statement-', 'certificate-', 'proof-'];
  return prefixes.some((prefix) => error.code.startsWith(prefix));
}
