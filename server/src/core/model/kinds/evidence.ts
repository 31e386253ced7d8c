import * as z from 'zod';
import { date, enumeration, guid, language, refs, tests, text } from '../attributeTypes';
import { common, occurrenceOf } from './common';

/** The source types, for evidence and for declared sources alike. */
export const SOURCE_KINDS = {
  interview: 'What an informant said when asked',
  observation: 'What the researchers saw',
  fieldnote: 'What the researchers noted in the field',
  document: 'A document of the case',
  archival: 'Records kept by others',
  survey: 'Answers to a questionnaire',
  artifact: 'A thing made or used in the case',
  media: 'Press, broadcast and social media',
  literature: 'Published research',
  statistics: 'Figures',
} as const;

/** Something observed, said or recorded that speaks for or against a claim. */
export const evidence = z
  .object({
    kind: enumeration(SOURCE_KINDS, {
      summary: 'Source type; inherited from the source',
      shared: true,
    }),
    form: enumeration(
      {
        quote: 'The words of the source; a tag that is one quotation is a quote',
        paraphrase: 'The source in the words of the authors',
        excerpt: 'A longer passage',
        table: 'A table',
        figure: 'A figure',
        count: 'A count of occurrences',
      },
      { summary: 'How it is presented', shared: true },
    ),
    source: refs({
      summary: 'Where it comes from: declared sources or cited works',
      targets: ['source', 'citation'],
      link: { kind: 'source', direction: 'out' },
      shared: true,
    }),
    loc: text({ summary: 'Place in the source: page, minute, paragraph' }),
    date: date({ summary: 'When it was said, seen or recorded', shared: true }),
    lang: language({
      summary: 'Language of the tagged text (the language of the original stands on the source)',
      shared: true,
    }),
    original: text({
      summary: 'The words in the original language, for a translated quotation',
      private: true,
    }),
    supports: refs({
      summary: 'The claims, mechanisms and steps that it supports',
      targets: ['claim', 'mechanism', 'step'],
      link: { kind: 'supports', direction: 'out' },
    }),
    challenges: refs({
      summary: 'The claims, mechanisms and steps that it speaks against',
      targets: ['claim', 'mechanism', 'step'],
      link: { kind: 'challenges', direction: 'out' },
    }),
    tests: tests({
      summary:
        'Process-tracing tests, each ID:TEST or ID:TEST:pass|fail with the tests straw, hoop, smoking-gun and doubly-decisive; a failed test is no support',
      targets: ['claim', 'mechanism', 'step'],
    }),
    display: enumeration(
      {
        power: 'A power quote: so telling that it stands in the text',
        proof: 'A proof quote: one of several that show how common it is',
        context: 'Sets a scene and supports nothing',
      },
      { summary: 'What it is shown for (Pratt 2009)' },
    ),
    qda: guid({
      summary: 'GUID of a selection in the QDA project, or its first eight digits or more',
      private: true,
    }),
    access: enumeration(
      {
        open: 'May be shared',
        restricted: 'May be shared on conditions',
        confidential: 'May not be shared',
      },
      { summary: 'Who may see the source', private: true },
    ),
    ref: occurrenceOf('evidence'),
    ...common,
  })
  .partial()
  .meta({ id: 'evidence', description: 'Something that speaks for or against a claim' });
