import * as z from 'zod';
import { enumeration, phrases, refs, refsOrText, text } from '../attributeTypes';
import { common, grounds, occurrenceOf } from './common';

/** What links a trigger to an outcome through entities and their activities (Beach 2016). */
export const mechanism = z
  .object({
    term: text({ summary: 'Its name' }),
    trigger: refsOrText({
      summary: 'What sets it off; `;` joins what happens together',
      targets: ['construct', 'step', 'mechanism', 'claim', 'evidence'],
      link: { kind: 'trigger', direction: 'out' },
    }),
    outcome: refsOrText({
      summary:
        'What it produces; `;` joins what happens together, a fork is two steps with the same `after`',
      targets: ['construct', 'step', 'mechanism', 'claim', 'evidence'],
      link: { kind: 'outcome', direction: 'out' },
    }),
    entities: refsOrText({
      summary: 'Who or what acts',
      targets: ['construct', 'source'],
      link: { kind: 'entity', direction: 'out' },
    }),
    activities: phrases({ summary: 'How they act; without activities it is a black box' }),
    scope: text({ summary: 'The conditions under which it works', shared: true }),
    level: text({ summary: 'Level of analysis' }),
    parts: refs({
      summary: 'Its sub-mechanisms',
      targets: ['mechanism', 'step'],
      link: { kind: 'part-of', direction: 'in' },
    }),
    of: refs({
      summary: 'The mechanism that it is part of',
      targets: ['mechanism'],
      link: { kind: 'part-of', direction: 'out' },
    }),
    instantiates: refs({
      summary: 'The constructs that it is an instance of',
      targets: ['construct'],
      link: { kind: 'instantiates', direction: 'out' },
    }),
    ...grounds,
    rival: refs({
      summary: 'Rival explanations',
      targets: ['claim', 'mechanism', 'citation'],
      link: { kind: 'rival', direction: 'out' },
    }),
    status: enumeration(
      {
        theorized: 'Put forward on theoretical grounds',
        evidenced: 'Shown at work in the case',
      },
      { summary: 'Where it stands', default: 'theorized', shared: true },
    ),
    motor: enumeration(
      {
        'life-cycle': 'A prescribed sequence within one entity',
        teleology: 'A cycle of goals, action and adaptation',
        dialectic: 'Conflict between opposing entities',
        evolution: 'Variation, selection and retention among competing entities',
      },
      { summary: 'Motor of change (Van de Ven and Poole 1995)' },
    ),
    ref: occurrenceOf('mechanism'),
    ...common,
  })
  .partial()
  .meta({ id: 'mechanism', description: 'What links a trigger to an outcome' });
