import { expect, test } from 'vitest';
import { askedWord } from '../../../node/cli/asked-word.ts';
import { say } from '../../../node/cli/words.ts';

test('who has the request is said in both languages, each way in its own words', () => {
  const told = (['direct', 'server', 'later'] as const).map((way) => askedWord({ outcome: 'requested', way }));
  expect(told).toEqual(['requestedDirect', 'requested', 'requestedLater']);
  expect(askedWord({ outcome: 'accepted', way: null })).toBe('becameFriends');
  for (const language of ['en', 'zh'] as const) {
    const words = told.map((word) => say(language, word, { name: 'bob' }));
    expect(new Set(words).size).toBe(3);
    for (const each of words) expect(each).toContain('bob');
  }
});
