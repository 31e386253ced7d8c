import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import { withoutTags } from '../../tools/withoutTags';
import { describeWorkbench } from '../harness/describeWorkbench';
import type { Workbench } from '../harness/workbench';

const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'window.autoDetectColorScheme': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'files.autoSave': 'off',
};

/** The question of the pass, once its title fits. */
async function question(workbench: Workbench, title: RegExp): Promise<string[]> {
  const widget = workbench.page.locator('.quick-input-widget').filter({ visible: true });
  await widget.locator('.quick-input-title', { hasText: title }).waitFor();
  return widget.locator('.quick-input-list .monaco-list-row').allInnerTexts();
}

const press = (workbench: Workbench, key: string) => workbench.page.keyboard.press(key);

/** The text of the page on disk, after it was saved. */
async function saved(workbench: Workbench, file: string): Promise<string> {
  await workbench.save();
  return readFile(path.join(workbench.folder, file), 'utf8');
}

describeWorkbench(
  'a tagging pass',
  { workspace: 'examples/orchestration', settings },
  (workbench) => {
    let page = '';

    /**
     * Writes the findings of the example as they were before they were tagged, but for a plainly signalled one before the block
     * quotation, and a README that says the same.
     */
    async function writeUntagged(): Promise<void> {
      const paper = await readFile(path.join(workbench().folder, 'index.qmd'), 'utf8');
      const findings = paper.slice(paper.indexOf('# Findings'), paper.indexOf('## Coordinating'));
      const leadIn = 'The owner has not forgotten:';
      assert.ok(findings.includes(leadIn));
      const signalled = withoutTags(findings).replace(
        leadIn,
        'Our analysis shows that the purchase did not end with the order:',
      );
      page = `---\ntitle: Findings\nbibliography: refs.bib\n---\n\n${signalled}`;
      assert.doesNotMatch(page, /[{}]/);
      await writeFile(path.join(workbench().folder, 'untagged.qmd'), page);
      await writeFile(path.join(workbench().folder, 'again.qmd'), page);
      const phrases =
        '---\nbibliography: refs.bib\n---\n\nWe found that trust outlived the bonus.\n\nWe define _trust_ as the readiness to rely on others.\n';
      await writeFile(path.join(workbench().folder, 'phrases.md'), phrases);
      await writeFile(path.join(workbench().folder, 'README.md'), page.replace(/^---.*?---/s, ''));
    }

    it('is announced in the status bar before anything is tagged', async () => {
      await writeUntagged();
      await workbench().openFile('untagged.qmd');
      const item = workbench().statusBarItem(/0 tags · \d+ likely findings · \d+ quotations/);
      await item.waitFor();
      assert.deepEqual(await workbench().notifications(), []);
      await workbench().screenshot('pass-1-status-light');
    });

    it('goes from suggestion to suggestion by the keyboard alone', async () => {
      await press(workbench(), 'Control+Alt+W');
      await press(workbench(), 'W');
      const choices = await question(workbench(), /Tagging Pass: 1 of \d+ · looks like a finding/);
      assert.match(choices.join(), /Tag as finding/);
      await workbench().screenshot('pass-2-finding-light');
      await press(workbench(), 'Enter');
      await question(workbench(), /Tagging Pass: 2 of/);
      await press(workbench(), 'u');
      await question(workbench(), /Tagging Pass: 1 of/);
      await press(workbench(), 'Enter');
      await question(workbench(), /Tagging Pass: 2 of/);
    });

    it('links a block quotation to the finding beside it in the same gesture', async () => {
      let step = 2;
      for (; ; step++) {
        const choices = await question(workbench(), new RegExp(`Tagging Pass: ${String(step)} of`));
        const all = choices.join();
        if (all.includes('Tag as evidence for') && all.includes('We bought it as')) break;
        await press(workbench(), 'Enter');
      }
      await workbench().screenshot('pass-3-quotation-light');
      // As the README shows it; `docs/images` has a copy.
      const clip = { x: 340, y: 28, width: 940, height: 560 };
      await workbench().page.screenshot({ path: 'test-results/tagging-pass.png', clip });
      await press(workbench(), 'Enter');
      await question(
        workbench(),
        new RegExp(`Tagging Pass: ${String(step + 1)} of \\d+ · looks like`),
      );
    });

    it('skips a passage, and tags one as another kind', async () => {
      const title = workbench().page.locator('.quick-input-title').filter({ visible: true });
      const at = Number(/Tagging Pass: (\d+) of/.exec(await title.innerText())?.[1]);
      await press(workbench(), 's');
      await question(workbench(), new RegExp(`Tagging Pass: ${String(at + 1)} of`));
      await press(workbench(), 'o');
      const kinds = await question(workbench(), /Tagging Pass: \d+ of \d+ · another kind/);
      assert.match(kinds.join(), /Assumption/);
      await press(workbench(), 'a');
      await question(workbench(), new RegExp(`Tagging Pass: ${String(at + 2)} of`));
    });

    it('goes on to the end, says what came of it, and leaves a tagged page', async () => {
      const widget = workbench().page.locator('.quick-input-widget').filter({ visible: true });
      const title = widget.locator('.quick-input-title');
      for (let before = ''; (await widget.count()) > 0;) {
        const now = await title.innerText({ timeout: 500 }).catch(() => '');
        if (now !== before && now !== '') await press(workbench(), 'Enter');
        else await workbench().page.waitForTimeout(30);
        before = now;
      }
      const summary = workbench().page.locator('.notification-toast', {
        hasText: 'Tagging pass: tagged',
      });
      await summary.first().waitFor();
      await workbench().screenshot('pass-4-summary-light');
      const text = await saved(workbench(), 'untagged.qmd');
      assert.match(
        text,
        /\n::: \{\.evidence #e-[\w-]+ supports=c-[\w-]+\}\n> We bought it as finished\./,
      );
      assert.match(text, /\{\.claim #c-[\w-]+ type=assumption\}/);
      assert.ok((text.match(/\{\.claim/g) ?? []).length >= 4, text);
      assert.equal(withoutTags(text).replace(/\s+/g, ' '), page.replace(/\s+/g, ' '));
      await workbench()
        .statusBarItem(/0 tags/)
        .waitFor({ state: 'hidden' });
    });

    it('can be stopped, and taken up again at the caret; dark', async () => {
      await workbench().setTheme('Default Dark Modern');
      await workbench().openFile('again.qmd');
      await workbench()
        .statusBarItem(/0 tags · \d+ likely findings/)
        .click();
      await question(workbench(), /Tagging Pass: 1 of/);
      await press(workbench(), 's');
      await question(workbench(), /Tagging Pass: 2 of/);
      await workbench().screenshot('pass-5-finding-dark');
      await press(workbench(), 'Escape');
      await workbench()
        .statusBarItem(/0 tags/)
        .waitFor();
      await workbench().page.keyboard.press('Escape');
      await workbench().screenshot('pass-6-marks-dark');
    });

    it('goes on in a text that is edited while a question is open', async () => {
      await workbench().goTo(10, 5);
      await press(workbench(), 'Control+Alt+W');
      await press(workbench(), 'W');
      await question(workbench(), /Tagging Pass: 1 of/);
      await workbench().page.locator('.view-line', { hasText: 'Structuring' }).last().click();
      await press(workbench(), 'End');
      await workbench().type(', and more of them');
      await press(workbench(), 'Control+Alt+W');
      await press(workbench(), 'W');
      await workbench().page.locator('.quick-input-widget input:focus').waitFor();
      await press(workbench(), 'Enter');
      await question(workbench(), /Tagging Pass: 2 of/);
      await press(workbench(), 'q');
      const text = await saved(workbench(), 'again.qmd');
      assert.equal(text.match(/\{\.claim/g)?.length, 1, text);
      const edited = page.replace(/^(## Structuring.*)$/m, '$1, and more of them');
      assert.equal(withoutTags(text).replace(/\s+/g, ' '), edited.replace(/\s+/g, ' '));
    });

    it('never suggests anything again for a phrase, unless that is taken back', async () => {
      const settingsFile = path.join(workbench().folder, '.vscode', 'settings.json');
      await workbench().openFile('phrases.md');
      await workbench().goTo(5, 1);
      await press(workbench(), 'Control+Alt+W');
      await press(workbench(), 'W');
      const choices = await question(workbench(), /Tagging Pass: 1 of 2/);
      assert.match(choices.join(), /Never for “we found that”/);
      await press(workbench(), 'n');
      await question(workbench(), /Tagging Pass: 2 of 2/);
      assert.match(await readFile(settingsFile, 'utf8'), /"we found that"/);
      await press(workbench(), 'u');
      await question(workbench(), /Tagging Pass: 1 of 2/);
      assert.doesNotMatch(await readFile(settingsFile, 'utf8'), /we found that/);
      await press(workbench(), 'Escape');
    });

    it('has a light bulb beside it, which tags as another kind as well', async () => {
      const hover = await workbench().hover('found that', 'Looks like a finding');
      assert.match(hover, /“We found that”: it reports.*Tag as finding · Another kind…/s);
      await workbench().screenshot('pass-8-hover-dark');
      await workbench().endHover();
      const titles = await workbench().quickFixes('found that');
      assert.ok(titles.some((title) => title.includes('Looks like a finding: tag it as claim')));
      await workbench().screenshot('pass-7-light-bulb-dark');
      await press(workbench(), 'Escape');
      await workbench().quickFix('found that', 'Tag as another kind');
      await question(workbench(), /Tag as/);
      await press(workbench(), 'k');
      const tag = workbench().page.locator('.editor-group-container.active .view-line', {
        hasText: '.construct',
      });
      await tag.first().waitFor();
    });

    it('bothers nobody in a file that is no manuscript', async () => {
      await workbench().openFile('README.md');
      await workbench().page.waitForTimeout(2_500);
      assert.equal(
        await workbench()
          .statusBarItem(/0 tags/)
          .count(),
        0,
      );
    });
  },
);
