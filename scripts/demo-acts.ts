/** How the two of the demonstration act: over the API, or in a page, where they look at what is shown as well. */
import type { Friend } from '../node/api/contract-views.ts';
import type { Person } from './pages/person.ts';

export const PASSWORD = 'only for this demonstration';

export interface Acts {
  register(): Promise<void>;
  unlock(): Promise<void>;
  ask(friend: string, greeting: string): Promise<void>;
  accept(friend: string, greeting: string): Promise<void>;
  write(friend: string, text: string): Promise<void>;
  sees(friend: string, presence: Friend['presence']): Promise<void>;
  /** The chat shows these texts, each once and in this order. */
  reads(friend: string, texts: readonly string[]): Promise<void>;
  /** The peer has left. */
  isAlone(): Promise<void>;
}

export const apiActs = (person: Person): Acts => ({
  register: async () => {
    await person.api.call('register', { name: person.name, password: PASSWORD });
  },
  unlock: async () => {
    await person.api.call('login', { password: PASSWORD });
  },
  ask: async (who, greeting) => {
    await person.api.call('friends.add', { who, greeting });
  },
  accept: async (who) => {
    await person.api.call('friends.accept', { who });
  },
  write: async (to, text) => {
    await person.api.call('send', { to, text });
  },
  // What nobody shows, nobody sees: the history is compared in any case.
  sees: () => Promise.resolve(),
  reads: () => Promise.resolve(),
  isAlone: () => Promise.resolve(),
});
