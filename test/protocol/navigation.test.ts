import { afterEach, describe, expect, test } from 'vitest';
import {
  PrepareRenameRequest,
  RenameRequest,
  type PrepareRenameResult,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Files } from '../tools/project';
import { Navigator } from './navigator';

let here: Navigator;

afterEach(() => here.stop());

const CONFIG = `manuscript: [paper.md, discussion.md]  # the order counts
elements:
  c-trust: {type: finding}   # said twice
`;
const PAPER = '[Trust outlived the bonus]{.claim #c-trust evidence=e-own}.\n';
const DISCUSSION =
  'As [said](#c-trust) above: ["Mine."]{.evidence #e-own tests=c-trust:hoop}. `c-trust`\n';

const marked = (name: string, from: string, to: string): Files => {
  const files = { 'warrant.yaml': CONFIG, 'paper.md': PAPER, 'discussion.md': DISCUSSION };
  return { ...files, [name]: files[name as keyof typeof files].replace(from, to) };
};

describe('rename', () => {
  const renamed = {
    'warrant.yaml': CONFIG.replace('c-trust', 'c-faith'),
    'paper.md': PAPER.replace('c-trust', 'c-faith'),
    'discussion.md': DISCUSSION.replace('#c-trust', '#c-faith').replace('c-trust:', 'c-faith:'),
  };

  test('is prepared with the very id, and reaches files that are not open', async () => {
    here = await Navigator.start(marked('discussion.md', 'c-trust:', 'c-tr‸ust:'));
    const prepared = await here.client.connection.sendRequest(
      PrepareRenameRequest.type,
      here.caret,
    );
    const { range, placeholder } = prepared as Extract<
      PrepareRenameResult,
      { placeholder: string }
    >;
    expect([here.words(range), placeholder]).toEqual(['c-trust', 'c-trust']);
    const edit = await here.client.connection.sendRequest(RenameRequest.type, {
      ...here.caret,
      newName: 'c-faith',
    });
    expect(here.edited(edit)).toEqual(renamed);
    // Open documents are edited as the client has them, closed ones as they are.
    const versions = edit?.documentChanges?.map((change) =>
      'textDocument' in change ? [change.textDocument.uri, change.textDocument.version] : [],
    );
    expect(Object.fromEntries(versions ?? [])).toEqual({
      [here.uriOf('warrant.yaml')]: null,
      [here.uriOf('paper.md')]: null,
      [here.uriOf('discussion.md')]: 1,
    });
    expect(Object.values(edit?.changeAnnotations ?? {}).map(({ label }) => label)).toContain(
      'Entries in YAML',
    );
  });

  test('gives plain changes to a plain client, also from warrant.yaml', async () => {
    here = await Navigator.start(marked('warrant.yaml', 'c-trust', '‸c-trust'), {});
    const edit = await here.client.connection.sendRequest(RenameRequest.type, {
      ...here.caret,
      newName: 'c-faith',
    });
    expect(edit?.documentChanges).toBeUndefined();
    expect(here.edited(edit)).toEqual(renamed);
  });

  test('reaches all manuscripts that share a warrant.yaml', async () => {
    here = await Navigator.start({
      'warrant.yaml': 'sources:\n  - {id: own‸er}\n',
      'one.md': '["a"]{.evidence source=owner}\n',
      'two/two.md': '["b"]{.evidence source=owner}\n',
    });
    const edit: WorkspaceEdit | null = await here.client.connection.sendRequest(
      RenameRequest.type,
      { ...here.caret, newName: 'boss' },
    );
    expect(here.edited(edit)).toEqual({
      'warrant.yaml': 'sources:\n  - {id: boss}\n',
      'one.md': '["a"]{.evidence source=boss}\n',
      'two/two.md': '["b"]{.evidence source=boss}\n',
    });
  });

  test('is refused with a reason', async () => {
    here = await Navigator.start(marked('paper.md', 'outlived', 'outl‸ived'));
    const { connection } = here.client;
    await expect(connection.sendRequest(PrepareRenameRequest.type, here.caret)).rejects.toThrow(
      'Put the cursor on the id c-trust to rename it',
    );
    await here.stop();
    here = await Navigator.start(marked('paper.md', '#c-trust', '#c-tr‸ust'));
    const rename = here.client.connection.sendRequest(RenameRequest.type, {
      ...here.caret,
      newName: 'e-own',
    });
    await expect(rename).rejects.toThrow(
      'The id e-own is taken by the evidence in discussion.md:1',
    );
  });
});
