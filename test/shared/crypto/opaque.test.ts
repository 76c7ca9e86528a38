/** Both sides of OPAQUE, the client's in its own thread as in the product. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { withOpaque } from '../../../shared/crypto/opaque-client.ts';
import { createOpaqueSetup, opaqueServer, type OpaqueServer } from '../../../shared/crypto/opaque-server.ts';
import { OPAQUE_BYTES } from '../../../shared/crypto/opaque.ts';
import { systemRandom } from '../../../shared/crypto/random.ts';
import { refusal } from '../../support/refusals.ts';

const PASSWORD = 'correct horse bättery';
const account = systemRandom(32);
const server = systemRandom(38);

async function enrolled(): Promise<{ opaque: OpaqueServer; record: Uint8Array; exportKey: Uint8Array }> {
  const opaque = await opaqueServer(await createOpaqueSetup(), server);
  const { message, exportKey } = await withOpaque(PASSWORD, async (client) =>
    client.finishRegistration(opaque.register(account, await client.startRegistration()), { account, server }),
  );
  return { opaque, record: message, exportKey };
}

const login = (
  opaque: OpaqueServer,
  record: Uint8Array | undefined,
  { password = PASSWORD, as = { account, server } } = {},
) =>
  withOpaque(password, async (client) => {
    const { response, state } = opaque.startLogin(account, await client.startLogin(), record);
    expect(response).toHaveLength(OPAQUE_BYTES.loginResponse);
    const finished = await client.finishLogin(response, as);
    return { finished, state };
  });

describe('OPAQUE', () => {
  it('gives the export key back to the password, in whatever form of Unicode', { timeout: 120_000 }, async () => {
    const { opaque, record, exportKey } = await enrolled();
    const { finished, state } = await login(opaque, record, { password: PASSWORD.normalize('NFD') });
    expect(finished?.exportKey).toEqual(exportKey);
    expect(opaque.finishLogin(account, state, finished!.message)).toBe(true);
    expect(opaque.finishLogin(account, state, systemRandom(64))).toBe(false);
  });

  it(
    'gives nothing to another password, account or server, nor out of a made-up record',
    { timeout: 120_000 },
    async () => {
      const { opaque, record } = await enrolled();
      const other = await opaqueServer(await createOpaqueSetup(), server);
      expect((await login(opaque, record, { password: 'another one' })).finished).toBeUndefined();
      expect((await login(opaque, record, { as: { account: systemRandom(32), server } })).finished).toBeUndefined();
      expect((await login(opaque, record, { as: { account, server: systemRandom(38) } })).finished).toBeUndefined();
      expect((await login(other, record)).finished).toBeUndefined();
      expect((await login(opaque, undefined)).finished).toBeUndefined();
      // Bytes that are no record: as if there were none.
      expect((await login(opaque, systemRandom(192))).finished).toBeUndefined();
    },
  );

  it(
    'refuses what has another length or is no point, before and behind the library',
    { timeout: 120_000 },
    async () => {
      const opaque = await opaqueServer(await createOpaqueSetup(), server);
      const code = (work: () => unknown): unknown => {
        try {
          return work();
        } catch (error) {
          return (error as { code?: string }).code;
        }
      };
      for (const length of [0, 31, 33, 5_000_000]) {
        expect(code(() => opaque.register(account, new Uint8Array(length)))).toBe('malformed');
        expect(code(() => opaque.startLogin(account, new Uint8Array(length), undefined))).toBe('malformed');
        expect(code(() => opaque.finishLogin(account, '', new Uint8Array(length)))).toBe('malformed');
      }
      expect(code(() => opaque.register(account, new Uint8Array(32).fill(0xff)))).toBe('malformed');
      expect(code(() => opaque.startLogin(account, new Uint8Array(96).fill(0xff), undefined))).toBe('malformed');
      await refusal(opaqueServer(new Uint8Array(127), server), 'malformed');
      await refusal(
        withOpaque(PASSWORD, async (client) => {
          await client.startLogin();
          return client.finishLogin(new Uint8Array(320).fill(0xff), { account, server });
        }),
        'protocol-violation',
      );
      await refusal(
        withOpaque('x'.repeat(4_097), async () => undefined),
        'too-large',
      );
    },
  );

  it('leaves the loop of its caller alone', { timeout: 120_000 }, async () => {
    const { opaque, record } = await enrolled();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const startedAt = performance.now();
    const { finished } = await login(opaque, record);
    const took = performance.now() - startedAt;
    delay.disable();
    const stall = delay.max / 1e6;
    console.info(`a login took ${took.toFixed(0)} ms; the longest stall of the loop ${stall.toFixed(1)} ms`);
    expect(finished).toBeDefined();
    // Argon2id alone is far more than half of it.
    expect(stall).toBeLessThan(took / 2);
  });
});
