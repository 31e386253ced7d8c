import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';

const FILE = '04-findings.md';
/** Where the altered quotation begins, counted from 1. */
const START = 13;
const TRUE = 'I had not read it';
const ALTERED = 'I had read it';

const settings = { 'editor.minimap.enabled': false, 'files.autoSave': 'off' };
const options = { workspace: 'examples/partnership', settings };

describeWorkbench('quotations', options, (workbench) => {
  const text = () => readFile(path.join(workbench().folder, FILE), 'utf8');

  it('are compared with their source, and the hover shows what differs', async () => {
    const file = path.join(workbench().folder, FILE);
    await writeFile(
      file,
      (await text()).replace(
        `["We signed on the Friday. ${TRUE}`,
        `["We signed on the Friday. ${ALTERED}`,
      ),
    );
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

  it('are summed up, and one is gone to', async () => {
    await workbench().goTo(1);
    await workbench().command('Warrant: Check All Quotations');
    const { page } = workbench();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'lost a not' }).waitFor();
    await workbench().screenshotsInThemes('quotations-all');
    await workbench().pick('lost a not');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    // It is selected, and goes on in the next line.
    await workbench()
      .statusBarItem(new RegExp(`Ln (${START}|${START + 1}),.*selected`))
      .waitFor();
  });

  it('are given back the words of the source by a quick fix', async () => {
    await workbench().goTo(START);
    await workbench().quickFix('We signed on', 'Restore');
    await workbench().page.locator('.tab.active.dirty').waitFor();
    await workbench().save();
    assert.match(await text(), new RegExp(TRUE));
  });
});
