import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import type { Frame } from 'playwright-core';
import { describeWorkbench } from '../harness/describeWorkbench';
import type { Workbench } from '../harness/workbench';

/** A window in a theme, whatever the system prefers. */
const inTheme = (theme: string, workspace = 'examples/partnership') => ({
  workspace,
  settings: {
    'workbench.colorTheme': theme,
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
  },
});

/** Opens the preview of a file in front, and gives its document. */
async function preview(workbench: Workbench, file: string): Promise<Frame> {
  await workbench.openFile(file);
  await workbench.command('Markdown: Open Preview');
  return workbench.webview('.warrant-claim');
}

describeWorkbench('the preview', inTheme('Default Light Modern'), (workbench) => {
  let page: Frame;

  it('shows tags as highlighted words with labels, without their braces', async () => {
    page = await preview(workbench(), '04-findings.md');
    const claim = page.locator('#c-sign');
    assert.match(await claim.innerText(), /Firms joined because staying out/);
    assert.equal(await claim.locator('> .warrant-label').innerText(), 'claim');
    const words = await page.locator('body').innerText();
    assert.doesNotMatch(words, /\{[.#]|\]\{|evidence=/);
    assert.match((await claim.getAttribute('title')) ?? '', /^Claim · finding · #c-sign\n/);
    const background = await claim.evaluate((element) => getComputedStyle(element).backgroundColor);
    assert.notEqual(background, 'rgba(0, 0, 0, 0)', 'the styles are there');
    await workbench().screenshot('preview-light');
    const clip = { x: 388, y: 130, width: 852, height: 480 };
    await workbench().page.screenshot({ path: 'test-results/preview.png', clip });
  });

  it('jumps from a claim to its evidence', async () => {
    const target = page.locator('#e-own');
    const top = () => target.evaluate((element) => element.getBoundingClientRect().top);
    const before = await top();
    await page.locator('#c-sort a[href="#e-own"]').click();
    for (let tries = 0; tries < 50 && Math.abs(await top()) > 300; tries++) {
      await workbench().page.waitForTimeout(100);
    }
    assert.ok(Math.abs(await top()) <= 300, `from ${String(before)} to ${String(await top())}`);
    await workbench().screenshot('preview-jumped');
  });

  it('follows what is typed', async () => {
    await workbench().command('View: Close All Editors');
    await workbench().openFile('05-discussion.md');
    await workbench().command('Markdown: Open Preview to the Side');
    page = await workbench().webview('.warrant-claim');
    await workbench().command('View: Focus First Editor Group');
    await workbench().goTo(3, 1);
    await workbench().type('[It pays]{.claim #c-typed}, [so]{.hunch #c-hunch}. ');
    await page.locator('#c-typed.warrant-claim').waitFor();
    await page.locator('#c-hunch:not(.warrant)').waitFor();
    await workbench().screenshot('preview-beside');
    await workbench().save();
  });

  it('shows the kinds that warrant.yaml adds', async () => {
    await workbench().openFile('warrant.yaml');
    await workbench().goTo(1, 1);
    await workbench().type('vocabulary: {kinds: {hunch: {is: claim}}}\n');
    await workbench().save();
    await workbench().webview('#c-hunch.warrant-claim');
  });

  it('shows braces where the setting switches it off', async () => {
    const folder = path.join(workbench().folder, '.vscode');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'settings.json'), '{"warrant.preview.enabled": false}');
    await workbench().webview('p:has-text("[It pays]{.claim #c-typed}")');
  });
});

const RMARKDOWN = inTheme('Default Light Modern', 'examples/motivation');

describeWorkbench('the preview of R Markdown', RMARKDOWN, (workbench) => {
  let page: Frame;

  it('is opened by a command of its own, and shows tags', async () => {
    await workbench().openFile('paper.Rmd');
    await workbench().command('Warrant: Open Preview to the Side');
    page = await workbench().webview('.warrant-claim');
  });

  for (const [name, theme] of [
    ['dark', 'Default Dark Modern'],
    ['high-contrast', 'Default High Contrast'],
    ['high-contrast-light', 'Default High Contrast Light'],
  ] as const) {
    it(`shows tags in ${theme}`, async () => {
      await workbench().setTheme(theme);
      // The theme is passed on after the text.
      await page.locator(`body.vscode-${name}`).waitFor();
      await workbench().screenshot(`preview-${name}`);
      if (name === 'dark') return;
      const claim = page.locator('span.warrant-claim').first();
      const colours = await claim.evaluate((element) => {
        const label = element.querySelector('.warrant-label') ?? element;
        return [
          getComputedStyle(element).borderBottomColor,
          getComputedStyle(label).backgroundColor,
        ];
      });
      assert.equal(colours[0], colours[1]);
    });
  }
});
