import { describe, test } from 'vitest';
import { oneSided } from '../../../server/src/core/rules/oneSided';
import { expectFindings } from '../../tools/project';

const config = `manuscript: [paper.md]
sources:
  - {id: head, kind: interview, party: buyer}
  - {id: owner, kind: interview, party: supplier}
  - {id: foreman, kind: interview, party: supplier}
  - {id: notes, kind: fieldnote}
`;
const evidence =
  '["A"]{.evidence #a source=head} ["B"]{.evidence #b source=owner} ["C"]{.evidence #c source=foreman} ["N"]{.evidence #n source=notes}';

describe('one-sided', () => {
  test('reports a finding that one party alone bears out', async () => {
    await expectFindings(
      oneSided,
      {
        'paper.md': `[⟦Trust grew⟧]{.claim evidence="b c"} ${evidence}\n`,
        'warrant.yaml': config,
      },
      {
        messages: ['Only the supplier bears out “Trust grew”; look for evidence from the buyer'],
        severity: 'information',
      },
    );
  });

  test('reports it where several other parties are silent', async () => {
    await expectFindings(
      oneSided,
      {
        'paper.md': `[⟦Trust grew⟧]{.claim evidence=a} ${evidence}\n`,
        'warrant.yaml': `${config}  - {id: judge, kind: interview, party: court}\n`,
      },
      { messages: ['the other parties'] },
    );
  });

  test.each([
    ['both parties', '[Trust grew]{.claim evidence="a b"}'],
    ['evidence that is nobody’s word', '[Trust grew]{.claim evidence="b n"}'],
    ['a cited work', '[Trust grew]{.claim evidence="b @dyer1998"}'],
    ['evidence without source', '[Trust grew]{.claim evidence="b x"} ["X"]{.evidence #x}'],
    ['no support', '[Trust grew]{.claim}'],
    ['a claim that names that party alone', '[The suppliers felt trusted]{.claim evidence="b c"}'],
    ['an interpretation', '[Trust grew]{.claim type=interpretation evidence=b}'],
    [
      'a claim with premises',
      '[Trust grew]{.claim evidence=b from=p} [P]{.claim #p evidence="a b"}',
    ],
    ['an admitted gap', '[Trust grew]{.claim evidence=b status=needs-support note="ask buyers"}'],
    ['a claim given up', '[Trust grew]{.claim evidence=b status=defeated}'],
    ['evidence that does not exist', '[Trust grew]{.claim evidence="b e-none"}'],
    ['a restatement', '[Trust grew]{.claim #t evidence="a b"} [It grew]{.claim ref=t}'],
  ])('leaves alone: %s', async (_, text) => {
    await expectFindings(oneSided, {
      'paper.md': `${text} ${evidence}\n`,
      'warrant.yaml': config,
    });
  });

  test('leaves alone a project with one party', async () => {
    await expectFindings(oneSided, {
      'paper.md': `[Trust grew]{.claim evidence=b} ${evidence}\n`,
      'warrant.yaml': config.replace('party: buyer', 'party: supplier'),
    });
  });
});
