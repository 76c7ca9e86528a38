/** A port at a home router, which is honest, and then the worst that can answer on a LAN. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../shared/clock.ts';
import { MAX_IGD_BYTES } from '../../../shared/net/igd-messages.ts';
import type { HomeNetwork } from '../../../shared/net/igd.ts';
import { homeNetworks, portIn } from '../../../shared/net/mapped-port.ts';
import { PortMapping, type PortMappingTimes } from '../../../shared/net/port-mapping.ts';
import {
  answerWith,
  descriptionWith,
  FakeRouter,
  HOME,
  ROUTER,
  searchAnswer,
  WHY_SKIPPED,
} from '../../support/fake-router.ts';
import { until } from '../../support/until.ts';

const PORT = 4077;
const IP_1 = 'urn:schemas-upnp-org:service:WANIPConnection:1';
/** As in the product, in a time that a test has. */
const SOON: Partial<PortMappingTimes> = { renewMs: 50, retryMs: 50, mostRetryMs: 400, settleMs: 10, searchPauseMs: 10 };
const SELDOM: Partial<PortMappingTimes> = { ...SOON, renewMs: 3_600_000, retryMs: 3_600_000, mostRetryMs: 3_600_000 };

interface World {
  readonly mapping: PortMapping;
  readonly changes: string[];
  networks: readonly HomeNetwork[];
}

function mappingAt(router: FakeRouter, times: Partial<PortMappingTimes> = SELDOM, persists = false): World {
  const changes: string[] = [];
  const world = { networks: [HOME], changes } as unknown as World;
  const mapping = new PortMapping({
    clock: systemClock,
    networks: () => world.networks,
    portAt: () => PORT,
    onChange: () => changes.push(mapping.state.state),
    ...{ times, persists },
    searchAt: router.searchAt,
  });
  onTestFinished(() => mapping.stop());
  mapping.start();
  return Object.assign(world, { mapping });
}

const becomes = ({ mapping }: World, state: string): Promise<unknown> =>
  until(`${state}, and not ${mapping.state.state}`, () => mapping.state.state === state);
const actions = ({ asked }: FakeRouter): string[] => asked.map(({ action }) => action);

describe.skipIf(WHY_SKIPPED !== '')(`a port at a router ${WHY_SKIPPED}`, () => {
  test('is mapped for an hour, told once, and given back at the end', async () => {
    const router = await FakeRouter.start();
    const world = mappingAt(router);
    expect(world.mapping.address).toBeUndefined();
    await becomes(world, 'mapped');
    expect(world.mapping.address).toBe(`/ip4/20.7.1.3/tcp/${PORT}`);
    expect([...router.mapped]).toEqual([[PORT, { client: HOME.address, port: PORT, lease: 3_600 }]]);
    expect(world.changes).toEqual(['mapped']);
    // Nothing of the person's stands in the router's list.
    expect(router.asked.at(-1)?.values['NewPortMappingDescription']).toBe('miyu');
    await world.mapping.stop();
    expect([...router.mapped]).toEqual([]);
  });

  test('is renewed again and again, without another search, and follows the router’s address', async () => {
    const router = await FakeRouter.start();
    const world = mappingAt(router, SOON);
    await becomes(world, 'mapped');
    const { searches } = router;
    await until('renewed', () => actions(router).filter((each) => each === 'AddPortMapping').length > 3);
    router.external = '20.7.1.99';
    await until('the new address', () => world.mapping.address === `/ip4/20.7.1.99/tcp/${PORT}`);
    expect(world.changes).toEqual(['mapped', 'mapped']);
    expect(router.searches).toBe(searches);
    expect(router.mapped.size).toBe(1);
  });

  test('where it is another’s outside: at another port, which alone is given back', async () => {
    const router = await FakeRouter.start();
    router.mapped.set(PORT, { client: '127.0.0.9', port: 1, lease: 0 });
    router.fault = ({ action, values }) =>
      action === 'AddPortMapping' && values['NewExternalPort'] === String(PORT) ? 718 : undefined;
    const world = mappingAt(router);
    await becomes(world, 'mapped');
    const { state } = world.mapping;
    const port = state.state === 'mapped' ? state.port : 0;
    expect(router.mapped.get(port)).toMatchObject({ client: HOME.address, port: PORT });
    await world.mapping.stop();
    expect([...router.mapped.keys()]).toEqual([PORT]);
  });

  test('of a router without leases is kept until the end', async () => {
    const router = await FakeRouter.start();
    router.fault = ({ values }) => (Number(values['NewLeaseDuration']) > 0 ? 725 : undefined);
    const world = mappingAt(router);
    await becomes(world, 'mapped');
    expect(router.mapped.get(PORT)?.lease).toBe(0);
    await world.mapping.stop();
    expect(router.mapped.size).toBe(0);
  });

  test('is refused: asked again by and by without a search, and mapped once the router lets it', async () => {
    const router = await FakeRouter.start();
    router.fault = ({ action }) => (action === 'AddPortMapping' ? 606 : undefined);
    const world = mappingAt(router, SOON);
    await becomes(world, 'refused');
    const { searches } = router;
    await until('asked again', () => actions(router).filter((each) => each === 'AddPortMapping').length > 2);
    expect(router.searches).toBe(searches);
    router.fault = () => undefined;
    await becomes(world, 'mapped');
  });

  test.each(['10.0.0.7', '100.64.3.3', '192.168.1.1', '127.0.0.1', '224.0.0.5'])(
    'is not asked for where the router’s own outer address is %s',
    async (address) => {
      const router = await FakeRouter.start();
      router.external = address;
      const world = mappingAt(router);
      await becomes(world, 'not-public');
      expect(world.mapping.address).toBeUndefined();
      expect(actions(router)).toEqual(['GetExternalIPAddress']);
    },
  );

  test('is none where the router’s cable is not plugged in', async () => {
    const router = await FakeRouter.start();
    router.external = '0.0.0.0';
    await becomes(mappingAt(router), 'none');
  });

  test('is not told any more once the router is silent; it is searched for again, and mapped when it is back', async () => {
    const router = await FakeRouter.start();
    const world = mappingAt(router, { ...SOON, renewMs: 100 });
    await becomes(world, 'mapped');
    router.isSilent = true;
    await becomes(world, 'none');
    router.isSilent = false;
    await becomes(world, 'mapped');
  });

  test('of a router that was not there yet: found where we persist, and searched for with back-off until then', async () => {
    const router = await FakeRouter.start();
    router.isSilent = true;
    const world = mappingAt(router, SOON, true);
    await becomes(world, 'none');
    await until('searched for again', () => router.searches > 4);
    router.isSilent = false;
    await becomes(world, 'mapped');
    expect(world.changes).toEqual(['none', 'mapped']);
  });

  test('of a router whose outer address is private: asked again where we persist, without a search', async () => {
    const router = await FakeRouter.start();
    router.external = '100.64.3.3';
    const world = mappingAt(router, SOON, true);
    await becomes(world, 'not-public');
    const { searches } = router;
    router.external = '20.7.1.3';
    await becomes(world, 'mapped');
    expect(router.searches).toBe(searches);
  });

  test('another address of ours: the old port is given back, and a new one asked for', async () => {
    const router = await FakeRouter.start();
    const world = mappingAt(router);
    await becomes(world, 'mapped');
    world.networks = [{ address: '127.0.0.3', prefix: 8 }];
    world.mapping.moved();
    await until('mapped for the new address', () => router.mapped.get(PORT)?.client === '127.0.0.3');
    expect(actions(router).filter((each) => each === 'DeletePortMapping')).toHaveLength(1);
  });

  test('a network that flaps: one search, and no more asking than the port needs', async () => {
    const router = await FakeRouter.start();
    router.isSilent = true;
    const world = mappingAt(router, { ...SELDOM, settleMs: 200 });
    await becomes(world, 'none');
    expect(router.searches).toBe(4);
    router.isSilent = false;
    for (let n = 0; n < 50; n++) world.mapping.moved();
    await becomes(world, 'mapped');
    expect(router.searches).toBeLessThanOrEqual(8);
  });

  test('without a port to map, or a network that could have a router, nobody is asked', async () => {
    const router = await FakeRouter.start();
    const changes: string[] = [];
    const mapping = new PortMapping({
      ...{ clock: systemClock, networks: () => [HOME], portAt: () => undefined, searchAt: router.searchAt },
      onChange: () => changes.push(mapping.state.state),
    });
    onTestFinished(() => mapping.stop());
    mapping.start();
    await until('decided', () => changes.length > 0);
    expect([mapping.state.state, router.searches]).toEqual(['none', 0]);
    expect(homeNetworks({ eth0: undefined })).toEqual([]);
  });
});

test('the port at an address is that of a listener there or everywhere, and none that leads through a relay', () => {
  const id = '12D3KooWA';
  const through = `/ip4/10.0.0.7/tcp/4801/p2p/${id}/p2p-circuit/p2p/${id}`;
  expect(portIn([through, `/ip4/10.0.0.7/tcp/4077/p2p/${id}`], '10.0.0.7')).toBe(4077);
  expect(portIn(['/ip4/0.0.0.0/tcp/0', '/ip6/::/tcp/4077', '/ip4/0.0.0.0/tcp/4801'], '10.0.0.7')).toBe(4801);
  expect(portIn([through, '/ip4/127.0.0.1/tcp/4077', '/dns4/example.org/tcp/1'], '10.0.0.7')).toBeUndefined();
});

/** What a router that is no friend of ours does; each ends in `none`, and the next mapping works as ever. */
const HOSTILE: Readonly<Record<string, (router: FakeRouter, elsewhere: string) => void>> = {
  'leads to another machine': (router, elsewhere) => {
    router.searchAnswers = () => [searchAnswer(elsewhere)];
  },
  'redirects its description to another machine': (router, elsewhere) => {
    router.describe = (_, response) => void response.writeHead(302, { Location: elsewhere }).end();
  },
  'has its control on another machine': (router, elsewhere) => {
    router.describe = (_, response) => void response.end(descriptionWith(IP_1, elsewhere));
  },
  'describes itself without end': (router) => {
    router.describe = (_, response) => {
      response.on('error', () => undefined);
      const more = (): void => {
        if (!response.destroyed) response.write('<a>'.repeat(4_096), () => setImmediate(more));
      };
      more();
    };
  },
  'describes itself in too many bytes': (router) => {
    router.describe = (_, response) => void response.end(descriptionWith(IP_1, '/control').padEnd(MAX_IGD_BYTES + 1));
  },
  'drips its description without end': (router) => {
    router.describe = (request, response) => {
      const drop = setInterval(() => response.write(' '), 100);
      request.socket.on('close', () => clearInterval(drop));
    };
  },
  'hangs up in the middle': (router) => {
    router.describe = (request, response) => {
      response.write('<root>', () => request.socket.destroy());
    };
  },
  'sends headers without end': (router) => {
    router.describe = (request) => {
      request.socket.on('error', () => undefined);
      request.socket.write(`HTTP/1.1 200 OK\r\n${'X-A: b\r\n'.repeat(20_000)}\r\n`);
    };
  },
  'speaks something else': (router) => {
    router.describe = (request) => void request.socket.end('SSH-2.0-OpenSSH_9.2\r\n');
  },
  'answers an action with garbage': (router) => {
    router.answer = (_, response) => void response.end('\0\u{FFFD}<<>>&&;');
  },
  'says an address that is none': (router) => {
    router.answer = ({ action }, response) => {
      response.end(answerWith(action, '<NewExternalIPAddress>20.7.1.3/tcp/1/p2p/x</NewExternalIPAddress>'));
    };
  },
  'floods the search with garbage': (router) => {
    router.searchAnswers = () => [...Array.from({ length: 200 }, () => 'HTTP/1.1 200 OK\r\nST: x\r\n\r\n')];
  },
};

describe.skipIf(WHY_SKIPPED !== '')(`a hostile router ${WHY_SKIPPED}`, () => {
  test.each(Object.keys(HOSTILE))('%s', async (what) => {
    const hits: string[] = [];
    const other = createServer((request, response) => {
      hits.push(request.url ?? '');
      response.end(descriptionWith(IP_1, '/control'));
    });
    other.listen(0, '127.0.0.5');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const router = await FakeRouter.start();
    HOSTILE[what]?.(router, `http://127.0.0.5:${(other.address() as { port: number }).port}/desc.xml`);
    const world = mappingAt(router);
    await becomes(world, 'none');
    expect(world.mapping.address).toBeUndefined();
    expect([hits, router.mapped.size]).toEqual([[], 0]);
  });

  test('answers in this machine’s own name: is no router', async () => {
    const router = await FakeRouter.start();
    // It is on the address that is ours here.
    const world = mappingAt(router);
    world.networks = [{ address: ROUTER, prefix: 8 }];
    await becomes(world, 'none');
    expect(router.descriptions).toBe(0);
  });

  test('answers from outside the network: is no router', async () => {
    const router = await FakeRouter.start();
    const world = mappingAt(router);
    world.networks = [{ address: HOME.address, prefix: 31 }];
    await becomes(world, 'none');
    expect(router.descriptions).toBe(0);
  });

  test('never ends an answer: nobody waits for it, not even the end', async () => {
    const router = await FakeRouter.start();
    router.describe = (_, response) => void response.write('<root>');
    const { mapping } = mappingAt(router, { ...SELDOM, releaseMs: 200 });
    await until('asked', () => router.descriptions > 0);
    const began = performance.now();
    await mapping.stop();
    // Well below the five seconds of a request: the end gives it up.
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  test('is silent at the end: the end does not wait for long', async () => {
    const router = await FakeRouter.start();
    const world = mappingAt(router, { ...SELDOM, releaseMs: 200 });
    await becomes(world, 'mapped');
    router.isSilent = true;
    const began = performance.now();
    await world.mapping.stop();
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});
