import * as z from 'zod';
import { enumeration, period, ref, refs, refsOrText, stepNumber, text } from '../attributeTypes';
import { common, grounds, occurrenceOf } from './common';

/** One part of a mechanism, or one phase of a process. */
export const step = z
  .object({
    of: ref({
      summary: 'The mechanism that it is part of',
      targets: ['mechanism'],
      link: { kind: 'part-of', direction: 'out' },
    }),
    n: stepNumber({
      summary: 'Its number; parallel branches take a letter (2a, 2b, both followed by 3)',
    }),
    after: refs({
      summary: 'The steps that it follows, instead of a number',
      targets: ['step'],
      link: { kind: 'after', direction: 'out' },
    }),
    when: text({ summary: 'The condition of a branch, drawn on the arrow' }),
    position: enumeration(
      {
        trigger: 'It sets the mechanism off',
        part: 'It is between trigger and outcome',
        outcome: 'It is what the mechanism produces',
      },
      { summary: 'Its place in the mechanism', shared: true },
    ),
    entity: refsOrText({
      summary: 'Who or what acts',
      targets: ['construct', 'source'],
      link: { kind: 'entity', direction: 'out' },
    }),
    activity: refsOrText({
      summary: 'What they do',
      targets: ['construct'],
      link: { kind: 'about', direction: 'out' },
    }),
    outcome: refsOrText({
      summary: 'What the step leads to',
      targets: ['construct', 'step', 'mechanism', 'claim', 'evidence'],
      link: { kind: 'outcome', direction: 'out' },
    }),
    period: period({ summary: 'When it happened: ISO 8601, such as 2008, 2008/2012 or 2011/..' }),
    ...grounds,
    ref: occurrenceOf('step'),
    ...common,
  })
  .partial()
  .meta({ id: 'step', description: 'One part of a mechanism or one phase of a process' });
