import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isPublicIp4,
  MAX_CONNECTIONS,
  MAX_SSDP_BYTES,
  readAnswer,
  readDescription,
  readSearchAnswer,
} from '../../../shared/net/igd-messages.ts';
import { readXml, textOf, type XmlElement } from '../../../shared/net/xml-elements.ts';
import { answerWith, descriptionWith, faultWith, searchAnswer } from '../../support/fake-router.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const ROUTER = '192.168.1.1';
const LOCATION = new URL(`http://${ROUTER}:5000/rootDesc.xml`);
const IP_1 = 'urn:schemas-upnp-org:service:WANIPConnection:1';

describe('the answer to a search', () => {
  test('leads to where the router describes itself', () => {
    expect(readSearchAnswer(bytes(searchAnswer(LOCATION.href)), ROUTER)?.href).toBe(LOCATION.href);
  });

  test.each([
    ['another machine', 'http://192.168.1.7:5000/rootDesc.xml'],
    ['this machine', 'http://127.0.0.1:4001/'],
    ['the internet', 'http://20.7.1.9/rootDesc.xml'],
    ['a name', 'http://router.local/rootDesc.xml'],
    ['another protocol', 'https://192.168.1.1/rootDesc.xml'],
    ['a file', 'file:///etc/passwd'],
    ['a user', 'http://admin:admin@192.168.1.1/rootDesc.xml'],
    ['a host that looks like it', 'http://192.168.1.1.example.org/rootDesc.xml'],
    ['nowhere', ''],
    ['far', `http://192.168.1.1/${'a'.repeat(600)}`],
  ])('that leads to %s is none', (_, location) => {
    expect(readSearchAnswer(bytes(searchAnswer(location)), ROUTER)).toBeUndefined();
  });

  test('of another device, of an error, or of too many bytes is none', () => {
    const good = searchAnswer(LOCATION.href);
    expect(readSearchAnswer(bytes(good.replace('InternetGatewayDevice', 'MediaServer')), ROUTER)).toBeUndefined();
    expect(readSearchAnswer(bytes(good.replace('200 OK', '404 Not Found')), ROUTER)).toBeUndefined();
    expect(readSearchAnswer(bytes(good.padEnd(MAX_SSDP_BYTES + 1)), ROUTER)).toBeUndefined();
  });
});

describe('a description', () => {
  const controls = (text: string): string[] => readDescription(text, LOCATION).map(({ control }) => control.href);

  test('has the connections that map ports, the best first, wherever they stand', () => {
    const both = descriptionWith('urn:schemas-upnp-org:service:WANPPPConnection:1', '/ppp').replace(
      '</serviceList></device></deviceList>',
      `<service><serviceType>${IP_1}</serviceType><controlURL>ctl/ip?a=1&amp;b=2</controlURL></service></serviceList></device></deviceList>`,
    );
    expect(controls(both)).toEqual([`http://${ROUTER}:5000/ctl/ip?a=1&b=2`, `http://${ROUTER}:5000/ppp`]);
  });

  test('whose control is on another machine has none; a base there counts for nothing', () => {
    expect(controls(descriptionWith(IP_1, 'http://192.168.1.7:5000/control'))).toEqual([]);
    expect(controls(descriptionWith(IP_1, '//20.7.1.9/control'))).toEqual([]);
    const base = descriptionWith(IP_1, '/control', '<URLBase>http://20.7.1.9/</URLBase>');
    expect(controls(base)).toEqual([`http://${ROUTER}:5000/control`]);
    const own = descriptionWith(IP_1, 'control', `<URLBase>http://${ROUTER}:6000/base/</URLBase>`);
    expect(controls(own)).toEqual([`http://${ROUTER}:6000/base/control`]);
  });

  test('with many of them has a few', () => {
    const service = `<service><serviceType>${IP_1}</serviceType><controlURL>/c</controlURL></service>`;
    expect(controls(`<root>${service.repeat(100)}</root>`)).toHaveLength(MAX_CONNECTIONS);
  });

  test.each([
    ['entities of its own', '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><root>&b;</root>'],
    ['too deep', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`],
    ['too many', `<root>${'<a/>'.repeat(2_000)}</root>`],
    ['no end', '<root><device>'],
    ['a wrong end', '<root><device></root></device>'],
    ['two roots', '<root/><root/>'],
    ['a page', '<html><body><br>router</body></html>'],
    ['nothing', ''],
  ])('%s: is no document', (_, text) => {
    expect(readXml(text)).toBeUndefined();
    expect(controls(text)).toEqual([]);
  });
});

test('an answer is of the action that was asked for, or a fault with its code', () => {
  const body = '<NewExternalIPAddress> 20.7.1.3 </NewExternalIPAddress>';
  const answer = readAnswer('GetExternalIPAddress', answerWith('GetExternalIPAddress', body));
  expect(answer?.outcome === 'done' && textOf(answer.body, 'NewExternalIPAddress')).toBe('20.7.1.3');
  expect(readAnswer('AddPortMapping', answerWith('GetExternalIPAddress', body))).toBeUndefined();
  expect(readAnswer('AddPortMapping', faultWith(718))).toEqual({ outcome: 'refused', code: 718 });
  expect(readAnswer('AddPortMapping', faultWith(NaN))).toEqual({ outcome: 'refused', code: 0 });
});

test('what nobody on the internet can dial is not public', () => {
  const not = ['10.1.2.3', '100.64.0.1', '100.127.255.255', '192.168.0.1', '172.31.0.1', '192.0.0.4', '169.254.1.1'];
  const nor = [
    '127.0.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.51.100.7',
    '',
    'fe80::1',
    '2001:db8::1',
    '1.2.3',
  ];
  expect([...not, ...nor].filter(isPublicIp4)).toEqual([]);
  expect(
    ['20.7.1.3', '100.63.255.255', '100.128.0.1', '172.32.0.1', '223.255.255.255'].filter(isPublicIp4),
  ).toHaveLength(5);
});

const name = fc.stringMatching(/^[A-Za-z]{1,8}$/);
const text = fc.string({ maxLength: 20 }).map((each) => each.replaceAll(/[&<>\r]/g, '').trim());
const element = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 6 },
    fc.record({ name, text, children: fc.constant<XmlElement[]>([]) }),
    fc.record({ name, text, children: fc.array(tie('element'), { maxLength: 3 }) }),
  ),
})).element;
const escaped = (plain: string): string => plain.replaceAll('"', '&quot;').replaceAll("'", '&apos;');
const written = ({ name, text, children }: XmlElement, prefix: string): string =>
  `<${prefix}${name} a="1">${escaped(text)}<!-- <not> -->${children.map((each) => written(each, prefix)).join('')}</${prefix}${name}>`;

test('whatever is written within the bounds is read as it was (the seed is in a failure)', () => {
  fc.assert(
    fc.property(element, fc.constantFrom('', 's:'), (root, prefix) => {
      expect(readXml(`<?xml version="1.0"?>\n${written(root, prefix)}`)).toEqual(root);
    }),
  );
});
