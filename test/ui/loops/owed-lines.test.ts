import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';

import { LOOP_KINDS } from '../../../src/domain/facts/entered/put-off';
import { holding, type Loop } from '../../../src/domain/loops/loop';
import { goToLoop, linesNow, newsSince, type OwedLine } from '../../../src/ui/loops/owed-lines';
import type { PaneState } from '../../../src/ui/state/pane';
import { actionOf, loopWords } from '../../../src/ui/words/loops';
import { timeWords } from '../../../src/ui/words/times';
import { half, MARCUS, SAM, utc } from '../../domain/builders/readings';

const loop = (id: string, more: Partial<Loop> = {}): Loop => ({
  ...{
    kind: 'unrecorded',
    series: 'daily',
    occurrence: id,
    title: 'Daily sync',
    span: half('2026-11-19T15:30'),
  },
  ...{ at: utc('2026-11-19T15:30'), people: [], decisions: [], holds: [holding(id)], ...more },
});
const always = () => true;
const said = (lines: readonly OwedLine[]) =>
  lines.map(({ loop: one, settled }) => `${one.occurrence}${settled === null ? '' : ` ${settled}`}`);

describe('The lines of what is owed', () => {
  const [a, b, c] = [loop('a'), loop('b'), loop('c')];
  const first = linesNow([], [a, b], {}, always);

  test('keep their place once they are settled, and say by what', () => {
    expect(said(linesNow(first, [b], { 'unrecorded a': 'put-off' }, always))).toEqual(['a put-off', 'b']);
    expect(said(linesNow(first, [a], {}, always))).toEqual(['a', 'b noted']);
    const told = loop('t', { kind: 'to-tell', people: [MARCUS] });
    expect(said(linesNow(linesNow([], [told], {}, always), [], {}, always))).toEqual(['t done']);
  });

  test('are owed again where it was taken back', () => {
    const settled = linesNow(first, [b], {}, always);
    expect(said(linesNow(settled, [a, b], {}, always))).toEqual(['a', 'b']);
  });

  test('come in their order when the list is opened, and wait for that when they come later', () => {
    expect(said(first)).toEqual(['a', 'b']);
    const later = linesNow(first, [c, a], {}, always);
    expect(said(later)).toEqual(['a', 'b noted']);
    expect(newsSince(later, [c, a])).toBe(1);
    expect(newsSince(later, [a])).toBe(0);
    expect(said(linesNow([], [c, a], {}, always))).toEqual(['c', 'a']);
  });

  test('go with the log of their meeting', () => {
    expect(said(linesNow(first, [], {}, () => false))).toEqual([]);
  });
});

describe('The words of what is owed', () => {
  const time = timeWords('Europe/London');
  const words = (kind: Loop['kind'], more: Partial<Loop> = {}) =>
    loopWords(
      loop('x', {
        kind,
        people: [MARCUS],
        decisions: [{ id: 'd', number: 14, text: 'One release' }],
        ...more,
      }),
      ...([time, utc('2026-11-20T18:00')] as const),
    );

  test.each<[string, string]>([
    [words('unrecorded'), 'Thu 19 Nov, Daily sync'],
    [words('unrecorded', { title: '' }), 'Thu 19 Nov, a meeting without a title'],
    [words('objection', { said: 'problem' }), 'Marcus sees a problem: D-014'],
    [words('objection', { said: 'talk', people: [MARCUS, SAM] }), 'Marcus and Sam want to talk: D-014'],
    [words('reply'), 'Marcus wrote back about D-014'],
    [words('no-answer'), 'No reply recorded by Thu 19 Nov 15:30: D-014, Marcus'],
    [words('reply', { decisions: [], points: ['P-001'] }), 'Marcus wrote back about P-001'],
    [
      words('no-answer', { decisions: [], points: ['P-001'] }),
      'No reply recorded by Thu 19 Nov 15:30: P-001, Marcus',
    ],
    [words('to-tell'), 'Marcus was not told yet: D-014'],
    [words('look-again'), 'To look at again: D-014'],
    [words('promise', { decisions: [], promise: 'Sends it' }), 'Marcus: Sends it, due Thu 19 Nov'],
    [words('promise', { decisions: [], people: [], promise: 'Send it' }), 'You: Send it, due Thu 19 Nov'],
    [words('sending'), 'A mail to Marcus may not have gone.'],
    [words('sending', { said: 'refused' }), 'A mail to Marcus did not go.'],
    [words('sending', { said: 'came-back' }), 'A mail to Marcus came back.'],
  ])('%s', (ours, expected) => {
    expect(ours).toBe(expected);
  });

  test('lead to where it is dealt with only what is not dealt with where it stands', () => {
    const whichDo = (does: string | undefined) =>
      LOOP_KINDS.filter((kind) => actionOf({ kind, occurrence: 'daily/2026-11-19' })?.does === does);
    expect(whichDo(undefined)).toEqual(['unrecorded']);
    expect(whichDo('send')).toEqual(['to-tell']);
    expect(whichDo('read')).toEqual(['objection', 'reply', 'no-answer', 'promise']);
    expect(whichDo('lead')).toEqual(['sending', 'sync', 'talked-about', 'look-again']);
  });

  test('a mail that came back is dealt with in its line', () => {
    expect(actionOf({ kind: 'sending', occurrence: null, said: 'came-back' })?.does).toBe('read');
    expect(actionOf({ kind: 'sending', occurrence: null, said: 'refused' })?.does).toBe('lead');
  });

  test.each<[string, Partial<Loop>, string]>([
    ['a catch-up that came back to whom it was for', { kind: 'sending', occurrence: null }, 'person Marcus'],
    [
      'a question that came back to where it is asked',
      { kind: 'sending', occurrence: null, asks: true },
      'decision d',
    ],
    ['a recap that came back to its meeting', { kind: 'sending', span: null }, 'occurrence x'],
    [
      'what came back before its sync to that',
      { kind: 'sending', span: half('2026-11-23T15:30') },
      'occurrence x',
    ],
    ['what came back after its sync to whom it was for', { kind: 'sending' }, 'person Marcus'],
    ['what no recap holds to whom it is for', { kind: 'to-tell', occurrence: null }, 'person Marcus'],
    ['what is to be decided to its decision', { kind: 'no-answer', occurrence: null }, 'decision d'],
  ])('%s leads there', async (_, more, expected) => {
    vi.stubGlobal('scrollY', 0);
    vi.stubGlobal('document', { activeElement: {} });
    const went: string[] = [];
    const [regarded, wanted] = [signal<{ name?: string } | null>(null), signal<string | null>(null)];
    const pane = {
      ...{
        regarded,
        wanted,
        settingsOpen: signal(false),
        now: signal(utc('2026-11-20T18:00')),
        lineage: signal({ series: ['daily'] }),
      },
      ...{
        openTab: () => went.push(`decision ${wanted.value}`),
        choose: (key: string) => went.push(`occurrence ${key}`),
      },
    } as unknown as PaneState;
    const decisions = [{ id: 'd', number: 14, text: 'One release' }];
    await goToLoop(pane, loop('x', { people: [MARCUS], decisions, ...more }));
    vi.unstubAllGlobals();
    expect(regarded.value === null ? went : [`person ${regarded.value.name}`]).toEqual([expected]);
  });

  test('of what was decided in no meeting there is nothing to send, only to look at', () => {
    expect(actionOf({ kind: 'to-tell', occurrence: 'daily/2026-11-19' })?.does).toBe('send');
    expect(actionOf({ kind: 'to-tell', occurrence: null })).toEqual({ name: 'Look', does: 'lead' });
  });
});
