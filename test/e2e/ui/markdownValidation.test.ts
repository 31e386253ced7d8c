import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';

const options = {
  workspace: 'examples/partnership',
  settings: { 'markdown.validate.enabled': true },
};

describeWorkbench('beside VS Code’s own Markdown validation', options, (workbench) => {
  /** Our offer, while it is shown. */
  const offer = () =>
    workbench()
      .page.locator('.notification-list-item', { hasText: 'Markdown validation' })
      .filter({ visible: true });

  it('offers to let it ignore what Pandoc reads, and says what that is', async () => {
    await workbench().openFile('04-findings.md');
    await offer().waitFor();
    assert.match(await offer().innerText(), /tags, citations and footnotes/);
    const foreign = await workbench().problems('No link definition found');
    await foreign.first().waitFor();
    await workbench().screenshot('markdown-validation');
  });

  it('quiets it in the workspace', async () => {
    // A toast goes after a while, but not the notification.
    await workbench().command('Notifications: Show Notifications');
    await offer().getByRole('button', { name: 'Ignore in This Workspace' }).first().click();
    const foreign = await workbench().problems(/No (?:link definition|header) found/);
    await foreign.first().waitFor({ state: 'detached' });
    // What Warrant has to say is still there.
    await (await workbench().problems('unsupported-finding')).first().waitFor();
    // The two are written one after the other.
    const read = () =>
      readFile(path.join(workbench().folder, '.vscode/settings.json'), 'utf8').catch(() => '{}');
    for (let tries = 0; tries < 100 && !(await read()).includes('fragmentLinks'); tries++) {
      await workbench().page.waitForTimeout(100);
    }
    assert.deepEqual(JSON.parse(await read()), {
      'markdown.validate.referenceLinks.enabled': 'ignore',
      'markdown.validate.fragmentLinks.enabled': 'ignore',
    });
  });

  it('asks only once', async () => {
    await workbench().command('View: Close All Editors');
    await workbench().openFile('05-discussion.md');
    await workbench()
      .statusBarItem(/\d+ claims/)
      .waitFor();
    assert.equal(await offer().count(), 0);
  });
});
