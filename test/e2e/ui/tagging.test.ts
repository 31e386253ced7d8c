import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';
import type { Workbench } from '../harness/workbench';

const FILE = 'tagging.md';

/** The second line is to be tagged, the quotation to be its evidence. */
const TEXT = `[Both firms stayed](other.md) for years, and [nobody left early]{.claim #c-stayed}.

Trust outlived the incentives in both firms, as far as we saw.

> We signed because they had always paid.

It ended in May.
`;

const options = {
  workspace: 'examples/partnership',
  settings: {
    'workbench.colorTheme': 'Default Light Modern',
    'window.autoDetectColorScheme': false,
    'editor.minimap.enabled': false,
    'warrant.suggestions.enabled': false,
    'files.autoSave': 'off',
  },
};

async function keys(workbench: Workbench, letter: string): Promise<void> {
  await workbench.page.keyboard.press('Control+Alt+W');
  await workbench.page.keyboard.press(letter);
}

/** Waits until a quick pick asks something, and gives its entries. */
async function question(workbench: Workbench, title: string): Promise<string[]> {
  const widget = workbench.page.locator('.quick-input-widget').filter({ visible: true });
  await widget.locator('.quick-input-title', { hasText: title }).waitFor();
  const rows = widget.locator('.quick-input-list .monaco-list-row');
  await rows.first().waitFor();
  return rows.allInnerTexts();
}

/** Saves and waits until the text of the file is as wanted. */
async function textIs(workbench: Workbench, wanted: RegExp): Promise<string> {
  let text = '';
  for (let tries = 0; tries < 50; tries++) {
    await workbench.page.keyboard.press('Control+S');
    await workbench.page.waitForTimeout(300);
    text = await readFile(path.join(workbench.folder, FILE), 'utf8');
    if (wanted.test(text)) return text;
  }
  assert.fail(`not ${String(wanted)}: ${text}`);
}

describeWorkbench('retagging', options, (workbench) => {
  it('tags the sentence at the caret', async () => {
    await writeFile(path.join(workbench().folder, FILE), TEXT);
    await workbench().openFile(FILE);
    await workbench().goTo(3, 5);
    await workbench().page.waitForTimeout(1_000);
    await keys(workbench(), 'C');
    await textIs(
      workbench(),
      /\[Trust outlived [^\]]*saw\]\{\.claim #c-trust-outlived-incentives\}\./,
    );
  });

  it('tags the block quotation as its evidence', async () => {
    await workbench().goTo(5, 6);
    await keys(workbench(), 'F');
    const targets = await question(workbench(), 'Tag as evidence for');
    assert.match(targets[0] ?? '', /Trust outlived.*2 lines above · no evidence yet/s);
    await workbench().screenshotsInThemes('tagging-1-evidence-for');
    await workbench().page.keyboard.press('Enter');
    await textIs(
      workbench(),
      /\n::: \{\.evidence #e-signed-always-paid supports=c-trust-outlived-incentives\}\n> We signed/,
    );
  });

  it('changes the kind, and asks what becomes of attributes that this does not have', async () => {
    await workbench().goTo(5, 1);
    await workbench().goTo(6, 6);
    await keys(workbench(), 'T');
    await question(workbench(), 'Change the evidence');
    await workbench().screenshot('tagging-2-kind');
    await workbench().page.keyboard.type('Claim');
    await workbench().page.keyboard.press('Enter');
    await question(workbench(), 'As claim, it has no supports');
    await workbench().page.keyboard.press('Enter');
    await textIs(workbench(), /\n::: \{\.claim #c-signed-always-paid\}\n> We signed/);
  });

  it('links the tag at the caret', async () => {
    await workbench().goTo(3, 5);
    await keys(workbench(), 'L');
    const targets = await question(workbench(), 'Link the claim');
    assert.match(targets[0] ?? '', /nobody left early/);
    await workbench().page.keyboard.type('signed');
    await workbench()
      .page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'We signed' })
      .waitFor();
    await workbench().screenshot('tagging-3-link');
    await workbench().page.keyboard.press('Enter');
    await textIs(
      workbench(),
      /\{\.claim #c-trust-outlived-incentives from=c-signed-always-paid\}\./,
    );
    await workbench().screenshotsInThemes('tagging-4-linked');
  });

  it('untags, asks about references, and gives back the text', async () => {
    await workbench().goTo(6, 6);
    await keys(workbench(), 'U');
    const choices = await question(workbench(), 'Another tag names this one');
    assert.match(choices[0] ?? '', /remove the reference/);
    await workbench().screenshot('tagging-5-untag');
    await workbench().page.keyboard.press('Enter');
    await textIs(workbench(), /incentives\}\.\n\n> We signed/);
    await workbench().goTo(3, 5);
    await keys(workbench(), 'U');
    assert.equal(await textIs(workbench(), /^(?![^]*incentives\})/), TEXT);
    await workbench().page.keyboard.press('Control+Z');
    await textIs(workbench(), /#c-trust-outlived-incentives\}\./);
  });

  it('lists the refactorings at the caret', async () => {
    await workbench().goTo(3, 5);
    await workbench().page.keyboard.press('Control+Shift+R');
    const rows = workbench().page.locator('.action-widget .monaco-list-row.action');
    await rows.filter({ hasText: 'Untag Claim' }).first().waitFor();
    await workbench().screenshot('tagging-6-refactorings');
    await workbench().page.keyboard.press('Escape');
    assert.deepEqual(await workbench().notifications(), []);
  });
});
