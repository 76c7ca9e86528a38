/** The chat of two people in their terminals, by real peers over a real server. */
import { expect, test } from 'vitest';
import { serve, talk } from '../support/chat-talk.ts';
import { aServer, befriend, someone } from '../support/people.ts';
import { until } from '../support/until.ts';

test(
  'typing, a draft across faces, what is new, receipts, and what is done to messages',
  { timeout: 180_000 },
  async () => {
    const server = await aServer();
    const [alice, bob] = [await someone('alice', server), await someone('bob', server)];
    await befriend(alice, 'alice', bob, 'bob');
    await Promise.all([
      alice.friend('bob', 'online', ({ presence }) => presence === 'online'),
      bob.friend('alice', 'online', ({ presence }) => presence === 'online'),
    ]);
    const [{ profile: hers }, { profile: his }] = [await serve(alice.peer), await serve(bob.peer)];

    // What came before stands below the line, and is read by being shown.
    await bob.peer.send({ to: 'alice', text: 'are you there?' });
    await until('it is there', () => alice.texts('bob').length === 1);
    const a = talk(hers, { terminal: true, with: 'bob' });
    await a.sees('bob: are you there?');
    expect(a.rows().join('\n')).toMatch(/─── New messages ───\n#1 .* bob: are you there\?\nalice → bob>/);
    await until('read', () => bob.peer.history({ with: 'alice' })[0]?.state === 'read');

    const b = talk(his, { terminal: true, with: 'alice' });
    await b.standsAtEnd('bob → alice>');
    a.type('ye');
    await b.standsAtEnd('  alice is typing…', 'bob → alice>');
    a.type('s\r');
    await b.sees('alice: yes');
    await b.standsAtEnd('bob → alice>');
    await a.sees('✓✓ read: yes');
    expect(b.rows().join('\n')).not.toContain('typing');

    // Again at the earliest 3 s after the last word of it; over by itself 6 s after that.
    await until('typing is told once more', () => {
      a.type('h');
      return b.rows().at(-2) === '  alice is typing…';
    });
    await b.standsAtEnd('bob → alice>');
    await until('kept', () => /^h+$/.test(alice.peer.draft('bob')));
    a.quit();
    expect(await a.code).toBe(0);

    // Another face goes on with the draft, and this one finds it.
    await alice.peer.setDraft({ with: 'bob', text: 'hm, tomorrow' });
    const again = talk(hers, { terminal: true, with: 'bob' });
    await again.standsAtEnd('alice → bob> hm, tomorrow');
    again.type('?\r');
    await b.sees('alice: hm, tomorrow?');
    await until('no draft any more', () => alice.peer.draft('bob') === '');

    b.type('/react 3 👍\r');
    await again.sees(/↻ #3 .*alice|↻ #3 .*you: hm, tomorrow\?.*\n\s+│ 👍 bob/);
    b.type('/reply 3 at eight\r');
    await again.sees(/bob: at eight\r?\n\s+│ ↳ #3 you: hm, tomorrow\?/);
    const answer = bob.peer.history({ with: 'alice' }).at(-1)!;
    b.type(`/edit ${answer.position} at nine\r`);
    await again.sees(/↻ #\d+ .*bob: at nine {2}\(edited\)/);

    // Whoever does not tell is not told.
    await bob.peer.set({ privacy: { typing: false } });
    const before = bob.events.filter(({ type }) => type === 'typing').length;
    again.type('and now');
    await until('kept', () => alice.peer.draft('bob') === 'and now');
    again.type(' I send it\r');
    await b.sees('alice: and now I send it');
    expect(bob.events.filter(({ type }) => type === 'typing')).toHaveLength(before);
  },
);
