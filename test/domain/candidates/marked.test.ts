import { describe, expect, test } from 'vitest';
import { foundIn } from '../../at-once';

const marked = (text: string, kind = 'decision') =>
  foundIn(text)
    .candidates.filter((one) => one.grade === 'marked' && one.kind === kind)
    .sort((a, b) => a.from - b.from)
    .map(({ quote }) => quote);

describe('What notes mark as decided is marked, in the form in which they mark it (16)', () => {
  test.each([
    ['a label', 'Decision: go with vendor B'],
    ['a label with a number', 'DECISION 61.4: go with vendor B'],
    ['a numbered item', 'Decision Item 3: go with vendor B'],
    ['a label with a condition', 'Resolved (unless Ana objects): go with vendor B'],
    ['a bold label', '- **Decision:** go with vendor B'],
    ['a bold label without a colon', '- **Decision** go with vendor B'],
    ['a label in a dash', '* Decision - go with vendor B'],
    ['a label in large letters', 'RESOLVED that go with vendor B'.replace('that ', ', ')],
    ['a label behind a speaker', 'Ana: RESOLVED: go with vendor B'],
    ['a label behind a nick', '<ana> RESOLVED: go with vendor B'],
    ['a label behind a number and a time', '3. [10:05] Agreed: go with vendor B'],
    ['a label in a sentence', 'Two offers came in. Decision: go with vendor B'],
    ['a label in a quoted mail', '> Conclusion: go with vendor B'],
    ['a box that is ticked', '- [x] Decision: go with vendor B'],
    ['German', 'Beschluss: go with vendor B'],
    ['German with a number', 'Entscheidung Nr. 4: go with vendor B'],
    ['French', 'Décision : go with vendor B'],
    ['Spanish', 'Acuerdo: go with vendor B'],
  ])('%s', (_, text) => {
    expect(marked(`Weekly sync\n\n${text}\n`)).toEqual(['go with vendor B']);
  });

  test.each([
    ['a heading of Markdown', '## Decisions\n\n- Go with B\n- Keep the date\n\n## Other\n- Not this'],
    [
      'a heading of two labels',
      '#### Conclusion/Resolution\n\n* Go with B\n* Keep the date\n\n## Next\n* Not this',
    ],
    ['an underlined heading', 'Decisions\n=========\n- Go with B\n- Keep the date\n\nOther\n=====\n'],
    ['a bold line', '**Decisions made**\n- Go with B\n- Keep the date\n\n**Other**\n- Not this'],
    ['a line in large letters', 'KEY DECISIONS\n- Go with B\n- Keep the date\n\nOTHER THINGS\n- Not this'],
    ['a label alone in its line', 'Decisions made:\n1. Go with B\n2. Keep the date\n\nAnd so on.'],
    ['lines without bullets', 'Decisions\nGo with B\nKeep the date\n\nAnd so on.'],
    ['a bullet with bullets below', '* Conclusions:\n  * Go with B\n  * Keep the date\n* Not this'],
    [
      'a recap of Copilot',
      'Meeting notes\n\nDecisions:\n• Go with B\n• Keep the date\n\nFollow-up tasks:\n• Not this (Ana)',
    ],
    [
      'a table with a column',
      '| Topic | Decision | Owner |\n|---|---|---|\n| Vendor | Go with B | Ana |\n| Date | Keep the date | Bo |',
    ],
    [
      'a table under a heading',
      '## Decision Items\n| Item | Description |\n|---|---|\n| **1** | Go with B |\n| **2** | Keep the date |',
    ],
    ['rows that say so', '| Decision | Go with B |\n| Decision | Keep the date |\n| Action | Not this |'],
    [
      'a list behind a line that leads to it',
      '## Decisions\nWe settled these:\n\n- Go with B\n- Keep the date',
    ],
    ['German', 'TOP 1: Budget\nBeschlüsse:\n- Go with B\n- Keep the date\n\nTOP 2: Mehr\n- Not this'],
    ['French', '## Décisions prises\n- Go with B\n- Keep the date\n## Suite\n- Not this'],
    ['Spanish', '## Decisiones tomadas\n- Go with B\n- Keep the date\n## Más\n- Not this'],
  ])('%s governs what stands below it', (_, text) => {
    expect(marked(text)).toEqual(['Go with B', 'Keep the date']);
  });

  test.each([
    'Chris moved to approve the minutes. Dana seconded. Approved unanimously.',
    'Motion to accept the budget: moved by Dana, seconded by Chris. Motion carries, 5 for, 0 against.',
    'Der Haushalt wird einstimmig beschlossen.',
    'Le budget est adopté à l’unanimité.'.replace('’', "'"),
  ])('minutes of a vote: %s', (text) => {
    expect(marked(`Minutes\n\n${text}\n`)).toEqual([text]);
  });

  test('a section ends where people speak again', () => {
    const text = [
      '## Vendor',
      'Ana: I like B.',
      'Bo: So do I.',
      '### Conclusion',
      'Go with B',
      'Ana: on to the next.',
      'Bo: yes',
    ].join('\n');
    expect(marked(text)).toEqual(['Go with B']);
  });

  test('the same number twice is one decision, as the talk has it', () => {
    const text =
      '## Summary\n**Decision 7.1:** B it is\n\n## Talk\nAna: hm\n\n**Decision 7.1:** Go with B from May';
    expect(marked(text)).toEqual(['Go with B from May']);
  });

  test('a decision that goes on in the next line is quoted with it', () => {
    expect(
      marked('- Conclusion: provide values that say so and are specifically\n  meant for it\n- Other'),
    ).toEqual(['provide values that say so and are specifically\n  meant for it']);
  });

  test('tasks and open questions are told apart from decisions', () => {
    const text =
      '## Action items\n- Ana to send the offer\n\n## Open questions\n- Who pays for it?\n\nDecision: B';
    expect(marked(text, 'promise')).toEqual(['Ana to send the offer']);
    expect(marked(text, 'question')).toEqual(['Who pays for it?']);
    expect(marked(text)).toEqual(['B']);
  });
});

describe('What says no is no decision', () => {
  test.each([
    'Decision: none',
    'Conclusion: no consensus',
    'Consensus: not yet reached, back next week',
    'Decision: tbd',
    'Decision: to be decided by the board',
    'Beschluss: noch offen',
    'Entscheidung: kein Konsens',
    'Décision : aucune',
    'Décision : pas de consensus',
    'Acuerdo: sin consenso',
    'Decision needed: vendor A or B',
    'Resolution: undecided',
  ])('%s', (text) => {
    expect(marked(`Weekly sync\n\n${text}\n`)).toEqual([]);
    expect(
      foundIn(text).candidates.filter(({ kind, grade }) => kind === 'decision' && grade === 'likely'),
    ).toEqual([]);
  });

  test.each([
    'Ana: Agreed.\nBut Bo had another view.',
    'Ana: agreed\nBo: ok',
    'Previous decisions\n- Go with B',
  ])('nor does an answer or a look back open a list: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });
});
