/** The machine of one friend's path: its table, and what holds for every list of events, of one friend and of many. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTEMPT_MS, MAX_RACING, SLOW_DIAL_MS, STAGGER_MS } from '../../../node/core/path-race.ts';
import { dueAt, RESTING, stepPath, type PathEffect, type PathEvent, type PathState } from '../../../node/core/paths.ts';

type State = PathState<string>;
type Event = PathEvent<string>;
type Effect = PathEffect<string>;

const at = (n: number): string => `/ip4/198.51.100.${n}/tcp/1`;
const HEAD_STARTS = [300, 1_000];
const ground = (...addresses: string[]) => ({ addresses, networks: [], headStarts: HEAD_STARTS });

/** A machine whose answers the test gives. */
function machine(state: State = RESTING) {
  const all: Effect[] = [];
  const run = {
    state,
    now: 1_000,
    all,
    step(event: Event): readonly Effect[] {
      const { state: next, effects } = stepPath(run.state, event, run.now, 0.5);
      run.state = next;
      all.push(...effects);
      return effects;
    },
    /** Lets time pass, with every tick that is wanted. */
    pass(ms: number): readonly Effect[] {
      const end = run.now + ms;
      const seen: Effect[] = [];
      for (let due = dueAt(run.state); due !== undefined && due <= end; due = dueAt(run.state)) {
        run.now = Math.max(run.now, due);
        seen.push(...run.step({ event: 'tick' }));
      }
      run.now = end;
      return seen;
    },
    seek(...addresses: string[]): readonly Effect[] {
      run.step({ event: 'seek', fresh: false });
      return run.step({ event: 'turn', ground: ground(...addresses) });
    },
  };
  return run;
}

const dialled = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => (effect.effect === 'dial' ? [effect.address] : []));
const asked = (effects: readonly Effect[]): number[] =>
  effects.flatMap((effect) => (effect.effect === 'ask' ? [effect.source] : []));
const kinds = (effects: readonly Effect[]): string[] => effects.map(({ effect }) => effect);

describe('an attempt', () => {
  it('dials what is known a stagger apart, and asks the sources behind their head starts', () => {
    const run = machine();
    expect(dialled(run.seek(at(1), at(2), at(3)))).toEqual([at(1)]);
    expect(dialled(run.pass(STAGGER_MS - 1))).toEqual([]);
    expect(dialled(run.pass(1))).toEqual([at(2)]);
    expect(asked(run.pass(300 - STAGGER_MS))).toEqual([0]);
    expect(asked(run.pass(1_000))).toEqual([1]);
  });

  it('goes on at once where a dial fails, and asks at once where there is nothing to dial', () => {
    const run = machine();
    run.seek(at(1), at(2));
    expect(dialled(run.step({ event: 'ended', attempt: 1, dial: 1 }))).toEqual([at(2)]);
    expect(asked(run.step({ event: 'ended', attempt: 1, dial: 2 }))).toEqual([0]);
    expect(asked(run.step({ event: 'silent', attempt: 1, source: 0 }))).toEqual([1]);
    expect(kinds(run.step({ event: 'silent', attempt: 1, source: 1 }))).toEqual(['abandon', 'release']);
    expect(run.state.state).toBe('waiting');
    expect(asked(machine().seek())).toEqual([0]);
  });

  it('asks again where there is a fresh reason, and not for somebody who only writes', () => {
    const run = machine();
    run.seek(at(1));
    run.pass(300);
    run.step({ event: 'silent', attempt: 1, source: 0 });
    expect(run.step({ event: 'seek', fresh: false })).toEqual([]);
    expect(asked(run.step({ event: 'seek', fresh: true }))).toEqual([0]);
  });

  it('ends with the first link, everything else cancelled', () => {
    const run = machine();
    run.seek(at(1), at(2));
    run.pass(STAGGER_MS);
    expect(kinds(run.step({ event: 'up', link: 'a' }))).toEqual(['abandon', 'release']);
    expect(run.state).toMatchObject({ state: 'connected', link: 'a' });
    // What comes late is none.
    for (const event of [
      { event: 'ended', attempt: 1, dial: 2 },
      { event: 'found', attempt: 1, source: 0, addresses: [at(9)] },
      { event: 'tick' },
    ] satisfies Event[]) {
      expect(run.step(event)).toEqual([]);
    }
  });

  it('keeps the later one of two links', () => {
    const run = machine();
    run.step({ event: 'up', link: 'a' });
    expect(run.step({ event: 'up', link: 'b' })).toEqual([{ effect: 'close', link: 'a' }]);
    expect(run.step({ event: 'down', link: 'a', how: 'replaced' })).toEqual([]);
    expect(run.state).toMatchObject({ state: 'connected', link: 'b' });
  });

  it('has few dials under way; one that hangs gets company, and then makes room', () => {
    const run = machine();
    const first = [
      ...dialled(run.seek(...Array.from({ length: 9 }, (_, i) => at(i + 1)))),
      ...dialled(run.pass(3_999)),
    ];
    expect(first).toEqual([at(1), at(2), at(3), at(4)]);
    const later = run.pass(SLOW_DIAL_MS - 3_999);
    expect(later.slice(0, 2)).toMatchObject([
      { effect: 'cancel', dial: 1 },
      { effect: 'dial', address: at(5) },
    ]);
    expect(run.state.state === 'seeking' && run.state.race.dials.length).toBe(MAX_RACING);
    const alone = machine();
    alone.seek(at(1));
    expect(dialled(alone.pass(SLOW_DIAL_MS))).toEqual([at(1)]);
    expect(alone.all.filter(({ effect }) => effect === 'cancel')).toEqual([]);
  });

  it('is over after its time, whatever hangs', () => {
    const run = machine();
    run.seek(at(1));
    run.pass(ATTEMPT_MS);
    expect(run.state.state).toBe('waiting');
    expect(kinds(run.all).slice(-2)).toEqual(['abandon', 'release']);
  });
});

describe('records', () => {
  const found = (attempt: number, source: number, sequence: bigint, address: string, epoch = 1n): Event => ({
    ...{ event: 'found', attempt, source, addresses: [address] },
    record: { epoch, sequence },
  });

  it('go before what was known, and are remembered', () => {
    const run = machine();
    run.seek(at(1), at(2), at(3));
    const effects = run.step(found(1, 0, 7n, at(9)));
    expect(effects).toEqual([{ effect: 'remember', addresses: [at(9)] }]);
    expect(dialled(run.pass(STAGGER_MS))).toEqual([at(9)]);
  });

  it('are replaced by newer ones alone, in whatever order they come, and in later attempts too', () => {
    const run = machine();
    run.seek(at(1));
    run.step(found(1, 0, 7n, at(7)));
    expect(run.step(found(1, 1, 6n, at(6)))).toEqual([]);
    expect(dialled([...run.all, ...run.pass(3 * STAGGER_MS)])).not.toContain(at(6));
    run.pass(2 * ATTEMPT_MS);
    run.step({ event: 'turn', ground: ground() });
    expect(run.step(found(2, 1, 6n, at(6))).filter(({ effect }) => effect !== 'ask')).toEqual([]);
    expect(kinds(run.step(found(2, 0, 8n, at(8))))).toContain('remember');
    // A newer device's count for more, whatever its clock says.
    expect(kinds(run.step(found(2, 0, 1n, at(5), 2n)))).toContain('remember');
  });

  it('that are heard of while a link is up are kept for later, the newer ones', () => {
    const run = machine();
    run.step({ event: 'up', link: 'a' });
    const learned = (sequence: bigint): Event => ({
      event: 'learned',
      addresses: [at(2)],
      record: { epoch: 1n, sequence },
    });
    expect(run.step(learned(3n))).toEqual([{ effect: 'remember', addresses: [at(2)] }]);
    expect(run.step(learned(2n))).toEqual([]);
    expect(run.state).toMatchObject({ state: 'connected', link: 'a' });
  });

  it('that nobody signed are dialled and not remembered', () => {
    const run = machine();
    run.seek();
    expect(kinds(run.step({ event: 'found', attempt: 1, source: 0, addresses: [at(3)] }))).toEqual(['dial']);
  });
});

describe('when it is tried again', () => {
  const waited = (run: ReturnType<typeof machine>): number =>
    run.state.state === 'waiting' ? Math.round(run.state.until - run.now) : NaN;
  const failing = (run: ReturnType<typeof machine>): number => {
    if (run.state.state !== 'queued') run.step({ event: 'seek', fresh: false });
    if (run.state.state === 'queued') run.step({ event: 'turn', ground: ground() });
    const attempt = run.state.state === 'seeking' ? run.state.race.attempt : 0;
    run.step({ event: 'silent', attempt, source: 0 });
    run.step({ event: 'silent', attempt, source: 1 });
    return waited(run);
  };

  it('less and less often', () => {
    const run = machine();
    const waits = Array.from({ length: 12 }, () => {
      const wait = failing(run);
      run.pass(wait);
      return wait / 1_000;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  it('every few seconds for ten minutes where a link broke, and not soon after a goodbye', () => {
    const broken = machine();
    broken.step({ event: 'up', link: 'a' });
    broken.step({ event: 'down', link: 'a', how: 'broken' });
    expect(waited(broken)).toBe(1_000);
    broken.pass(1_000);
    const waits = Array.from({ length: 6 }, () => {
      const wait = failing(broken);
      broken.pass(wait);
      return wait / 1_000;
    });
    expect(waits).toEqual([2, 4, 5, 5, 5, 5]);
    const left = machine();
    left.step({ event: 'up', link: 'a' });
    left.step({ event: 'down', link: 'a', how: 'goodbye' });
    expect(waited(left)).toBe(8_000);
  });

  it('at once where our own network has changed, from anew where an attempt was under way', () => {
    const run = machine();
    failing(run);
    expect(run.step({ event: 'moved' })).toEqual([{ effect: 'queue', urgent: false }]);
    run.step({ event: 'turn', ground: ground(at(1)) });
    expect(kinds(run.step({ event: 'moved' }))).toEqual(['abandon', 'release', 'queue']);
    run.step({ event: 'up', link: 'a' });
    run.step({ event: 'moved' });
    expect(run.step({ event: 'down', link: 'a', how: 'broken' })).toEqual([{ effect: 'queue', urgent: true }]);
  });

  it('not by somebody who writes again and again, and at once where there is a fresh reason', () => {
    const run = machine();
    failing(run);
    expect(run.step({ event: 'seek', fresh: false })).toEqual([]);
    expect(kinds(run.step({ event: 'seek', fresh: true }))).toEqual(['queue']);
    const heard = machine();
    failing(heard);
    expect(kinds(heard.step({ event: 'told', addresses: [at(4)] }))).toEqual(['queue']);
    expect(dialled(heard.step({ event: 'turn', ground: ground(at(1)) }))).toEqual([at(4)]);
  });

  it('a turn that nobody wanted is the program’s own mistake', () => {
    for (const state of [RESTING, machine().state]) {
      expect(() => stepPath(state, { event: 'turn', ground: ground() }, 0, 0)).toThrow();
    }
  });
});

/** What the world may do next; whoever it is about is taken from what is under way. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 20_000 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('fail' as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), which: fc.nat(9), sequence: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('silence' as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('up' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('down' as const),
      how: fc.constantFrom('broken', 'goodbye', 'replaced' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('seek' as const), fresh: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('moved' as const, 'told' as const, 'rest' as const, 'turn' as const) }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Runs a list, and looks after each step at what must hold. */
function runList(acts: readonly Act[]) {
  const run = machine();
  const dials = new Map<number, string>();
  const questions = new Set<number>();
  const open = new Set<string>();
  let isWanted = false;
  let hasTurn = false;
  let links = 0;
  let newest = -1;
  const obey = (effects: readonly Effect[]): void => {
    for (const effect of effects) {
      if (effect.effect === 'queue') isWanted = true;
      else if (effect.effect === 'release') isWanted = hasTurn = false;
      else if (effect.effect === 'dial') dials.set(effect.dial, effect.address);
      else if (effect.effect === 'cancel') expect(dials.delete(effect.dial)).toBe(true);
      else if (effect.effect === 'ask') questions.add(effect.source);
      else if (effect.effect === 'close') open.delete(effect.link);
      else if (effect.effect === 'abandon') {
        dials.clear();
        questions.clear();
      }
    }
  };
  const step = (event: Event): void => {
    const before = run.state;
    if (event.event === 'found' && event.record !== undefined) {
      const isOlder = Number(event.record.sequence) < newest;
      const effects = run.step(event);
      if (isOlder) expect(kinds(effects)).not.toContain('remember');
      if (run.state.memory.record !== before.memory.record) newest = Number(event.record.sequence);
      obey(effects);
    } else obey(run.step(event));
    look();
  };
  const look = (): void => {
    const { state } = run;
    expect(dials.size).toBeLessThanOrEqual(MAX_RACING);
    // Never two winners; and whoever is said to be there has a link.
    expect(open.size).toBe(state.state === 'connected' ? 1 : 0);
    // Never stuck: somebody or something is always waited for.
    switch (state.state) {
      case 'waiting':
      case 'seeking':
        expect(dueAt(state)).toBeLessThan(run.now + 400_000);
        break;
      case 'queued':
        expect(isWanted).toBe(true);
        break;
      case 'resting':
      case 'connected':
        expect(dueAt(state)).toBeUndefined();
    }
    if (state.state !== 'seeking') expect([dials.size, questions.size, hasTurn]).toEqual([0, 0, false]);
    else expect([...dials.keys()]).toEqual(state.race.dials.map(({ dial }) => dial));
  };
  const attempt = (): number => (run.state.state === 'seeking' ? run.state.race.attempt : 0);
  const pick = <T>(all: Iterable<T>, which: number): T | undefined => {
    const list = [...all];
    return list[which % Math.max(1, list.length)];
  };
  const turn = (): void => {
    if (run.state.state !== 'queued') return;
    isWanted = false;
    hasTurn = true;
    step({ event: 'turn', ground: ground(at(1), at(2), at(3)) });
  };
  const pass = (ms: number): void => {
    const end = run.now + ms;
    for (let due = dueAt(run.state); due !== undefined && due <= end; due = dueAt(run.state)) {
      run.now = Math.max(run.now, due);
      step({ event: 'tick' });
    }
    run.now = end;
  };
  for (const each of acts) {
    if (each.do === 'pass') pass(each.ms);
    else if (each.do === 'turn') turn();
    else if (each.do === 'seek') step({ event: 'seek', fresh: each.fresh });
    else if (each.do === 'moved' || each.do === 'rest') {
      if (each.do === 'rest') open.clear();
      step({ event: each.do });
    } else if (each.do === 'told') step({ event: 'told', addresses: [at(40), at(41)] });
    else if (each.do === 'fail') {
      const dial = pick(dials.keys(), each.which) ?? each.which;
      dials.delete(dial);
      step({ event: 'ended', attempt: attempt(), dial });
    } else if (each.do === 'silence' || each.do === 'answer') {
      const source = pick(questions, each.which);
      if (source === undefined) continue;
      questions.delete(source);
      if (each.do === 'silence') step({ event: 'silent', attempt: attempt(), source });
      else {
        const record = { epoch: 1n, sequence: BigInt(each.sequence) };
        step({ event: 'found', attempt: attempt(), source, addresses: [at(50 + each.sequence)], record });
      }
    } else if (each.do === 'up') {
      const link = `link${(links += 1)}`;
      open.add(link);
      step({ event: 'up', link });
    } else if (each.do === 'down') {
      const link = pick(open, 0) ?? 'none';
      open.delete(link);
      step({ event: 'down', link, how: each.how });
    }
  }
  return { run, turn, pass, dials, open, step };
}

describe('for every list of events', () => {
  it('dials are bounded, one link is kept, and somebody is always waited for', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        runList(acts);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a friend who can be reached from then on is reached, or waited for with a timer', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), fc.boolean(), (acts, answers) => {
        const { run, turn, pass, dials, open, step } = runList(acts);
        if (run.state.state === 'resting') step({ event: 'seek', fresh: true });
        // Far beyond the longest pause; whoever wants a turn gets one.
        for (let i = 0; i < 100 && run.state.state !== 'connected'; i += 1) {
          turn();
          if (answers && dials.size > 0) {
            open.add('at last');
            step({ event: 'up', link: 'at last' });
          } else pass(10_000);
        }
        expect(answers ? ['connected'] : ['connected', 'queued', 'seeking', 'waiting']).toContain(run.state.state);
      }),
      { numRuns: 300 },
    );
  });
});
