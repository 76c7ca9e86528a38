/** A home router in this process, which maps ports (UPnP IGD) as it is told to: honest at first. On 127.0.0.2, so Linux alone. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import type { HomeNetwork } from '../../shared/net/igd.ts';

export const ROUTER = '127.0.0.2';
/** The network that it is in, with us. */
export const HOME: HomeNetwork = { address: '127.0.0.1', prefix: 8 };
export const WHY_SKIPPED = process.platform === 'linux' ? '' : 'other systems have no 127.0.0.2';

const TYPE = 'urn:schemas-upnp-org:service:WANIPConnection:1';

export interface Asked {
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
}

export class FakeRouter {
  /** Its address on the far side. */
  external = '20.7.1.3';
  /** External port → internal address, port and lease. */
  readonly mapped = new Map<number, { readonly client: string; readonly port: number; readonly lease: number }>();
  readonly asked: Asked[] = [];
  searches = 0;
  descriptions = 0;
  /** A fault's code for an action; undefined: it does as asked. */
  fault: (asked: Asked) => number | undefined = () => undefined;
  /** Answers nothing any more, by any way. */
  isSilent = false;
  /** In place of its description, or of any answer. */
  describe: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  answer: ((asked: Asked, response: ServerResponse) => void) | undefined;
  /** What a search is answered with, as often. */
  searchAnswers: () => readonly string[] = () => [searchAnswer(this.location)];
  readonly #udp: Socket;
  readonly #http: Server;

  private constructor(udp: Socket, http: Server) {
    this.#udp = udp;
    this.#http = http;
    udp.on('message', (_, { address, port }) => {
      this.searches += 1;
      if (this.isSilent) return;
      for (const text of this.searchAnswers()) udp.send(text, port, address, () => undefined);
    });
    http.on('request', (request, response) => {
      if (!this.isSilent) this.#serve(request, response);
    });
  }

  /** Until the end of the test. */
  static async start(): Promise<FakeRouter> {
    const udp = createSocket('udp4');
    udp.bind(0, ROUTER);
    const http = createServer();
    http.listen(0, ROUTER);
    await Promise.all([once(udp, 'listening'), once(http, 'listening')]);
    onTestFinished(() => {
      udp.close();
      http.closeAllConnections();
      http.close();
    });
    return new FakeRouter(udp, http);
  }

  get searchAt(): { readonly address: string; readonly port: number } {
    return { address: ROUTER, port: this.#udp.address().port };
  }

  get port(): number {
    return (this.#http.address() as { port: number }).port;
  }

  get location(): string {
    return `http://${ROUTER}:${this.port}/desc.xml`;
  }

  /** From another address of this machine. */
  static async sendFrom(from: string, text: string, to: number): Promise<void> {
    const socket = createSocket('udp4');
    socket.bind(0, from);
    await once(socket, 'listening');
    await new Promise<void>((resolve) => {
      socket.send(text, to, HOME.address, () => resolve());
    });
    socket.close();
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    if (request.method === 'GET') {
      this.descriptions += 1;
      if (this.describe !== undefined) this.describe(request, response);
      else response.end(descriptionWith(TYPE, '/control'));
      return;
    }
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const action = /#(\w+)"/.exec(request.headers['soapaction'] as string)?.[1] ?? '';
      const values: Record<string, string> = {};
      for (const [, key = '', value = ''] of body.matchAll(/<(New\w+)>([^<]*)</g)) values[key] = value;
      const asked = { action, values };
      this.asked.push(asked);
      if (this.answer === undefined) this.#act(asked, response);
      else this.answer(asked, response);
    });
  }

  #act(asked: Asked, response: ServerResponse): void {
    const { action, values } = asked;
    const code = this.fault(asked);
    if (code !== undefined) {
      response.statusCode = 500;
      response.end(faultWith(code));
      return;
    }
    const port = Number(values['NewExternalPort']);
    if (action === 'AddPortMapping') {
      const lease = Number(values['NewLeaseDuration']);
      this.mapped.set(port, { client: values['NewInternalClient']!, port: Number(values['NewInternalPort']), lease });
    } else if (action === 'DeletePortMapping') this.mapped.delete(port);
    response.end(answerWith(action, `<NewExternalIPAddress>${this.external}</NewExternalIPAddress>`));
  }
}

export const searchAnswer = (location: string): string =>
  'HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: urn:schemas-upnp-org:device:InternetGatewayDevice:1\r\n' +
  `EXT:\r\nSERVER: a router\r\nLOCATION: ${location}\r\n\r\n`;

/** As deep as routers have it. */
export const descriptionWith = (type: string, control: string, more = ''): string => `<?xml version="1.0"?>
<root xmlns="urn:schemas-upnp-org:device-1-0"><specVersion><major>1</major><minor>0</minor></specVersion>${more}
<device><deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType><serviceList><service>
<serviceType>urn:schemas-upnp-org:service:Layer3Forwarding:1</serviceType><controlURL>/l3</controlURL></service></serviceList>
<deviceList><device><deviceType>urn:schemas-upnp-org:device:WANDevice:1</deviceType><deviceList><device>
<deviceType>urn:schemas-upnp-org:device:WANConnectionDevice:1</deviceType><serviceList><service>
<serviceType>${type}</serviceType><serviceId>urn:upnp-org:serviceId:WANIPConn1</serviceId>
<controlURL>${control}</controlURL><eventSubURL>/events</eventSubURL><SCPDURL>/scpd.xml</SCPDURL>
</service></serviceList></device></deviceList></device></deviceList></device></root>`;

const envelope = (body: string): string =>
  '<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
  `${body}</s:Body></s:Envelope>`;

export const answerWith = (action: string, values: string): string =>
  envelope(`<u:${action}Response xmlns:u="${TYPE}">${values}</u:${action}Response>`);

export const faultWith = (code: number): string =>
  envelope(
    '<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail>' +
      `<UPnPError xmlns="urn:schemas-upnp-org:control-1-0"><errorCode>${code}</errorCode></UPnPError></detail></s:Fault>`,
  );
