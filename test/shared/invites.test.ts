import { multiaddr } from '@multiformats/multiaddr';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../shared/crypto/base64url.ts';
import { sha256 } from '../../shared/crypto/hash.ts';
import { systemRandom as random } from '../../shared/crypto/random.ts';
import { isMiyuError } from '../../shared/errors.ts';
import { concatBytes } from '../../shared/ids.ts';
import { decodeInvite, encodeInvite, INVITE_SCHEME, isInviteLink, type OpenedInvite } from '../../shared/invites.ts';
import { Invite } from '../../shared/wire/generated/identity.js';
import { terminalQr } from '../../node/cli/terminal-qr.ts';
import { aDevice } from '../support/identities.ts';

const invite: OpenedInvite = {
  home: { server: aDevice(random), addresses: ['/ip4/192.168.1.20/tcp/4001', '/dns4/miyu.example/tcp/443'] },
  account: random(32),
  name: '小明',
  token: random(16),
};
const link = encodeInvite(invite);
const malformed = expect.objectContaining({ code: 'invite-malformed' }) as Error;

const linkOf = (bytes: Uint8Array): string =>
  INVITE_SCHEME + toBase64Url(concatBytes(bytes, sha256(bytes).subarray(0, 4)));

test('comes back as it was, with what was pasted around it', () => {
  expect(decodeInvite(link)).toEqual(invite);
  expect(decodeInvite(`  ${link}\n`)).toEqual(invite);
  expect(link).toMatch(/^miyu:\/\/invite\/[A-Za-z0-9_-]+$/);
});

test('to a server alone has neither account nor name nor token', () => {
  const bare: OpenedInvite = { home: invite.home, account: undefined, name: '', token: undefined };
  expect(decodeInvite(encodeInvite(bare))).toEqual(bare);
});

describe('of a device', () => {
  const direct = { device: aDevice(random), addresses: ['/ip4/192.168.1.20/tcp/40001', '/ip6/fd00::1/tcp/40001'] };

  test('comes back as it was; what is no address is not put into a link', () => {
    const whole = { ...invite, direct };
    expect(decodeInvite(encodeInvite(whole))).toEqual(whole);
    expect(() => encodeInvite({ ...invite, direct: { ...direct, addresses: ['nowhere'] } })).toThrow(malformed);
    expect(() => encodeInvite({ ...invite, direct: { ...direct, addresses: [] } })).toThrow(malformed);
  });

  test('with addresses of which one is of an unknown transport goes without that one', () => {
    const bytes = Invite.encode({
      ...{ version: 1, home: invite.home, account: random(32), name: '', token: new Uint8Array(0) },
      ...{ device: direct.device, addresses: [Uint8Array.of(255, 255, 127), multiaddr(direct.addresses[0]).bytes] },
    });
    expect(decodeInvite(linkOf(bytes)).direct).toEqual({ ...direct, addresses: direct.addresses.slice(0, 1) });
  });

  test('fits a terminal of 80 columns as a QR code, with four addresses, an IPv6 one among them', () => {
    const addresses = ['10.0.0.7', '192.168.178.20', '172.17.0.1'].map((ip) => `/ip4/${ip}/tcp/40001`);
    const link = encodeInvite({
      home: { server: aDevice(random), addresses: ['/ip4/192.168.178.20/tcp/4001', '/ip4/10.0.0.7/tcp/4001'] },
      ...{ account: random(32), name: 'somebody', token: undefined },
      direct: { ...direct, addresses: [...addresses, '/ip6/2001:db8:1234:5678::20/tcp/40001'] },
    });
    expect(terminalQr(link, 80, false)).toBeDefined();
  });
});

test('mistyped, cut or extended anywhere is refused', () => {
  const end = link.length - 1;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  fc.assert(
    fc.property(
      fc.integer({ min: INVITE_SCHEME.length, max: end }),
      fc.constantFrom(...letters.match(/./g)!),
      (at, letter) => {
        const typed = link.slice(0, at) + letter + link.slice(at + 1);
        // The last letter may carry bits that mean nothing.
        const same = Buffer.from(fromBase64Url(typed.slice(INVITE_SCHEME.length))).equals(
          fromBase64Url(link.slice(INVITE_SCHEME.length)),
        );
        if (same) expect(decodeInvite(typed)).toEqual(invite);
        else expect(() => decodeInvite(typed)).toThrow(malformed);
        expect(() => decodeInvite(link.slice(0, at))).toThrow(malformed);
        expect(() => decodeInvite(`${link.slice(0, at)}${letter}${link.slice(at)}`)).toThrow(malformed);
      },
    ),
  );
});

test('any text is a typed error or an invite', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.uint8Array().map(linkOf)), (text) => {
      for (const candidate of [text, INVITE_SCHEME + text]) {
        try {
          decodeInvite(candidate);
        } catch (error) {
          expect(isMiyuError(error, 'invite-malformed') || isMiyuError(error, 'version-mismatch')).toBe(true);
        }
      }
    }),
  );
});

describe('with a good checksum is refused all the same', () => {
  const message: Invite = {
    ...{ version: 1, home: invite.home, account: random(32), name: 'x', token: new Uint8Array(0) },
    ...{ device: new Uint8Array(0), addresses: [] },
  };
  const here = multiaddr('/ip4/192.168.1.20/tcp/4001').bytes;
  test.each<[string, Partial<Invite>]>([
    ['an account of 31 bytes', { account: random(31) }],
    ['a name without an account', { account: new Uint8Array(0) }],
    ['a name of 129 bytes', { name: 'x'.repeat(129) }],
    ['a token of 65 bytes', { token: random(65) }],
    ['no addresses', { home: { ...invite.home, addresses: [] } }],
    ['17 addresses', { home: { ...invite.home, addresses: new Array<string>(17).fill('/ip4/1.1.1.1/tcp/1') } }],
    ['a device without an address', { device: aDevice(random) }],
    ['an address without a device', { addresses: [here] }],
    ['a device of nobody', { account: new Uint8Array(0), name: '', device: aDevice(random), addresses: [here] }],
    ['a device that is no PeerId', { device: random(38), addresses: [here] }],
    ['5 addresses of the device', { device: aDevice(random), addresses: new Array<Uint8Array>(5).fill(here) }],
    ['an address of 65 bytes', { device: aDevice(random), addresses: [random(65)] }],
    ['a server that is no PeerId', { home: { ...invite.home, server: random(38) } }],
  ])('with %s', (_, change) => {
    expect(() => decodeInvite(linkOf(Invite.encode({ ...message, ...change })))).toThrow(malformed);
  });

  test('without a home, or of endless length', () => {
    const { home: _, ...rest } = message;
    expect(() => decodeInvite(linkOf(Invite.encode(rest)))).toThrow(malformed);
    expect(() => decodeInvite(linkOf(new Uint8Array(8000)))).toThrow(malformed);
    expect(() => encodeInvite({ ...invite, token: random(65) })).toThrow(malformed);
  });

  test('of a newer version it says so', () => {
    const newer = linkOf(Invite.encode({ ...message, version: 2 }));
    expect(() => decodeInvite(newer)).toThrow(expect.objectContaining({ code: 'version-mismatch', detail: 2 }));
  });
});

test('is told from a multiaddr', () => {
  expect(isInviteLink(` ${link}`)).toBe(true);
  expect(isInviteLink('/ip4/127.0.0.1/tcp/4001')).toBe(false);
});
