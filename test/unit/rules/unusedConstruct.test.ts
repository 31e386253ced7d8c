import { describe, test } from 'vitest';
import { unusedConstruct } from '../../../server/src/core/rules/unusedConstruct';
import { expectFindings } from '../../tools/project';

const DEFINITION = 'confidence that rests on what cheating would cost';

describe('unused-construct', () => {
  test('reports a construct that is defined and never used', async () => {
    await expectFindings(
      unusedConstruct,
      {
        'paper.md': `By _calculative trust_ we mean [⟦${DEFINITION}⟧]{.construct #k term="calculative trust"}.\n\nFirms trust.\n`,
      },
      { messages: ['“calculative trust” is defined but never used'], severity: 'information' },
    );
  });

  test('reports one that asks for tags and has none', async () => {
    await expectFindings(
      unusedConstruct,
      {
        'paper.md': `Trust is [⟦${DEFINITION}⟧]{.construct #k term=trust match=tagged}. Firms need trust.\n`,
      },
      { messages: ['ref=k'] },
    );
  });

  test('reports one of the registry', async () => {
    await expectFindings(unusedConstruct, {
      'paper.md': 'Text.\n',
      'warrant.yaml': `manuscript: [paper.md]\nelements:\n  ⟦k-trust⟧: {is: construct, term: calculative trust, def: ${DEFINITION}}\n`,
    });
  });

  const defined = `It is [${DEFINITION}]{.construct #k term="calculative trust" alias="CT"}.`;
  test.each([
    ['a use in plain text', `${defined} There was calculative trust.`],
    ['a use before the definition', `There was calculative trust. ${defined}`],
    ['a use of an alias', `${defined} There was CT.`],
    ['a use in a heading', `# Calculative trust at work\n\n${defined}`],
    ['a tagged use', `${defined} They [counted]{.construct ref=k}.`],
    ['a claim about it', `${defined} [A]{.claim constructs=k}`],
    ['a proposition with it', `${defined} [A]{.claim cause="#k"}`],
    ['a mechanism that ends in it', `${defined} [A]{.mechanism outcome="#k"}`],
    ['a link to it', `${defined} See [there](#k).`],
    ['a broader construct', `${defined} [another thing that we define here]{.construct parent=k}`],
    ['a theme', `It is [${DEFINITION}]{.construct tier=theme term="calculative trust"}.`],
    ['a facet', `${defined.replace('#k', '#k parent=j')} [Trust]{.construct #j}`],
    ['a construct that is not defined', 'We speak of [calculative trust]{.construct #k}.'],
    ['a definition whose term is not known', `It is [${DEFINITION}]{.construct #k-ct}.`],
    ['a misspelt use', `${defined.replace('#k', '#k-calc')} [A]{.claim constructs=k-clac}`],
    ['a misspelt term', `It is [${DEFINITION}]{.construct trem="calculative trust" def=x}.`],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(unusedConstruct, { 'paper.md': `${text}\n` });
  });
});
