import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { Locator } from 'playwright-core';
import { describeWorkbench } from '../harness/describeWorkbench';
import type { Workbench } from '../harness/workbench';

const options = {
  workspace: 'examples/partnership',
  settings: {
    'workbench.colorTheme': 'Default Light Modern',
    'window.autoDetectColorScheme': false,
    'editor.minimap.enabled': false,
    'warrant.readingMode.enabled': false,
  },
};

const LIST = '.suggest-widget.visible .monaco-list-row';

/** The rows of the list that is open. */
function rows(workbench: Workbench, text?: string | RegExp): Locator {
  const all = workbench.page.locator(LIST);
  return text === undefined ? all : all.filter({ hasText: text });
}

/** Types, and waits until the list holds a row. */
async function typeUntil(workbench: Workbench, text: string, row: string | RegExp): Promise<void> {
  await workbench.page.keyboard.type(text, { delay: 40 });
  await rows(workbench, row).first().waitFor();
}

async function accept(workbench: Workbench): Promise<void> {
  // A list that has just come up takes no key for a moment.
  await workbench.page.waitForTimeout(300);
  await workbench.page.keyboard.press('Enter');
}

/** Waits for a line of the active editor that matches. */
async function waitForLine(workbench: Workbench, pattern: RegExp): Promise<void> {
  // Monaco writes spaces as no-break spaces.
  const hasText = new RegExp(pattern.source.replaceAll(' ', '[ \\u00a0]'));
  const lines = workbench.page.locator('.editor-group-container.active .view-line');
  await lines.filter({ hasText }).first().waitFor();
}

describeWorkbench('completion', options, (workbench) => {
  it('writes a tag with the keyboard: kind, id, attribute and what it names', async () => {
    await workbench().openFile('05-discussion.md');
    await workbench()
      .statusBarItem(/\d+ claims, \d+ supported/)
      .waitFor();
    await workbench().goTo(3, 1);
    await workbench().page.keyboard.press('Enter');
    await workbench().page.keyboard.press('Enter');
    await workbench().goTo(3, 1);
    await workbench().type('Quite so [members stayed put');
    await workbench().page.keyboard.press('End');
    await typeUntil(workbench(), '{.cl', '.claim');
    await workbench().screenshotsInThemes('completion-kind');
    await accept(workbench());
    await waitForLine(workbench(), /\]\{\.claim #c-members-stayed-put\}/);
    await workbench().page.keyboard.press('Tab');
    await typeUntil(workbench(), ' ev', 'evidence');
    await workbench().screenshot('completion-attribute');
    await accept(workbench());
    await rows(workbench(), 'e-').first().waitFor();
    await workbench().screenshot('completion-ids');
    await accept(workbench());
    await waitForLine(workbench(), /\{\.claim #c-members-stayed-put evidence="[e@][\w-]+"\}/);
  });

  it('stays quiet while prose is typed, and offers tags at a slash', async () => {
    await workbench().goTo(4, 1);
    await workbench().page.keyboard.type('this claim. One step, and/or evidence: 5 ', {
      delay: 30,
    });
    await workbench().page.waitForTimeout(500);
    assert.equal(await rows(workbench()).count(), 0);
    await typeUntil(workbench(), '/ev', '/evidence');
    await workbench().screenshot('completion-slash');
    await accept(workbench());
    await waitForLine(workbench(), /5 \[what was said.*\]\{\.evidence #e-1/);
  });

  it('offers works of the bibliography in prose', async () => {
    await workbench().page.keyboard.press('Escape');
    await workbench().page.keyboard.press('Escape');
    await workbench().goTo(5, 1);
    await workbench().page.keyboard.press('Escape');
    await typeUntil(workbench(), 'As [@', '@ring1994');
    await workbench().screenshot('completion-works');
    await workbench().page.keyboard.press('Escape');
  });
});
