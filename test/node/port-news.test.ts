/** A peer's host at a home router: how it stands is told once for each change, to friends as an address and to faces as news. */
import { expect, test } from 'vitest';
import { onPortMapping } from '../../node/port-news.ts';
import type { PortMappingState } from '../../shared/net/port-mapping.ts';
import { FakeRouter, HOME, WHY_SKIPPED } from '../support/fake-router.ts';
import { until } from '../support/until.ts';
import { startHost } from './net/hosts.ts';

const TIMES = { renewMs: 50, retryMs: 50, mostRetryMs: 400, settleMs: 10, searchPauseMs: 10 };

test.skipIf(WHY_SKIPPED !== '')(`each change is told once ${WHY_SKIPPED}`, async () => {
  const router = await FakeRouter.start();
  router.fault = ({ action }) => (action === 'AddPortMapping' ? 606 : undefined);
  const upnp = { networks: () => [HOME], searchAt: router.searchAt, times: TIMES };
  const host = await startHost({ upnp });
  const told: unknown[] = [];
  let addresses = 0;
  host.onAddressesChanged(() => (addresses += 1));
  onPortMapping(host, () => told.push(host.portMapping()));
  await until('refused', () => host.portMapping()?.state === 'refused');
  router.fault = () => undefined;
  await until('mapped', () => host.portMapping()?.state === 'mapped');
  const port = Number(host.listening()[0]!.split('/')[4]);
  expect(host.addresses()).toEqual([...host.listening(), `/ip4/20.7.1.3/tcp/${port}`]);
  router.external = '20.7.1.99';
  await until('the other address', () => host.addresses().includes(`/ip4/20.7.1.99/tcp/${port}`));
  expect(told).toEqual([
    { state: 'refused' },
    { state: 'mapped', address: '20.7.1.3', port },
    { state: 'mapped', address: '20.7.1.99', port },
  ]);
});

test('other changes of addresses are no news of the router', () => {
  const changed: (() => void)[] = [];
  let portMapping: PortMappingState = { state: 'searching' };
  const host = {
    portMapping: () => portMapping,
    onAddressesChanged: (listener: () => void) => void changed.push(listener),
  };
  let told = 0;
  onPortMapping(host, () => (told += 1));
  const addressesChange = (): void => changed.forEach((listener) => listener());
  addressesChange();
  expect(told).toBe(0);
  portMapping = { state: 'none' };
  addressesChange();
  addressesChange();
  expect(told).toBe(1);
});
