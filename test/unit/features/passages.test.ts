import { describe, expect, it } from 'vitest';
import { definitionAt } from '../../../server/src/core/features/definition';
import { atCaret, draw, wordsAt } from './caret';
import { complete } from './completing';

const TALK = `INT (00:00:05): Why did you stay?
R1 (00:00:20): Nobody asked us to go, and so we stayed for another year.
INT (00:12:01): And your firm?
R1 (00:12:40): My son put the binder with all the others in the office.
`;

const FILES = {
  'warrant.yaml':
    'manuscript: [paper.md]\nsources:\n  - {id: owner, kind: interview, file: data/owner.txt}\n  - {id: lost, file: data/lost.txt}\n  - {id: none}\n',
  'data/owner.txt': TALK,
};

async function definition(paper: string) {
  const at = await atCaret({ ...FILES, 'paper.md': paper });
  const found = definitionAt(at.project, at.uri, at.offset);
  return found && { from: wordsAt(at, found.origin), to: draw(at.files, found.targets) };
}

describe('the definition of a place', () => {
  it('is the passage of the quotation, wherever its author thinks that it is', async () => {
    expect(
      await definition(
        '["My son put the binder with all the others in the office."]{.evidence source=owner loc="mi‸n 3" display=context}\n',
      ),
    ).toEqual({
      from: 'min 3',
      to: {
        'data/owner.txt': TALK.replace(
          'My son put the binder with all the others in the office',
          '⟦$&⟧',
        ),
      },
    });
  });

  it('is what the place leads to, where there is no quotation', async () => {
    const found = await definition(
      '[She tells of a binder]{.evidence source=owner loc="min 12‸" display=context}\n',
    );
    const drawn = found?.to['data/owner.txt'] ?? '';
    expect(drawn).toMatch(/^[^⟦]*⟦INT \(00:12:01\)[^⟧]*R1[^⟧]*office\.\n?⟧\n?$/);
  });

  it('is the file, where the place leads nowhere', async () => {
    const found = await definition(
      '[She tells of a binder]{.evidence source=owner loc="shel‸f 3" display=context}\n',
    );
    expect(found?.to).toEqual({ 'data/owner.txt': `⟦⟧${TALK}` });
  });

  it('is nothing new where there is no file', async () => {
    for (const source of ['lost', 'none', 'nobody']) {
      const found = await definition(`[A binder]{.evidence #e-a source=${source} loc="min‸ 3"}\n`);
      expect(Object.keys(found?.to ?? {})).not.toContain('data/lost.txt');
    }
  });
});

describe('completion of a place', () => {
  it('offers where the quotation stands before the minutes of the recording', async () => {
    const { items, labels } = await complete({
      ...FILES,
      'paper.md':
        '["My son put the binder with all the others in the office."]{.evidence source=owner loc=‸}\n',
    });
    expect(labels).toEqual(['min 12', 'min 0']);
    expect(items[0]).toMatchObject({ suffix: ' (where it stands)' });
    expect(items[0]?.description).toMatch(/^R1: My son put the binder/);
  });

  it('puts it in quotes, and does without a quotation or a brace', async () => {
    const { after } = await complete({
      ...FILES,
      'paper.md': '[She tells]{.evidence source=owner loc=‸\n',
    });
    expect(after('min 0')).toBe('[She tells]{.evidence source=owner loc="min 0"}\n');
  });

  it.each(['lost', 'none', 'nobody', '""'])('offers nothing for source=%s', async (source) => {
    const { labels } = await complete({
      ...FILES,
      'paper.md': `[She tells]{.evidence source=${source} loc=‸}\n`,
    });
    expect(labels).toEqual([]);
  });
});
