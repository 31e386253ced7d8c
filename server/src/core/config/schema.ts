import * as z from 'zod';
import { KINDS } from '../model';
import { SOURCE_KINDS } from '../model/kinds/evidence';

const list = z.array(z.string());
const oneOrMore = z.union([z.string().transform((one) => [one]), list]);

/** The severities that `rules:` accepts. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** How much a finding matters, by meaning: wrong; objectionable; unfinished; a suggestion. */
export type Severity = (typeof SEVERITIES)[number];

const sourceKinds = Object.keys(SOURCE_KINDS) as [
  keyof typeof SOURCE_KINDS,
  ...(keyof typeof SOURCE_KINDS)[],
];

/** A declared source: an informant, a document, a collection. */
const source = z
  .strictObject({
    id: z.string().optional().describe('The id that evidence names in source='),
    ids: z
      .union([z.string(), list])
      .optional()
      .describe('Several sources alike: a list, or a range such as i01..i15'),
    kind: z.enum(sourceKinds).optional().describe('Source type'),
    title: z.string().optional().describe('What it is called in the paper'),
    informant: z.string().optional().describe('Who speaks, by role or pseudonym'),
    role: z.string().optional().describe('Role of the speaker or author'),
    party: z.string().optional().describe('The party it belongs to, in a dyad or network'),
    date: z.string().optional().describe('When it was recorded'),
    period: z.string().optional().describe('The time it covers'),
    location: z.string().optional().describe('Where it was recorded'),
    lang: z.string().optional().describe('Language of the original (BCP 47)'),
    file: z
      .string()
      .optional()
      .describe(
        'The transcript or document, or the QDA project that holds it, relative to this file',
      ),
    qda: z
      .string()
      .optional()
      .describe('What the QDA project calls it, where that is neither its id, title nor file'),
    url: z.string().optional().describe('Where it is published'),
    access: z.enum(['open', 'restricted', 'confidential']).optional().describe('Who may see it'),
    note: z.string().optional().describe('Anything else'),
  })
  .refine(({ id, ids }) => (id === undefined) !== (ids === undefined), {
    error: 'a source needs either id or ids',
  });

const elementValue = z.union([z.string(), list, z.null()]);

/** An entry under `elements:`; its attributes are checked against the vocabulary afterwards. */
const registryEntry = z
  .object({
    is: z.string().optional().describe('Its kind, where the id stands nowhere in the prose'),
    quote: z.string().optional().describe('The exact words of the manuscript that it annotates'),
    file: z.string().optional().describe('The file in which those words stand'),
    cites: oneOrMore.optional().describe('Citation keys, without @'),
  })
  .catchall(elementValue);

const ownAttribute = z.union([
  z.strictObject({
    type: z.enum(['text', 'phrases', 'date']).describe('How the value is read'),
    summary: z.string().optional(),
  }),
  z.strictObject({
    values: z.array(z.string()).min(1).describe('The permitted values'),
    summary: z.string().optional(),
  }),
]);

const ofKind = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(KINDS), value);

const vocabulary = z.strictObject({
  kinds: z
    .record(
      z.string(),
      z.strictObject({
        is: z.enum(KINDS).describe('The kind that it is read as'),
        summary: z.string().optional(),
        defaults: z
          .record(z.string(), z.string())
          .optional()
          .describe('Attributes that it brings along'),
      }),
    )
    .optional()
    .describe('Further classes, each read as one of the five kinds'),
  attributes: ofKind(z.record(z.string(), ownAttribute))
    .optional()
    .describe('Further attributes, by kind'),
  values: ofKind(z.record(z.string(), list))
    .optional()
    .describe('Further values of enumerated attributes, by kind and attribute'),
});

/** What `warrant.yaml` holds, and what stands under `warrant:` in the front matter. */
export const configSchema = z
  .strictObject({
    manuscript: oneOrMore
      .optional()
      .describe('The files of the manuscript, in order; patterns with * and ** are expanded'),
    bibliography: oneOrMore.optional().describe('BibTeX, BibLaTeX, CSL JSON or CSL YAML files'),
    sources: z.array(source).optional().describe('The declared sources of the evidence'),
    qda: oneOrMore
      .optional()
      .describe('REFI-QDA projects (.qdpx), codebooks (.qdc), or codings in a table (.csv, .tsv)'),
    elements: z
      .record(z.string(), registryEntry)
      .optional()
      .describe('Attributes, and whole tags, outside the prose, keyed by id'),
    pseudonyms: z
      .string()
      .optional()
      .describe(
        'A file of real names and their pseudonyms: YAML or CSV; it may stand outside the repository',
      ),
    stage: z
      .enum(['draft', 'submission'])
      .optional()
      .describe('draft lowers what is unfinished; submission raises what must not go out'),
    rules: z
      .record(
        z.string(),
        z.union([z.enum([...SEVERITIES, 'off']), z.literal(false).transform(() => 'off' as const)]),
      )
      .optional()
      .describe('The severity of each rule, or off'),
    vocabulary: vocabulary.optional().describe('Further kinds, attributes and values'),
  })
  .describe('Warrant project');

/** A configuration as written, checked and typed. */
export type WrittenConfig = z.infer<typeof configSchema>;
