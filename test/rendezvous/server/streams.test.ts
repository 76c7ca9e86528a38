import type { Stream } from '@libp2p/interface';
import { expect, test } from 'vitest';
import { MAX_STREAMS } from '../../../rendezvous/limits.ts';
import { openServerStatement } from '../../../shared/crypto/statements.ts';
import { ask } from '../../../shared/net/exchange.ts';
import { Signed } from '../../../shared/wire/generated/identity.js';
import { STATEMENT_PROTOCOL } from '../../../shared/wire/protocols.ts';
import { RawDevice, RawPerson, type RawConnection, type Target } from '../../support/raw-client.ts';
import { startTestServer } from '../../support/rendezvous.ts';
import { until } from '../../support/until.ts';

/** Opens a stream that must be reset; it may be so before the dialler has it. */
async function expectReset(device: RawDevice, target: Target, protocol?: string): Promise<void> {
  let stream: Stream;
  try {
    ({ stream } = await device.open(target, protocol));
  } catch (error) {
    expect(error).toMatchObject({ name: 'StreamResetError' });
    return;
  }
  await until('the stream is reset', () => stream.status === 'reset');
}

async function greeted(device: RawDevice, target: Target): Promise<RawConnection> {
  const connection = await device.connect(target);
  await connection.hello();
  return connection;
}

test('a rendezvous stream too many of one connection is reset, and the others go on', async () => {
  const { server } = await startTestServer();
  const device = new RawDevice();
  const streams: RawConnection[] = [];
  for (let i = 0; i < MAX_STREAMS; i += 1) streams.push(await greeted(device, server));
  await expectReset(device, server);
  await expectReset(device, server);
  expect((await device.node()).getConnections()).toHaveLength(1);
  for (const stream of streams) expect(await stream.ask('ping', {})).toBeDefined();

  // The other protocol, and another connection, have places of their own.
  const { stream: question } = await device.open(server, STATEMENT_PROTOCOL);
  const answer = await ask(question, new Uint8Array(1), { maxBytes: 10_000, timeoutMs: 5_000 });
  expect(openServerStatement(Signed.decode(answer), server.server).server).toEqual(server.server);
  await new RawPerson('somebody').register(server);

  // A stream that ends leaves its place.
  await streams[0]!.close();
  await greeted(device, server);
  await expectReset(device, server);
  for (const stream of streams.slice(1)) expect(await stream.ask('ping', {})).toBeDefined();
});

test('the same for questions for the statement', async () => {
  const { server } = await startTestServer();
  const device = new RawDevice();
  const open: Stream[] = [];
  for (let i = 0; i < MAX_STREAMS; i += 1) open.push((await device.open(server, STATEMENT_PROTOCOL)).stream);
  await expectReset(device, server, STATEMENT_PROTOCOL);
  await greeted(device, server);
  for (const stream of open) {
    const answer = await ask(stream, new Uint8Array(1), { maxBytes: 10_000, timeoutMs: 5_000 });
    expect(openServerStatement(Signed.decode(answer), server.server).server).toEqual(server.server);
  }
});
