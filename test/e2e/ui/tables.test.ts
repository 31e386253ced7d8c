import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';
import { eventually } from '../harness/eventually';

const FILE = '04-findings.md';
/** The line of the quotation that changes, counted from 1. */
const QUOTED = 13;

const CODINGS = `guid,code,quotation,source,place
d1000001-0000-4000-8000-000000000001,Fear,I did not sleep for a week,Interview 3.docx,min 9
d1000002-0000-4000-8000-000000000002,Place,The men came to my kitchen table,Interview 3.docx,min 12
`;

/** Of what is restricted, nothing is in the figure until a construct is tagged in it. */
const SECRET = `---
warrant:
  pseudonyms: names.yaml
  sources:
    - {id: i01, kind: interview, informant: owner, access: restricted}
---

[Pay]{.construct #k-pay tier=theme}
[what Anna de Vries gets]{.construct #k-gets tier=concept parent=k-pay}
["Nobody paid us."]{.evidence #e-paid source=i01 constructs=k-gets}
`;

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'window.autoDetectColorScheme': false,
  'files.autoSave': 'off',
  // Asks only where there is something that is restricted.
  'warrant.export.include': 'restricted',
};
const options = { workspace: 'examples/partnership', settings };

describeWorkbench('tables from the tags', options, (workbench) => {
  const text = () => readFile(path.join(workbench().folder, FILE), 'utf8');

  it('are put in where the caret is, and found up to date', async () => {
    const { page } = workbench();
    await workbench().openFile(FILE);
    await workbench()
      .statusBarItem(/\d+ claims/)
      .waitFor({ timeout: 60_000 });
    const lines = (await text()).split('\n');
    await workbench().goTo(lines.length);
    await workbench().command('Warrant: Insert Table…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Proof quotes' }).waitFor();
    await workbench().screenshotsInThemes('tables-pick');
    await workbench().pick('Proof quotes');
    await page
      .locator('.editor-group-container.active .view-line', { hasText: 'table=proof-quotes' })
      .first()
      .waitFor();
    await workbench().screenshotsInThemes('tables-inserted');
    await workbench().save();
    assert.match(await text(), /\n::: \{\.warrant-table table=proof-quotes made=[0-9a-f]{8}\}\n\|/);
    await workbench().command('Warrant: Refresh Tables…');
    await workbench()
      .statusBarItem(/table is up to date/)
      .waitFor();
  });

  it('are made anew when asked to, with a look at what changes', async () => {
    const { page } = workbench();
    const file = path.join(workbench().folder, FILE);
    const before = await text();
    await writeFile(
      file,
      before.replace(
        '["We signed on the Friday. I had not',
        '["We signed on the Friday. I did not',
      ),
    );
    await workbench().goTo(QUOTED);
    // The watcher of files takes a moment.
    await page
      .locator('.editor-group-container.active .view-line', { hasText: /I.did.not.read.it/ })
      .waitFor();
    await workbench().command('Warrant: Refresh Tables…');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'new or changed' });
    await row.waitFor();
    await row.hover();
    await workbench().screenshotsInThemes('tables-refresh');
    await row.hover();
    await row.locator('.codicon-diff').click();
    await page.locator('.monaco-diff-editor .view-line', { hasText: /“We.signed.*did/ }).waitFor();
    await workbench().screenshot('tables-difference');
    await page.locator('.quick-input-widget input.input').first().focus();
    await page.keyboard.press('Enter');
    await row.waitFor({ state: 'hidden' });
    await page.locator('.tab', { hasText: 'as the tags say' }).waitFor({ state: 'detached' });
    await workbench().openFile(FILE);
    await workbench().save();
    const after = await text();
    assert.equal(after.match(/I did not read it\. You/g)?.length, 2);
    assert.doesNotMatch(after, /I had not read it\. You/);
  });

  it('stand beside evidence that is inserted from a QDA project', async () => {
    const { folder, page } = workbench();
    const config = path.join(folder, 'warrant.yaml');
    await writeFile(path.join(folder, 'codings.csv'), CODINGS);
    await writeFile(config, `qda: codings.csv\n${await readFile(config, 'utf8')}`);
    const lines = (await text()).split('\n');
    await workbench().goTo(lines.length);
    const rows = page.locator('.quick-input-list .monaco-list-row');
    const passage = rows.filter({ hasText: 'The men came to my kitchen table' });
    // The watcher of files takes a moment; until then there is no QDA project.
    for (let tries = 0; tries < 10 && !(await passage.isVisible()); tries++) {
      await workbench().command('Warrant: Insert Evidence from QDA Project…');
      await passage.waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
    await workbench().screenshotsInThemes('qda-pick');
    await page.locator('.quick-input-widget input.input').first().fill('kitchen');
    await rows.filter({ hasText: 'I did not sleep' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    const inserted = page
      .locator('.editor-group-container.active .view-line', { hasText: /qda=d1000002/ })
      .first();
    await inserted.waitFor();
    await workbench().screenshotsInThemes('qda-inserted');
    await workbench().save();
    assert.match(
      await text(),
      /\[“The men came to my kitchen table”\]\{\.evidence #e-[\w-]+ loc="min 12" qda=d1000002\}/,
    );
  });

  it('ask before what others may not read, or a real name, is written to a file', async () => {
    const { folder, page } = workbench();
    await writeFile(path.join(folder, 'names.yaml'), 'Anna de Vries: Karin Bosman\n');
    await writeFile(path.join(folder, 'secret.md'), SECRET);
    await workbench().openFile('secret.md');
    await workbench().command('Warrant: Export Data Structure as Figure…');
    const dialog = page.locator('.monaco-dialog-box');
    const names = dialog.getByText(
      '1 real name would be written (whose pseudonym is Karin Bosman)',
    );
    await names.waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    const words = 'Nobody paid [the wage]{.construct tier=concept}';
    await writeFile(path.join(folder, 'secret.md'), SECRET.replace('Nobody paid', words));
    await page.locator('.view-line', { hasText: /the.wage/ }).waitFor();
    await workbench().command('Warrant: Export Data Structure as Figure…');
    await dialog.getByText('1 piece of evidence is restricted.').waitFor();
    await workbench().screenshotsInThemes('export-access');
    await dialog.getByRole('button', { name: 'Leave Out' }).click();
    await names.waitFor();
    await workbench().screenshotsInThemes('export-names');
    assert.doesNotMatch((await dialog.textContent()) ?? '', /Anna|Vries/);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page
      .locator('.markers-panel')
      .getByText(/A real name stands here/)
      .waitFor();
    await workbench()
      .statusBarItem(/Ln 9, Col 20 \(13 selected\)/)
      .waitFor();
    await workbench().screenshot('export-where');
    assert.equal(await page.locator('.quick-input-widget:visible').count(), 0);
    await workbench().command('Warrant: Export Data Structure as Figure…');
    await dialog.getByRole('button', { name: 'Include' }).click();
    await dialog.getByRole('button', { name: 'Write All the Same' }).click();
    const name = page.locator('.quick-input-widget input.input').first();
    // VS Code puts in the folder first, and the name when it has looked into it.
    await eventually('a name is proposed', async () =>
      (await name.inputValue()).endsWith('data-structure.svg'),
    );
    await page.keyboard.press('Enter');
    await page
      .getByText(/data structure was saved as data-structure\.svg/)
      .first()
      .waitFor();
    await workbench().screenshotsInThemes('export-saved');
    assert.match(await readFile(path.join(folder, 'data-structure.svg'), 'utf8'), /Vries/);
  });
});
