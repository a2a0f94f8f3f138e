import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JudgedOccurrence } from '../../../src/domain/judge/judged/judged';
import { MINUTE } from '../../../src/domain/time/time';
import type { ToldFacts } from '../../../src/formats/table/log-rows';
import { logCsv, logRows } from '../../at-once';
import {
  at,
  DANA,
  decision,
  judgedLineage,
  judgedOccurrence,
  judgedPerson,
  MARCUS,
  PRIYA,
  person,
  recap,
} from '../judged';
import { readCsv, readTable } from './read-csv';

const COLUMNS =
  'series_id, series_title, occurrence_key, original_start_utc, effective_start_utc, effective_end_utc, time_zone, planned_min, outcome, changed_by, on_behalf_of, notice_at_utc, notice_min, notice_min_lower, notice_min_upper, window_rule, minutes_together, person_name, person_email, person_role, person_response, person_outcome, first_join_utc, last_leave_utc, present_min, evidence, evidence_grade, recorded_at_utc, corrected, correction_reason, other_person_note, disputed, decision_ids, recap_sent_at_utc, recap_reply, definitions_version, app_version';

const csvOf = (occurrences: readonly JudgedOccurrence[], facts: Partial<ToldFacts> = {}): string =>
  logCsv(logRows([judgedLineage(occurrences)], { decisions: [], recaps: [], ...facts }, { app: '1.0.0' }));
const tableOf = (occurrence: JudgedOccurrence, facts: Partial<ToldFacts> = {}) =>
  readTable(csvOf([occurrence], facts));
const titled = (title: string) =>
  readTable(
    logCsv(
      logRows(
        [judgedLineage([judgedOccurrence('2026-10-26')], { title })],
        { decisions: [], recaps: [] },
        { app: '1' },
      ),
    ),
  )[0]?.series_title;

describe('the table', () => {
  test('has the columns in their fixed order, also when the log is empty', () => {
    expect(readCsv(csvOf([]))).toEqual([COLUMNS.split(', ')]);
  });

  test('begins with a byte order mark and ends every line with CRLF', () => {
    const csv = csvOf([judgedOccurrence('2026-10-26')]);
    expect(csv.startsWith('\uFEFFseries_id,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(4);
  });

  test('has one row per occurrence and person, the owner too, newest last', () => {
    const rows = readTable(csvOf([judgedOccurrence('2026-10-27'), judgedOccurrence('2026-10-26')]));
    expect(rows.map((row) => [row.occurrence_key, row.person_email])).toEqual([
      ['S1/2026-10-26', MARCUS.address],
      ['S1/2026-10-26', PRIYA.address],
      ['S1/2026-10-27', MARCUS.address],
      ['S1/2026-10-27', PRIYA.address],
    ]);
  });

  test('gives an occurrence without people one row with empty person cells', () => {
    const room = judgedPerson(person('Room 4'), { role: 'resource' });
    const rows = tableOf(judgedOccurrence('2026-10-26', { people: [room] }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ person_name: '', person_role: '', person_outcome: '', present_min: '' });
  });

  test('leaves out what still lies ahead, until there is something to say about it', () => {
    const ahead = { outcome: 'upcoming', people: [judgedPerson(MARCUS, { outcome: null })] } as const;
    expect(tableOf(judgedOccurrence('2026-11-23', ahead))).toEqual([]);
    const word = judgedPerson(MARCUS, { outcome: 'apologies-with-notice' });
    expect(tableOf(judgedOccurrence('2026-11-23', { ...ahead, people: [word] }))).toHaveLength(1);
    const running = { start: at('2026-11-20T15:30:00Z'), end: at('2026-11-20T16:00:00Z') };
    expect(tableOf(judgedOccurrence('2026-11-20', { ...ahead, effective: running }))).toHaveLength(1);
    expect(
      tableOf(judgedOccurrence('2026-11-23', { ...ahead, outcome: 'cancelled-with-notice' })),
    ).toHaveLength(1);
  });
});

describe('a row', () => {
  test('2.7 says who cancelled, when, and how long before', () => {
    const [row] = tableOf(
      judgedOccurrence('2026-10-29', {
        outcome: 'cancelled-short-notice',
        minutesTogether: null,
        changedBy: MARCUS,
        notice: {
          at: at('2026-10-29T14:50:00Z'),
          minutes: 10,
          lower: null,
          upper: null,
          class: 'short-notice',
        },
        people: [
          judgedPerson(MARCUS, { role: 'organizer', response: 'not-visible', outcome: null, minutes: null }),
        ],
        evidence: ['cancel-mail', 'calendar'],
        grade: 'documented',
      }),
      { decisions: [decision(11)], recaps: [recap()] },
    );
    expect(row).toEqual({
      series_id: 'S1',
      series_title: 'Priya/Marcus daily sync',
      occurrence_key: 'S1/2026-10-29',
      original_start_utc: '2026-10-29T15:00:00Z',
      effective_start_utc: '2026-10-29T15:00:00Z',
      effective_end_utc: '2026-10-29T15:30:00Z',
      time_zone: 'Europe/London',
      planned_min: '30',
      outcome: 'cancelled-short-notice',
      changed_by: 'marcus@contoso.example',
      on_behalf_of: '',
      notice_at_utc: '2026-10-29T14:50:00Z',
      notice_min: '10',
      notice_min_lower: '',
      notice_min_upper: '',
      window_rule: 'same-day-or-12h',
      minutes_together: '',
      person_name: 'Marcus Hale',
      person_email: 'marcus@contoso.example',
      person_role: 'organizer',
      person_response: '',
      person_outcome: '',
      first_join_utc: '',
      last_leave_utc: '',
      present_min: '',
      evidence: 'cancel-mail; calendar',
      evidence_grade: 'documented',
      recorded_at_utc: '2026-10-29T16:00:00Z',
      corrected: 'false',
      correction_reason: '',
      other_person_note: '',
      disputed: 'false',
      decision_ids: 'D-011',
      recap_sent_at_utc: '2026-10-29T16:05:11Z',
      recap_reply: '',
      definitions_version: '2',
      app_version: '1.0.0',
    });
  });

  test('5.1 gives a range its two ends and no moment', () => {
    const notice = { at: null, minutes: null, lower: -60, upper: 240, class: 'unknown' } as const;
    expect(tableOf(judgedOccurrence('2026-10-29', { notice }))[0]).toMatchObject({
      notice_at_utc: '',
      notice_min: '',
      notice_min_lower: '-60',
      notice_min_upper: '240',
    });
  });

  test.each([
    ['same-day-or-12h', 'same-day-or-12h'],
    [{ minutes: 60 }, '1h'],
    [{ minutes: 240 }, '4h'],
    [{ minutes: 1440 }, '24h'],
    [{ minutes: 2880 }, '48h'],
    [{ minutes: 90 }, '90min'],
    [{ minutes: 720 }, '720min'],
  ] as const)('5.2 spells the window %j as %s', (windowRule, spelled) => {
    expect(tableOf(judgedOccurrence('2026-10-26', { windowRule }))[0]?.window_rule).toBe(spelled);
  });

  test.each([
    [0, '0'],
    [30, '30'],
    [-5, '-5'],
    [57.5, '57.5'],
    [19 + 26 / 60, '19.433333'],
    [-1e-9, '0'],
    [null, ''],
    [Number.NaN, ''],
  ])('writes %s minutes as «%s»', (minutesTogether, written) => {
    expect(tableOf(judgedOccurrence('2026-10-26', { minutesTogether }))[0]?.minutes_together).toBe(written);
  });

  test('says whom the recap reached, and nothing of one that was taken back', () => {
    const occurrence = judgedOccurrence('2026-10-29');
    const sentTo = (facts: Partial<ToldFacts>) =>
      tableOf(occurrence, facts).map((row) => row.recap_sent_at_utc);
    expect(sentTo({ recaps: [recap()] })).toEqual(['2026-10-29T16:05:11Z', '']);
    expect(sentTo({ recaps: [recap(), recap({ id: '3', step: 'taken-back', sentAt: null })] })).toEqual([
      '',
      '',
    ]);
    expect(sentTo({ recaps: [recap({ to: [DANA] })] })).toEqual(['', '']);
    expect(sentTo({ recaps: [recap({ sentAt: at('2026-10-29T16:05:11Z') + 5 * MINUTE + 999 })] })).toEqual([
      '2026-10-29T16:10:11Z',
      '',
    ]);
  });
});

describe('the columns of the recap', () => {
  const missed = judgedOccurrence('2026-10-29', {
    outcome: 'cancelled-short-notice',
    oneToOne: false,
    people: [judgedPerson(MARCUS), judgedPerson(DANA), judgedPerson(PRIYA)],
  });
  const each = [
    recap({ id: '1', mailKey: 'm', to: [MARCUS], sentAt: at('2026-10-29T16:05:11Z') }),
    recap({ id: '2', mailKey: 'd', to: [DANA], sentAt: at('2026-10-29T16:07:00Z') }),
  ];
  const answer = (id: string, words: string, said: 'ok' | 'problem', when: string) => ({
    ...{ kind: 'answer' as const, id, recordedAt: 0, series: 'S1', decision: 'decision-11', person: MARCUS },
    ...{ said, words, at: at(when), source: 'mail' as const },
  });

  test('say of each person when their own mail went, of one mail to all the same for all', () => {
    const sent = (facts: Partial<ToldFacts>) => tableOf(missed, facts).map((row) => row.recap_sent_at_utc);
    expect(sent({ recaps: each })).toEqual(['2026-10-29T16:05:11Z', '2026-10-29T16:07:00Z', '']);
    const all = recap({ to: [MARCUS, DANA] });
    expect(sent({ recaps: [all] })).toEqual(['2026-10-29T16:05:11Z', '2026-10-29T16:05:11Z', '']);
  });

  test('say the latest answer of each who was told', () => {
    const consulting = [
      answer('a1', 'I would wait', 'problem', '2026-10-30T10:00:00Z'),
      answer('a2', '', 'ok', '2026-10-30T09:00:00Z'),
    ];
    const replies = tableOf(missed, { recaps: each, consulting }).map((row) => row.recap_reply);
    expect(replies).toEqual(['problem: I would wait', '', '']);
    expect(tableOf(missed, { consulting }).map((row) => row.recap_reply)).toEqual(['', '', '']);
  });
});

describe('hostile text', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-1+1', "'-1+1"],
    ['\t=1+1', "'\t'=1+1"],
    ['\r=1+1', "'\r'=1+1"],
    ['\0=1+1', "'\0'=1+1"],
    ['  =1+1', "'  =1+1"],
    ['\u00a0=1+1', "'\u00a0=1+1"],
    ['\uff0b1+1', "'\uff0b1+1"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ])('%j is text, not a formula', (typed, written) => {
    expect(titled(typed)).toBe(written);
  });

  test.each(['-12.5', '1e5', '12/11/2026', '3-4', 'a=b', "O'Neil", 'Q&A; "plan"\nnext line', '🙂 sync'])(
    '%j stays as it is',
    (typed) => {
      expect(titled(typed)).toBe(typed);
    },
  );

  test('a phone number stays whole behind its apostrophe, so that no spreadsheet makes 4.42E+11 of it', () => {
    expect(titled('+44 20 7946 0000')).toBe("'+44 20 7946 0000");
  });

  test('whatever the text, an independent reader gets it back in its own cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, note) => {
        const csv = logCsv(
          logRows(
            [judgedLineage([judgedOccurrence('2026-10-26', { otherPersonNote: note })], { title })],
            { decisions: [], recaps: [] },
            { app: '1' },
          ),
        );
        const [row] = readTable(csv);
        const plain = (text: string | undefined) => text?.replaceAll("'", '');
        expect(plain(row?.series_title)).toBe(plain(title));
        expect(plain(row?.other_person_note)).toBe(plain(note));
        expect(row?.series_title).not.toMatch(/^[=+@\t\r\n\0]|^-(?!\d+([.,]\d+)?$)/);
      }),
    );
  });
});
