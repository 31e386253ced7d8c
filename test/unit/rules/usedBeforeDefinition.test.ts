import { describe, test } from 'vitest';
import { usedBeforeDefinition } from '../../../server/src/core/rules/usedBeforeDefinition';
import { expectFindings } from '../../tools/project';

const DEFINED =
  'A _learning platform_ is [a standing forum in which firms learn]{.construct #k term="learning platform"}.';

describe('used-before-definition', () => {
  test('reports the first use that stands before the definition', async () => {
    await expectFindings(
      usedBeforeDefinition,
      { 'paper.md': `One ⟦learning platform⟧, two learning platforms.\n\n${DEFINED}\n` },
      {
        messages: ['“learning platform” is used here before it is defined'],
        severity: 'information',
      },
    );
  });

  test('reports a tagged use, also in an earlier file', async () => {
    await expectFindings(usedBeforeDefinition, {
      'a.md': 'One [⟦forum⟧]{.construct ref=k}.\n',
      'b.md': `${DEFINED}\n`,
      'warrant.yaml': 'manuscript: [a.md, b.md]\n',
    });
  });

  test('knows a definition that another occurrence gives', async () => {
    await expectFindings(usedBeforeDefinition, {
      'paper.md':
        'A [⟦learning platform⟧]{.construct #k}.\n\nIt is [a platform]{.construct ref=k def="a forum in which firms learn"}.\n',
    });
  });

  test.each([
    ['uses after it', `${DEFINED}\n\nOne learning platform.`],
    ['a use in the paragraph of the definition', `The learning platform is new. ${DEFINED}`],
    ['a use in the abstract', `# Abstract\n\nOne learning platform.\n\n# Theory\n\n${DEFINED}`],
    ['a use in the title', `---\ntitle: Learning platform\n---\n\n${DEFINED}`],
    ['a use in a heading', `# The learning platform\n\n${DEFINED}`],
    ['a use in a caption', `![A learning platform](x.png)\n\n${DEFINED}`],
    ['the words of an informant', `["Our learning platform"]{.evidence}\n\n${DEFINED}`],
    ['a construct without definition', 'A learning platform. [Learning platform]{.construct}'],
    ['a term that is defined in place', '[Learning platform]{.construct def="a forum of firms"}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(usedBeforeDefinition, { 'paper.md': `${text}\n` });
  });

  test('leaves alone what is defined outside the prose', async () => {
    await expectFindings(usedBeforeDefinition, {
      'paper.md': 'A [learning platform]{.construct #k}.\n',
      'warrant.yaml':
        'manuscript: [paper.md]\nelements:\n  k: {def: a forum in which firms learn}\n',
    });
  });
});
