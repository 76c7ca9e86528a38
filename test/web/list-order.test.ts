import { expect, test } from 'vitest';
import { conversations } from '../../node/web/src/chat/list-order.ts';
import type { Friend } from '../../node/web/src/peer/methods.ts';

function friend(name: string, at: number | null, part: Partial<Friend> = {}): Friend {
  const lastMessage = at === null ? null : ({ sentAt: at, receivedAt: null } as Friend['lastMessage']);
  return {
    account: name,
    name,
    relation: 'friend',
    verified: 'no',
    presence: 'unreachable',
    path: null,
    address: null,
    lastSeen: null,
    unread: 0,
    lastMessage,
    blocked: false,
    firstUnread: null,
    archived: false,
    card: null,
    muted: false,
    draft: '',
    keyChange: null,
    ...part,
  };
}

const names = (friends: readonly Friend[]): string[] => friends.map(({ name }) => name);

test('who is online first, then whose message is the latest, then by name; an ended friendship leaves its chat', () => {
  const friends = [
    friend('zoe', null),
    friend('ann', null),
    friend('old', 1),
    friend('new', 9),
    friend('here', 2, { presence: 'online' }),
    friend('here-too', 5, { presence: 'online' }),
    friend('asked', null, { relation: 'requested' }),
    friend('ended', 4, { relation: 'removed' }),
    friend('ended-unsaid', null, { relation: 'removed' }),
  ];
  expect(names(conversations(friends, '').shown)).toEqual(['here-too', 'here', 'new', 'ended', 'old', 'ann', 'zoe']);
});

test('hidden ones stand apart, and names are found without regard to case and accents', () => {
  const friends = [friend('Élodie', 1), friend('小明', 2), friend('hidden', 3, { archived: true })];
  expect(names(conversations(friends, '').archived)).toEqual(['hidden']);
  expect(names(conversations(friends, ' elo').shown)).toEqual(['Élodie']);
  expect(names(conversations(friends, '明').shown)).toEqual(['小明']);
  expect(names(conversations(friends, 'HID').archived)).toEqual(['hidden']);
});
