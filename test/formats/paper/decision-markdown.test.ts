import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decisionHistory } from '../../../src/domain/agree/decision-history';
import type { ConsultFact } from '../../../src/domain/facts/decided/consulting';
import type { Decision } from '../../../src/domain/facts/decided/decision';
import { decisionMarkdown } from '../../../src/formats/paper/decision-markdown';
import { answer, request, step } from '../../domain/builders/consult-facts';
import { decision } from '../../domain/builders/judged-month';
import { DANA, MARCUS, utc } from '../../domain/builders/readings';

const D14 = decision(14, {
  text: 'Vendor B for addresses',
  why: '4 % of addresses fail.\nB covers all 9 countries.',
  topic: '2027 scope',
  informed: [DANA],
  decidedAt: utc('2026-11-10T16:00'),
  proposed: true,
  options: [
    { option: 'Vendor A', notChosen: 'covers 6 countries' },
    { option: 'In-house', notChosen: '' },
  ],
  impact: { people: '', money: '€300 a month', dates: 'launch by 1 Dec' },
  responsible: [DANA],
  undoUntil: '2026-11-30',
});
const markdown = (one: Decision, ...facts: readonly ConsultFact[]) =>
  decisionMarkdown({
    history: decisionHistory(one, facts, utc('2026-11-20T12:00')),
    zone: 'Europe/London',
    numberOf: (id) => (id === 'd15' ? 'D-015' : null),
  });

describe('A decision as Markdown', () => {
  test('has the form of MADR, with who was heard and what happened to it', () => {
    const text = markdown(
      D14,
      request(),
      answer('ok', '2026-11-12T15:00', { words: 'Fine *with* me' }),
      step('decided', '2026-11-12T16:00'),
    );
    expect(text).toBe(`---
status: "accepted"
date: 2026-11-12
decision-makers: "Priya"
consulted: "Marcus"
informed: "Dana"
---

# D-014 Vendor B for addresses

## Context and Problem Statement

4 % of addresses fail.

B covers all 9 countries.

## Considered Options

* Vendor B for addresses
* Vendor A
* In-house

## Decision Outcome

Chosen option: "Vendor B for addresses".

### Consequences

* Money: €300 a month
* Dates: launch by 1 Dec

## Pros and Cons of the Options

### Vendor A

* Bad, because covers 6 countries

## More Information

* Topic: 2027 scope
* Owner: Priya
* Responsible: Dana
* Easy to undo until: 2026-11-30
* Written down 2026-11-10 16:00 Europe/London
* Asked Marcus 2026-11-10 16:00 Europe/London, answer by 2026-11-16 17:00 America/New_York
* Marcus answered "OK" 2026-11-12 15:00 Europe/London: Fine \\*with\\* me
* Decided 2026-11-12 16:00 Europe/London
`);
  });

  test.each<[string, string, readonly ConsultFact[]]>([
    ['not decided yet', 'proposed', [request()]],
    ['held', 'proposed', [step('held', '2026-11-17T09:00')]],
    ['decided', 'accepted', [step('decided', '2026-11-17T09:00')]],
    ['reopened', 'proposed', [step('decided', '2026-11-17T09:00'), answer('problem', '2026-11-18T09:00')]],
    ['replaced', 'superseded by D-015', [step('superseded', '2026-11-17T09:00', { by: 'd15' })]],
    ['replaced by one nobody knows', 'superseded', [step('superseded', '2026-11-17T09:00', { by: 'gone' })]],
  ])('%s: status %s', (_, status, facts) => {
    expect(markdown(D14, ...facts)).toContain(`status: "${status}"`);
  });

  test('of a decision of before there was more, says no more than was said', () => {
    const text = markdown(decision(3, { text: 'Ship it' }));
    expect(text.match(/^#+ .*/gm)).toEqual(['# D-003 Ship it', '## Decision Outcome', '## More Information']);
  });

  test('lets no markup in, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('<script>', '](javascript:x)', '# ', '* ', '1. ', '---'),
        (any, bad) => {
          const typed = `${bad}${any}`;
          const text = markdown({ ...D14, text: typed, why: typed, topic: typed });
          expect(text.replace(/\\./g, '')).not.toMatch(/[<>`]|\]\(/);
          expect(text.match(/^#/gm)).toHaveLength(8);
          expect(text.split('\n').filter((line) => line === '---')).toHaveLength(2);
        },
      ),
    );
  });

  test('names everybody once, heard or asked', () => {
    const text = markdown({ ...D14, consulted: [MARCUS] }, answer('ok', '2026-11-12T15:00'));
    expect(text).toContain('consulted: "Marcus"');
  });
});
