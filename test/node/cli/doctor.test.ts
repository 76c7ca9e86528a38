/** `miyu doctor` and the part of `miyu status` on the server's absence, as a person and a script see them. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveApi } from '../../../node/api/server.ts';
import type { Finding } from '../../../node/core/doctor.ts';
import type { Check, DoctorReport } from '../../../node/flows/doctor.ts';
import { cli, Collected } from '../../support/cli.ts';
import { FakePeer, accountOf } from '../../support/fake-peer.ts';
import { temporaryFolder } from '../../support/temporary.ts';
import { until } from '../../support/until.ts';

class Terminal extends Collected {
  readonly isTTY = true;
}

async function serve(peer: FakePeer) {
  const profile = await temporaryFolder();
  const server = await serveApi({ profile, peer, version: '0.0.1', env: {} });
  onTestFinished(() => server.close());
  return (...args: string[]) => cli(profile, args);
}

const evidence = { address: '192.168.1.9:4001', outcome: 'refused', ms: 3 };
const bob = { is: 'friend', account: accountOf(1), name: 'bob' } as const;
const refused: Finding = { code: 'refused', certainty: 'certain', subject: bob, weight: 'fault', evidence };
const nat: Finding = {
  ...{ code: 'behind-nat', certainty: 'certain', subject: { is: 'machine' }, weight: 'note' },
  evidence: { seenAs: '203.0.113.7', ownAddresses: 2 },
};
const checks: Check[] = [
  { check: 'server', subject: { is: 'server' }, result: 'ok', evidence: { addresses: 1, identity: 'ours' } },
  { check: 'clock', subject: { is: 'machine' }, result: 'unknown', evidence: {} },
  {
    check: 'outside',
    subject: { is: 'machine' },
    result: 'note',
    evidence: { ...nat.evidence, finding: 'behind-nat' },
  },
  { check: 'friend', subject: bob, result: 'fault', evidence: { ...evidence, finding: 'refused' } },
];
const report = (...findings: Finding[]): DoctorReport => ({ at: 1, tookMs: 5, findings, friendsLeftOut: 0 });

describe('doctor', () => {
  test('tells each check as it ends, then causes with how certain they are and one next step', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.doctorNews = { checks, report: report(refused, nat) };
    const miyu = await serve(peer);
    const told = await miyu('doctor', 'bob');
    expect(told).toMatchObject({ code: 7, err: '' });
    expect(peer.calls).toContain('doctor bob');
    expect(told.out.split('\n')).toEqual([
      '✓ the server: answers with the right key',
      '– clock: could not be measured',
      expect.stringMatching(/^! address seen from outside: The server sees this machine as 203\.0\.113\.7/),
      expect.stringMatching(
        /^✗ friend bob: Something answers for the machine of bob, and nothing takes connections at 192\.168\.1\.9:4001/,
      ),
      '',
      'What is wrong, the most certain first:',
      expect.stringMatching(/^1\. Something answers for the machine of bob.* \(certain\)$/),
      '   Next: Ask bob to start miyu.',
      '',
      'Good to know:',
      expect.stringMatching(/^! The server sees this machine as 203\.0\.113\.7.* \(certain\)$/),
      expect.stringMatching(/^ {3}Next: If friends cannot reach you/),
      '',
    ]);
    const zh = await miyu('doctor', '--lang', 'zh');
    expect(zh.out).toContain('✗ 好友 bob：bob 的地址有应答');
    expect(zh.out).toContain('下一步：请 bob 启动密语。');
  });

  test('says in JSON what it says in words, in one document', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.doctorNews = { checks, report: report(refused) };
    const miyu = await serve(peer);
    const told = await miyu('doctor', '--json');
    expect(told.code).toBe(7);
    expect(told.json()).toMatchObject({
      checks: [{ check: 'server', result: 'ok' }, {}, {}, { check: 'friend' }],
      findings: [{ code: 'refused', certainty: 'certain', evidence, nextStep: 'Ask bob to start miyu.' }],
    });
  });

  test('ends with 0 where nothing is wrong, notes or not', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.doctorNews = { checks: [], report: report(nat) };
    const miyu = await serve(peer);
    const told = await miyu('doctor');
    expect(told.code).toBe(0);
    expect(told.out).toContain('Nothing is wrong as far as can be measured from here.');
  });

  test('shows no name of a friend as something else than text', async () => {
    const peer = FakePeer.withFriends('bob');
    const evil = { ...bob, name: 'b\u001b[2Job' };
    peer.doctorNews = { checks: [{ ...checks[3]!, subject: evil }], report: report({ ...refused, subject: evil }) };
    const miyu = await serve(peer);
    expect((await miyu('doctor')).out).not.toContain('\u001b');
    expect((await miyu('doctor', '--json')).out).not.toContain('\u001b');
  });

  test('shows on a terminal that it goes on and for how long, and nowhere else; nothing of it stays on the line', async () => {
    const check: Check = { check: 'port', subject: { is: 'machine' }, result: 'ok', evidence: { ports: '4001' } };
    const run = async (stderr: Collected, ...args: string[]) =>
      await cli(await temporaryFolder(), ['doctor', ...args], {
        stderr,
        examineAlone: async ({ onCheck }) => {
          if (stderr instanceof Terminal) await until('a second is counted', () => stderr.text.includes('… 1 s'));
          onCheck(check);
          if (stderr instanceof Terminal) expect(stderr.text.endsWith('\r\u001b[K')).toBe(true);
          return report();
        },
      });
    const seen = await run(new Terminal());
    expect(seen.err).toMatch(/measuring, 15 s at most … 0 s/);
    expect(seen.err.endsWith('\r\u001b[K')).toBe(true);
    expect(seen.out).not.toContain('measuring');
    expect((await run(new Collected())).err).toBe('');
    const json = await run(new Collected(), '--json');
    expect([json.err, json.json()]).toMatchObject(['', { checks: [check] }]);
  });

  test('measures without a peer where none runs', async () => {
    const instead: Finding = {
      ...{ code: 'peer-not-running', certainty: 'certain', subject: { is: 'machine' }, weight: 'fault' },
      evidence: { state: 'peer-not-running' },
    };
    const told = await cli(await temporaryFolder(), ['doctor'], {
      examineAlone: async ({ onCheck }) => {
        onCheck({ check: 'running', subject: { is: 'machine' }, result: 'fault', evidence: instead.evidence });
        return report(instead);
      },
    });
    expect(told.code).toBe(7);
    expect(told.out).toMatch(/^✗ miyu itself: miyu does not run on this profile\.\n/);
    expect(told.out).toContain('Next: Start it: `miyu up`');
  });
});

describe('status', () => {
  test('says in a line what goes on without the server, and lists it while the server is away', async () => {
    const peer = FakePeer.withFriends('bob', 'carol');
    const miyu = await serve(peer);
    const up = await miyu('status');
    expect(up.out).toMatch(
      /Without the server: chat, presence, receipts, .* go on; finding people by name, .* need it\./,
    );
    peer.serverOnline = false;
    const away = await miyu('status');
    expect(away.out).toContain('  ✓ chat (2 of 2): goes straight to friends who are connected');
    expect(away.out).toContain('  ! messages to friends who are away: wait on this machine until you meet');
    expect(away.out).toContain('  ✗ finding people by name: names are in the server’s directory');
    expect((await miyu('status', '--lang', 'zh')).out).toContain('  ✗ 按名字找人：');
    const json = (await miyu('status', '--json')).json() as { withoutServer: { abilities: unknown[] } };
    expect(json).toMatchObject({ withoutServer: { serverOnline: false, reason: 'server-unreachable' } });
    expect(json.withoutServer.abilities).toContainEqual({
      ...{ ability: 'find', now: 'needs-server', without: 'needs-server', friends: null },
    });
  });

  test('of a locked profile says nothing of it', async () => {
    const peer = FakePeer.withFriends('bob');
    peer.state = 'locked';
    const miyu = await serve(peer);
    const told = await miyu('status');
    expect(told.code).toBe(0);
    expect(told.out).not.toContain('Without the server');
  });
});
