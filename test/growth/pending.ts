/** Texts whose cost is known to grow faster than it should, and that are left out until that is mended. */
export const pending: ReadonlySet<string> = new Set([
  // The scanner.
  'commands',
  'math with groups',
  'definitions',
  'headings',
  'attributes not closed',
  // The rules.
  'chain of broader constructs',
  'constructs',
  'constructs of one term',
  'constructs whose terms begin alike',
  'interpretations in one sentence',
  'tags in one paragraph that is a claim',
  'suppressions without effect',
  'suppressions of several rules',
  'suppressions of the whole file',
  // The project.
  'cells of a table',
  'links to headings',
  'nested divs',
  'nested spans',
  'evidence nested in claims',
  'steps that follow one another',
  'undeclared sources',
]);
