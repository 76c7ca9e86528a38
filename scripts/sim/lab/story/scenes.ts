/** What two friends go through, one scene behind the other on one stage. A scene that does not come to its end is a defect of the product. */
import { LabServer, PASSWORD } from '../programs.ts';
import type { Person, Stage } from './stage.ts';

export interface Scene {
  readonly title: string;
  readonly play: (stage: Stage) => Promise<void>;
}

/** Name and password, as a first start asks for them. */
async function register(person: Person): Promise<void> {
  const { terminal, name } = person;
  await terminal.shows('Name:');
  person.answer('Name:', name);
  await terminal.shows('New password');
  person.answer('New password:', PASSWORD, '····');
  await terminal.shows('The same again');
  person.answer('The same again:', PASSWORD, '····');
  await terminal.shows(`Signed in as ${name}`);
  person.excerpt(`Signed in as ${name}`);
}

/** A text each way, and each is told that the other has it. */
async function talk(from: Person, to: Person, text: string, answer: string): Promise<void> {
  await from.shell('miyu', 'send', to.name, text, '--wait', 'delivered');
  await to.shell('miyu', 'send', from.name, answer, '--wait', 'delivered');
  await from.shell('miyu', 'history', to.name, '--limit', '2');
}

async function bothSee({ alice, bob }: Stage, path: 'lan' | 'direct'): Promise<void> {
  await Promise.all([alice.seesOnline(bob, path), bob.seesOnline(alice, path)]);
}

/** Neither has a server: the password, and the friend. */
async function bothStart(stage: Stage, path: 'lan' | 'direct'): Promise<void> {
  for (const person of [stage.alice, stage.bob]) {
    person.start();
    await person.unlock();
  }
  await bothSee(stage, path);
}

export const SCENES: readonly Scene[] = [
  {
    title: 'Two machines on one switch, and nothing configured: the first message',
    play: async (stage) => {
      const { alice, bob } = stage;
      alice.start();
      await register(alice);
      bob.start();
      await bob.terminal.shows('[y/N]');
      bob.excerpt('A server on your local network', 'fingerprint:');
      bob.answer('Join it, in place of a server of your own? [y/N]', 'y');
      await register(bob);
      bob.say('/add alice');
      await alice.terminal.shows('/accept bob');
      alice.excerpt('/accept bob');
      alice.say('/accept bob');
      await alice.terminal.shows('You and bob are friends');
      alice.excerpt('You and bob are friends');
      alice.say('hello from the other end of the cable');
      await bob.terminal.shows('hello from the other end of the cable');
      bob.excerpt('hello from the other end of the cable');
      await bothSee(stage, 'lan');
      await bob.shell('miyu', 'send', 'alice', 'nothing was configured', '--wait', 'delivered');
      await alice.shell('miyu', 'history', 'bob');
    },
  },
  {
    title: 'The server is removed for good: its process, and all that it has stored',
    play: async (stage) => {
      const { alice, bob } = stage;
      await alice.leave();
      await alice.shell('rm', '-r', '~/.local/share/miyu/server');
      await bob.sees(alice, ({ presence }) => presence !== 'online', 'gone');
      await bob.shell('miyu', 'friends');
      alice.start();
      await alice.unlock();
      await bothSee(stage, 'lan');
      await alice.shell('miyu', 'friends');
      await alice.shell('miyu', 'status');
      await talk(alice, bob, 'no server any more', 'I have not missed it');
      bob.say('/chat alice');
      await alice.isRead(bob);
      await alice.shell('miyu', 'history', 'bob', '--limit', '2');
    },
  },
  {
    title: 'Another address in mid-chat',
    play: async (stage) => {
      const { alice, bob, note } = stage;
      const before = bob.host.address;
      await bob.host.readdress();
      note(`bob’s machine was ${before} and is ${bob.host.address} now`);
      await alice.shell('miyu', 'send', 'bob', 'where are you?', '--wait', 'delivered');
      await bothSee(stage, 'lan');
      await bob.shell('miyu', 'send', 'alice', 'at another address', '--wait', 'delivered');
      await alice.shell('miyu', 'history', 'bob', '--limit', '2');
    },
  },
  {
    title: 'Both machines start again',
    play: async (stage) => {
      const { alice, bob } = stage;
      await alice.leave();
      await bob.leave();
      await bothStart(stage, 'lan');
      await alice.shell('miyu', 'friends');
      await talk(bob, alice, 'up again', 'so am I');
    },
  },
  {
    title: 'A router between them',
    play: async (stage) => {
      const { lab, alice, bob, note } = stage;
      const office = await lab.switch('office');
      await lab.router('r', { between: ['home', 'office'] });
      await bob.host.move('office');
      note(
        `a router between ${lab.switchNamed('home').subnet} and ${office.subnet}; bob’s machine moves, and is ${bob.host.address} now`,
      );
      await bothSee(stage, 'direct');
      await alice.shell('miyu', 'friends');
      await talk(alice, bob, 'a router between us', 'and still no server');
    },
  },
  {
    title: 'Two homes behind routers that let nobody in, and a server that relays',
    play: async (stage) => {
      const { lab, folder, note, person } = stage;
      await lab.switch('internet', { subnet: '20.7.1.0/24' });
      const server = await LabServer.start(await lab.host('server', { on: 'internet' }), folder, '--relay');
      note(`somewhere on the internet: ${server.host.address}$ miyu-rendezvous up --relay`);
      const people: Person[] = [];
      for (const name of ['carol', 'dave']) {
        const home = `at-${name}`;
        await lab.switch(home, { subnet: '192.168.1.0/24' });
        people.push(await person(name, home));
        await lab.nat(`cpe-${name}`, { inside: home, outside: 'internet', kind: 'endpoint-dependent' });
        note(
          `${name}’s machine is 192.168.1.2, behind a router that is ${lab.hostNamed(`cpe-${name}`).addressOn('internet')} outside`,
        );
      }
      const [carol, dave] = people as [Person, Person];
      for (const each of people) {
        each.start('--server', server.invite);
        await register(each);
      }
      carol.say('/add dave');
      await dave.terminal.shows('/accept carol');
      dave.say('/accept carol');
      await carol.seesOnline(dave, 'relayed');
      await dave.seesOnline(carol, 'relayed');
      await carol.shell('miyu', 'friends');
      await talk(carol, dave, 'through the server, and it cannot read this', 'as if you were here');
      await dave.shell('miyu', 'doctor', 'carol');
      await lab.switch('elsewhere', { subnet: '20.7.2.0/24' });
      await lab.router('r2', { between: ['internet', 'elsewhere'] });
      await dave.host.move('elsewhere');
      note(`dave carries his machine out of the house: it is ${dave.host.address} now`);
      await carol.seesOnline(dave, 'direct');
      await dave.seesOnline(carol, 'direct');
      await talk(dave, carol, 'no server between us', 'but one router');
    },
  },
];
