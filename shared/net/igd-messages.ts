/**
 * What is said to a home router, and what it answers: UPnP's search (SSDP), its description, and the three actions of its port
 * mappings (Internet Gateway Device 1 and 2: WANIPConnection, WANPPPConnection). Pure; what is malformed is undefined.
 */
import { BlockList, isIPv4 } from 'node:net';
import { elementsNamed, readXml, textOf, type XmlElement } from './xml-elements.ts';

export const SSDP_GROUP = '239.255.255.250';
export const SSDP_PORT = 1900;
/** A router answers within this many seconds, at a moment of its choice. */
export const SSDP_WAIT_S = 2;
/** A search's answer has ten lines. */
export const MAX_SSDP_BYTES = 2_048;
/** A description has 4 to 12 KiB, an answer less than one. */
export const MAX_IGD_BYTES = 64 * 1024;
/** Connections that one router describes, and that are tried: fibre, telephone, mobile. */
export const MAX_CONNECTIONS = 4;
/** A path on a router, with what it wants to have there. */
const MAX_URL_CHARACTERS = 512;

const DEVICE = 'urn:schemas-upnp-org:device:InternetGatewayDevice:';
/** What is searched for: whoever is of the second version answers to the first as well, mostly. */
export const IGD_DEVICES = [`${DEVICE}1`, `${DEVICE}2`] as const;
/** Those that can map ports, the best first. */
const CONNECTIONS = ['WANIPConnection:2', 'WANIPConnection:1', 'WANPPPConnection:1'].map(
  (name) => `urn:schemas-upnp-org:service:${name}`,
);

/** @param host group and port as they stand in the message */
export const searchMessage = (target: string, host = `${SSDP_GROUP}:${SSDP_PORT}`): Uint8Array =>
  Buffer.from(
    `M-SEARCH * HTTP/1.1\r\nHOST: ${host}\r\nMAN: "ssdp:discover"\r\nMX: ${SSDP_WAIT_S}\r\nST: ${target}\r\n\r\n`,
  );

/**
 * Where a router describes itself.
 * @param from the address that the answer came from: nothing is ever fetched from another one
 */
export function readSearchAnswer(bytes: Uint8Array, from: string): URL | undefined {
  if (bytes.length > MAX_SSDP_BYTES) return undefined;
  const [status = '', ...lines] = Buffer.from(bytes).toString('latin1').split('\r\n');
  if (!/^HTTP\/1\.[01] 200\b/.test(status)) return undefined;
  const headers = new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const];
    }),
  );
  if (!headers.get('st')?.startsWith(DEVICE)) return undefined;
  return urlOn(from, headers.get('location') ?? '');
}

/** Of a text that a router gave: undefined where it leads to another address than the router's own. */
export function urlOn(router: string, text: string, base?: URL): URL | undefined {
  if (text === '' || text.length > MAX_URL_CHARACTERS || !URL.canParse(text, base?.href)) return undefined;
  const url = new URL(text, base?.href);
  const isPlain = url.protocol === 'http:' && url.username === '' && url.password === '';
  return isPlain && isIPv4(url.hostname) && url.hostname === router ? url : undefined;
}

export interface IgdConnection {
  /** `urn:schemas-upnp-org:service:WANIPConnection:1` */
  readonly type: string;
  readonly control: URL;
}

/** Those of a description that can map ports, the best first. @param location where the description came from */
export function readDescription(text: string, location: URL): IgdConnection[] {
  const root = readXml(text);
  if (root === undefined) return [];
  const base = urlOn(location.hostname, textOf(root, 'URLBase') ?? '', location) ?? location;
  const found = elementsNamed(root, 'service').flatMap((service) => {
    const type = textOf(service, 'serviceType') ?? '';
    const control = urlOn(location.hostname, textOf(service, 'controlURL') ?? '', base);
    return control !== undefined && CONNECTIONS.includes(type) ? [{ type, control }] : [];
  });
  const rank = ({ type }: IgdConnection): number => CONNECTIONS.indexOf(type);
  return found.sort((a, b) => rank(a) - rank(b)).slice(0, MAX_CONNECTIONS);
}

export interface Mapped {
  readonly externalPort: number;
  readonly internalPort: number;
  /** IPv4 address of ours. */
  readonly internalClient: string;
  /** 0: until it is deleted. */
  readonly leaseSeconds: number;
}

/** Shown in the router's own list; nothing of the person's. */
const DESCRIPTION = 'miyu';

export type Argument = readonly [name: string, value: string | number];

export const IGD_ACTIONS = {
  externalAddress: { name: 'GetExternalIPAddress' },
  add: {
    name: 'AddPortMapping',
    arguments: ({ externalPort, internalPort, internalClient, leaseSeconds }: Mapped): readonly Argument[] => [
      ['NewRemoteHost', ''],
      ['NewExternalPort', externalPort],
      ['NewProtocol', 'TCP'],
      ['NewInternalPort', internalPort],
      ['NewInternalClient', internalClient],
      ['NewEnabled', 1],
      ['NewPortMappingDescription', DESCRIPTION],
      ['NewLeaseDuration', leaseSeconds],
    ],
  },
  remove: {
    name: 'DeletePortMapping',
    arguments: ({ externalPort }: Pick<Mapped, 'externalPort'>): readonly Argument[] => [
      ['NewRemoteHost', ''],
      ['NewExternalPort', externalPort],
      ['NewProtocol', 'TCP'],
    ],
  },
} as const;

/** The values are numbers, addresses and words of ours: nothing in them needs an escape. */
export const actionBody = (type: string, name: string, values: readonly Argument[]): string =>
  '<?xml version="1.0"?>\r\n' +
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" ' +
  's:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>' +
  `<u:${name} xmlns:u="${type}">` +
  values.map(([key, value]) => `<${key}>${value}</${key}>`).join('') +
  `</u:${name}></s:Body></s:Envelope>\r\n`;

/** `refused`: with the code of UPnP, 0 where it says none. */
export type ActionAnswer =
  { readonly outcome: 'done'; readonly body: XmlElement } | { readonly outcome: 'refused'; readonly code: number };

/** @returns undefined where it is no answer to that action */
export function readAnswer(name: string, text: string): ActionAnswer | undefined {
  const root = readXml(text);
  if (root === undefined) return undefined;
  const [fault] = elementsNamed(root, 'Fault');
  if (fault !== undefined) {
    const code = textOf(fault, 'errorCode') ?? '';
    return { outcome: 'refused', code: /^\d{1,4}$/.test(code) ? Number(code) : 0 };
  }
  const [body] = elementsNamed(root, `${name}Response`);
  return body === undefined ? undefined : { outcome: 'done', body };
}

/** Other codes are plain refusals. Some routers say the second of each pair for the same. */
export const IGD_CONFLICT: readonly number[] = [718, 729];
export const IGD_PERMANENT_ONLY = 725;

/**
 * What nobody on the internet can dial: private networks, an operator's NAT (RFC 6598), link-local, loopback, DS-Lite and other protocols'
 * (RFC 6890), those for examples and measurements, multicast and what is reserved.
 */
const NOT_PUBLIC = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(net, prefix);
}

export const isPublicIp4 = (text: string): boolean => isIPv4(text) && !NOT_PUBLIC.check(text);
