import * as z from 'zod';
import { enumeration, refs, refsOrText, text } from '../attributeTypes';
import { common, grounds, occurrenceOf } from './common';

/** A statement that the paper puts forward, with its grounds and warrant (Toulmin 1958). */
export const claim = z
  .object({
    type: enumeration(
      {
        finding: 'What the data show; it needs evidence or a premise',
        question: 'A research question; some claim should answer it',
        proposition: 'A general statement put forward by the paper; it needs a warrant',
        hypothesis: 'A testable expectation',
        interpretation: 'What the authors read into the data',
        contribution: 'What the paper adds to earlier work',
        limitation: 'What restricts the claims',
        assumption: 'What is taken for granted',
        background: 'What earlier work has established; it needs a citation',
        method: 'A statement on how the study was done',
        rival: 'An alternative explanation',
      },
      { summary: 'Kind of statement', default: 'finding', shared: true },
    ),
    label: text({ summary: 'Its number in the paper, such as P1 or H2a', shared: true }),
    ...grounds,
    from: refs({
      summary: 'The claims that it follows from (its premises)',
      targets: ['claim'],
      link: { kind: 'premise', direction: 'out' },
    }),
    warrant: refsOrText({
      summary: 'Why the grounds support it',
      targets: ['claim', 'mechanism', 'construct', 'citation'],
      link: { kind: 'warrants', direction: 'in' },
    }),
    backing: refsOrText({
      summary: 'What backs the warrant',
      targets: ['claim', 'evidence', 'mechanism', 'construct', 'citation'],
      link: { kind: 'backs', direction: 'in' },
    }),
    qualifier: enumeration(
      {
        certain: 'Holds without doubt',
        probable: 'Holds in all likelihood',
        possible: 'May hold',
        tentative: 'Is a first reading of the data',
      },
      { summary: 'How surely it is held' },
    ),
    rebuttal: refsOrText({
      summary: 'The conditions under which it would not hold',
      targets: ['claim', 'evidence', 'citation'],
      link: { kind: 'rebuts', direction: 'in' },
    }),
    status: enumeration(
      {
        asserted: 'Put forward as it stands',
        'needs-support': 'An admitted gap; say in a note what is missing',
        assumed: 'Taken for granted',
        defeated: 'Given up in the light of the evidence',
      },
      { summary: 'Where it stands', default: 'asserted', shared: true },
    ),
    scope: text({ summary: 'Scope conditions', shared: true }),
    cause: refsOrText({
      summary: 'What makes the difference, in a directed proposition',
      targets: ['construct', 'mechanism', 'step'],
      link: { kind: 'cause', direction: 'out' },
    }),
    effect: refsOrText({
      summary: 'What it makes a difference to',
      targets: ['construct', 'mechanism', 'step', 'claim'],
      link: { kind: 'effect', direction: 'out' },
    }),
    sign: enumeration(
      {
        strengthens: 'More of the cause, more of the effect',
        weakens: 'More of the cause, less of the effect',
        enables: 'The cause makes the effect possible',
        curbs: 'The cause keeps the effect within bounds',
        balances: 'The cause holds opposites in balance',
        conditions: 'The cause decides under which conditions the effect occurs',
      },
      { summary: 'How the cause bears on the effect' },
    ),
    extends: refs({
      summary: 'Earlier work or claims that it builds on',
      targets: ['claim', 'construct', 'mechanism', 'citation'],
      link: { kind: 'extends', direction: 'out' },
    }),
    contrasts: refs({
      summary: 'Earlier work or claims that it departs from (not counter-evidence)',
      targets: ['claim', 'construct', 'mechanism', 'citation'],
      link: { kind: 'contrasts', direction: 'out' },
    }),
    constructs: refs({
      summary: 'The constructs that it is about',
      targets: ['construct'],
      link: { kind: 'about', direction: 'out' },
    }),
    mechanism: refs({
      summary: 'The mechanism that it reports',
      targets: ['mechanism', 'step'],
      link: { kind: 'reports', direction: 'out' },
    }),
    answers: refs({
      summary: 'The question that it answers',
      targets: ['claim'],
      link: { kind: 'answers', direction: 'out' },
    }),
    limits: refs({
      summary: 'The claims that it limits',
      targets: ['claim'],
      link: { kind: 'limits', direction: 'out' },
    }),
    ref: occurrenceOf('claim'),
    ...common,
  })
  .partial()
  .meta({ id: 'claim', description: 'A statement that the paper puts forward' });
