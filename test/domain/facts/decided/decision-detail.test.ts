import { describe, expect, test } from 'vitest';

import { checkDecision, type DecisionDraft } from '../../../../src/domain/facts/decided/decision';
import { DANA, PRIYA } from '../../builders/readings';

const draft = (more: Partial<DecisionDraft> = {}): DecisionDraft => ({
  text: 'Vendor B for addresses',
  why: '',
  accountable: PRIYA,
  topic: '',
  informed: [],
  occurrence: null,
  ...more,
});
const TODAY = '2026-11-10';
const faults = (more: Partial<DecisionDraft>) => {
  const checked = checkDecision(draft(more), TODAY);
  return checked.ok ? [] : checked.fault;
};
const option = (name: string, notChosen = '') => ({ option: name, notChosen });

describe('What can be said of a decision beyond what, why and who', () => {
  test.each<[string, Partial<DecisionDraft>, readonly string[]]>([
    ['nothing', {}, []],
    [
      'everything at once is told',
      { text: '', accountable: null, revisitOn: '2026-11-09' },
      ['text-missing', 'accountable-missing', 'revisit-past'],
    ],
    ['a reason without its option', { options: [option(' ', 'too dear')] }, ['option-missing']],
    ['an empty row', { options: [option('', '')] }, []],
    [
      'eleven options',
      { options: Array.from({ length: 11 }, (_, at) => option(`${at}`)) },
      ['too-many-options'],
    ],
    ['a gigantic option', { options: [option('x'.repeat(301))] }, ['option-too-long']],
    ['a gigantic impact', { impact: { people: '', money: 'x'.repeat(301), dates: '' } }, ['impact-too-long']],
    ['today', { undoUntil: TODAY, revisitOn: TODAY }, []],
    ['yesterday', { undoUntil: '2026-11-09' }, ['undo-past']],
    ['30 February', { revisitOn: '2027-02-30' }, ['revisit-unknown']],
    ['no day', { revisitOn: 'soon' }, ['revisit-unknown']],
    ['a day left empty', { revisitOn: '', undoUntil: '' }, []],
  ])('%s', (_, more, expected) => {
    expect(faults(more)).toEqual(expected);
  });

  test('what was left empty is not in the decision', () => {
    const checked = checkDecision(
      draft({
        options: [option(' A ', ' covers 6 countries '), option('')],
        impact: { people: '', money: ' €300 a month ', dates: '' },
        responsible: [DANA],
        consulted: [],
        revisitOn: '',
        proposed: false,
      }),
      TODAY,
    );
    expect(checked.ok && checked.value).toEqual({
      text: 'Vendor B for addresses',
      why: '',
      accountable: PRIYA,
      topic: '',
      informed: [],
      occurrence: null,
      options: [option('A', 'covers 6 countries')],
      impact: { people: '', money: '€300 a month', dates: '' },
      responsible: [DANA],
      reach: 'ours',
    });
  });

  test.each([
    ['without a choice it is ours', {}, { reach: 'ours' }],
    ['as chosen', { reach: 'large' as const }, { reach: 'large' }],
    [
      'Nobody is recorded where somebody was asked for',
      { reach: 'other-teams' as const, nobodyFirst: true },
      { reach: 'other-teams', nobodyFirst: true },
    ],
    ['and not where nobody was', { reach: 'ours' as const, nobodyFirst: true }, { reach: 'ours' }],
    ['what was taken off stays', { takenOff: ['Pricing'] }, { reach: 'ours', takenOff: ['Pricing'] }],
    ['nothing was taken off', { takenOff: [] }, { reach: 'ours' }],
  ])('11.1 and 11.3 its reach: %s', (_, more, expected) => {
    const checked = checkDecision(draft(more), TODAY);
    const { reach, nobodyFirst, takenOff } = checked.ok ? checked.value : {};
    expect(JSON.parse(JSON.stringify({ reach, nobodyFirst, takenOff }))).toEqual(expected);
  });
});
