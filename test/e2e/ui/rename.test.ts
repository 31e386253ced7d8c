import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';

const FROM = 'c-sort';
const TO = 'c-crisis';

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'window.autoDetectColorScheme': false,
  'files.autoSave': 'off',
};
const options = { workspace: 'examples/partnership', settings };

describeWorkbench('renaming an id', options, (workbench) => {
  const textOf = (file: string) => readFile(path.join(workbench().folder, file), 'utf8');

  it('changes it in all files of the paper, by the keyboard alone', async () => {
    const { page } = workbench();
    assert.match(await textOf('04-findings.md'), new RegExp(`#${FROM}\\b`));
    await workbench().openFile('04-findings.md');
    await workbench()
      .statusBarItem(/\d+ claims/)
      .waitFor({ timeout: 60_000 });
    const lines = (await textOf('04-findings.md')).split('\n');
    const line = lines.findIndex((text) => text.includes(`#${FROM}`));
    const column = (lines[line] ?? '').indexOf(`#${FROM}`) + 3;
    await workbench().goTo(line + 1, column);
    await workbench().screenshot('rename-before');
    await page.keyboard.press('F2');
    const input = page.locator('.rename-box input:focus');
    await input.waitFor();
    assert.equal(await input.inputValue(), FROM);
    await page.keyboard.type(TO);
    await workbench().screenshotsInThemes('rename-typed');
    await page.keyboard.press('Enter');
    await page
      .locator('.editor-group-container.active .view-line', { hasText: `#${TO}` })
      .first()
      .waitFor();
    await workbench().screenshotsInThemes('rename-after');
    await page.keyboard.press('Control+K');
    await page.keyboard.press('s');
    // Saving goes on after the tabs say so.
    for (const file of ['01-introduction.md', '04-findings.md', '05-discussion.md']) {
      const old = new RegExp(`\\b${FROM}\\b`);
      for (let tries = 0; tries < 100 && old.test(await textOf(file)); tries++) {
        await page.waitForTimeout(100);
      }
      assert.doesNotMatch(await textOf(file), old, file);
    }
    assert.match(await textOf('04-findings.md'), new RegExp(`#${TO}\\b`));
  });
});
