import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';

const FILE = '04-findings.md';
/** Where the altered quotation begins, counted from 1. */
const START = 13;
const OTHER = '05-discussion.md';
const INVENTED =
  '["Nobody ever wrote down what the rules of the yard were."]{.evidence source=s-owner display=context}';
const TRUE = 'I had not read it';
const ALTERED = 'I had read it';

const settings = { 'editor.minimap.enabled': false, 'files.autoSave': 'off' };
const options = { workspace: 'examples/partnership', settings };

describeWorkbench('quotations', options, (workbench) => {
  const text = () => readFile(path.join(workbench().folder, FILE), 'utf8');

  const alter = async () => {
    const altered = (await text()).replace(
      `["We signed on the Friday. ${TRUE}`,
      `["We signed on the Friday. ${ALTERED}`,
    );
    await writeFile(path.join(workbench().folder, FILE), altered);
  };

  it('are compared with their source, and the hover shows what differs', async () => {
    await alter();
    await workbench().openFile(FILE);
    await workbench().goTo(START);
    const rows = await workbench().problems('altered-quotation');
    assert.match(await rows.first().innerText(), /not/);
    await workbench().hidePanel();
    const hover = await workbench().hover('We signed on', /altered|had not|source/i);
    await workbench().page.waitForTimeout(500); // It fades in.
    await workbench().screenshotsInThemes('quotation-hover');
    assert.match(hover, /had not|not/);
    await workbench().endHover();
  });

  it('lead to their passage in the source', async () => {
    await workbench().goTo(START, 40);
    await workbench().page.keyboard.press('F12');
    await workbench().page.locator('.tab.active', { hasText: 'scaffolding-owner.txt' }).waitFor();
    const line = workbench().page.locator('.editor-group-container.active .view-line', {
      hasText: /We.signed.on.the.Friday/,
    });
    await line.first().waitFor();
    await workbench().screenshot('quotation-passage');
    await workbench().openFile(FILE);
  });

  it('are given back the words of the source by a quick fix', async () => {
    await workbench().goTo(START);
    await workbench().quickFix('We signed on', 'Restore');
    await workbench().page.locator('.tab.active.dirty').waitFor();
    await workbench().save();
    assert.match(await text(), new RegExp(TRUE));
  });

  it('are summed up, and gone through one after the other with the keyboard alone', async () => {
    await alter();
    // A second one in doubt, in another file.
    const other = path.join(workbench().folder, OTHER);
    const before = await readFile(other, 'utf8');
    if (!before.includes(INVENTED)) await writeFile(other, `${before}\n${INVENTED}\n`);
    await workbench().goTo(1);
    await workbench().problems('altered-quotation');
    await workbench().hidePanel();
    await workbench().command('Warrant: Check All Quotations');
    const { page } = workbench();
    const row = (text: string | RegExp) =>
      page.locator('.quick-input-list .monaco-list-row', { hasText: text });
    const title = (text: string) => page.locator('.quick-input-title', { hasText: text });
    await row('lost a not').waitFor();
    await row('not found').waitFor();
    await workbench().screenshotsInThemes('quotations-all');
    await page.keyboard.press('Enter');
    await title('1 of 2 · lost a not').waitFor();
    await row(/Restore/).waitFor();
    // It is selected, and goes on in the next line.
    await workbench()
      .statusBarItem(new RegExp(`Ln (${START}|${START + 1}),.*selected`))
      .waitFor();
    await workbench().screenshotsInThemes('quotations-walk');
    await page.keyboard.press('s');
    // Beside the text; the one that F12 opened may still be there.
    await page.locator('.tab.active', { hasText: 'scaffolding-owner.txt' }).waitFor();
    await title('1 of 2').waitFor();
    await page.waitForTimeout(300);
    await workbench().screenshot('quotations-walk-passage');
    await page.keyboard.press('n');
    await title('2 of 2 · not found').waitFor();
    await page.locator('.tab.active', { hasText: OTHER }).waitFor();
    await page.keyboard.press('p');
    await title('1 of 2 · lost a not').waitFor();
    await row(/Restore/).waitFor();
    await page.keyboard.press('Enter');
    await title('1 of 1 · not found').waitFor();
    await workbench().screenshot('quotations-walk-mended');
    await page.keyboard.press('q');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await workbench().openFile(FILE);
    await workbench().save();
    assert.match(await text(), new RegExp(TRUE));
  });
});
