import { describe, expect, test } from 'vitest';
import { agreementViews } from '../../../src/domain/agree/agreed';
import { zonesOf } from '../../../src/domain/agree/zones-of';
import type { Agreement, AgreementReply } from '../../../src/domain/facts/decided/agreement';
import type { SeriesRules } from '../../../src/domain/facts/entered/rules';
import type { Fact } from '../../../src/domain/facts/log/fact';

const MARCUS = { key: 'm@x.example', name: 'Marcus', address: 'm@x.example' };
const agreement = (version: number, zone: string | null): Agreement => ({
  ...{ kind: 'agreement', id: `a${version}`, recordedAt: version, series: 's', person: MARCUS, version },
  ...{ topics: [], answerDays: null, silence: 'hold', reachAt: '', zone },
});
const said = (version: number, word: AgreementReply['said']): AgreementReply => ({
  ...{
    kind: 'agreement-reply',
    id: `r${version}`,
    recordedAt: version,
    series: 's',
    agreement: `a${version}`,
  },
  ...{ said: word, words: 'OK', at: version, source: 'by-hand' },
});
const holiday: Fact = {
  ...{
    kind: 'holiday',
    id: 'h',
    recordedAt: 1,
    person: MARCUS.key,
    date: '2026-11-11',
    name: 'Veterans Day',
  },
  ...{ zone: 'America/New_York', source: 'country', country: 'US' },
};
const hours = (zone: string): Fact => ({
  ...{ kind: 'working-hours', id: 'w', recordedAt: 1, person: MARCUS.key, zone },
  ...{ days: ['monday'], startMinute: 540, endMinute: 1020 },
});
const US = { countries: { [MARCUS.key]: 'US' } };
const zone = (facts: readonly Fact[], rules: SeriesRules = US) =>
  zonesOf(facts, agreementViews(facts), rules)[MARCUS.key];

describe('The zone in which somebody reads times', () => {
  test.each<[string, readonly Fact[], string | undefined]>([
    ['nobody knows', [], undefined],
    ['of their country', [holiday], 'America/New_York'],
    ['of their working hours before that', [hours('America/Chicago'), holiday], 'America/Chicago'],
    [
      'they agreed on before both',
      [holiday, hours('America/Chicago'), agreement(1, 'America/Denver'), said(1, 'agreed')],
      'America/Denver',
    ],
    ['that was only proposed is not theirs', [holiday, agreement(1, 'America/Denver')], 'America/New_York'],
    [
      'of the agreement that stands, not of a later proposal',
      [agreement(1, 'America/Denver'), said(1, 'agreed'), agreement(2, 'Asia/Tokyo')],
      'America/Denver',
    ],
    [
      'of an agreement that ended is not theirs any more',
      [agreement(1, 'America/Denver'), said(1, 'ended')],
      undefined,
    ],
    [
      'that no engine knows is none',
      [holiday, agreement(1, 'Mars/One'), said(1, 'agreed')],
      'America/New_York',
    ],
  ])('%s', (_, facts, found) => {
    expect(zone(facts)).toBe(found);
  });

  test('of a country that is not chosen any more is none', () => {
    expect(zone([holiday], { countries: {} })).toBeUndefined();
  });
});
