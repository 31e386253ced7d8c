import { afterEach, expect, test } from 'vitest';
import { QUOTATIONS, type ProtocolQuotations } from '../../server/src/shared/quotations';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

test('all quotations of a manuscript are summed up once their sources are read', async () => {
  here = await Navigator.start({
    'paper.md':
      '‸["We did join."]{.evidence source=owner} ["We did not join for it."]{.evidence source=owner}\n',
    'warrant.yaml': 'sources: [{id: owner, file: owner.txt}]\n',
    'owner.txt': 'INT: And?\nR1: We did not join for it, um, at all.\n',
  });
  const uri = here.uriOf('paper.md');
  const { sum, quotations } = await here.client.connection.sendRequest<ProtocolQuotations>(
    QUOTATIONS,
    { uri },
  );
  expect(sum).toBe('2 quotations: 1 verbatim, 1 too short to tell');
  expect(quotations.map(({ outcome, isGrave }) => [outcome, isGrave])).toEqual([
    ['too short to tell', false],
    ['verbatim', false],
  ]);
  expect(quotations[1]?.location).toEqual({
    uri,
    range: { start: { line: 0, character: 43 }, end: { line: 0, character: 66 } },
  });
});
