import assert from 'node:assert/strict';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';
import type { Workbench } from '../harness/workbench';

const options = {
  workspace: 'examples/partnership',
  settings: {
    'workbench.colorTheme': 'Default Light Modern',
    'window.autoDetectColorScheme': false,
    'window.autoDetectHighContrast': false,
    'editor.minimap.enabled': false,
  },
};

/** What the author sees of the text; markup that takes no room is none of it. */
const seen = async ({ page }: Workbench, editor = '.editor-group-container.active') => {
  const text = await page.locator(`${editor} .view-lines`).evaluate((element) =>
    [...element.querySelectorAll('.view-line > span > span')]
      .filter((piece) => getComputedStyle(piece).fontSize !== '0px')
      .map(({ textContent }) => textContent)
      .join(''),
  );
  return text.replaceAll('\u00a0', ' ');
};

/** Waits until what is seen is as it should be. */
async function seenTo(
  workbench: Workbench,
  what: string,
  isSo: (text: string) => boolean,
): Promise<void> {
  let text = '';
  for (let tries = 0; tries < 100; tries++) {
    text = await seen(workbench);
    if (isSo(text)) return;
    await workbench.page.waitForTimeout(100);
  }
  assert.fail(`${what}: ${text}`);
}

const isProse = (text: string): boolean => text.includes('Stage') && !/\{[.#]/.test(text);

describeWorkbench('reading', options, (workbench) => {
  const toggle = async (): Promise<void> => {
    await workbench().page.keyboard.press('Control+Alt+W');
    await workbench().page.keyboard.press('R');
  };

  it('shows prose, and chips in place of braces', async () => {
    await workbench().openFile('04-findings.md');
    await workbench().goTo(1, 1);
    await seenTo(workbench(), 'braces are hidden', isProse);
    await workbench().screenshotsInThemes('reading');
  });

  it('shows the markup everywhere when it is switched off, and hides it again', async () => {
    await toggle();
    await seenTo(workbench(), 'braces are shown', (text) => !isProse(text));
    await workbench().screenshot('reading-off');
    await toggle();
    await seenTo(workbench(), 'braces are hidden again', isProse);
  });

  it('shows the markup in the line of the caret alone', async () => {
    await workbench().goTo(9, 5);
    await seenTo(workbench(), 'the line is open', (text) => text.includes('{.claim #c-sign'));
    const text = await seen(workbench());
    assert.equal(text.split('{.').length, 2, text);
    await workbench().screenshotsInThemes('reading-caret');
  });

  it('shows both in high contrast', async () => {
    await workbench().setTheme('Default High Contrast');
    const text = await seen(workbench());
    assert.equal(text.split('{.').length, 2, text);
    await workbench().screenshot('reading-high-contrast');
    await workbench().setTheme();
  });

  it('leaves comparisons alone', async () => {
    await workbench().openFile('04-findings.md');
    await workbench().goTo(1, 1);
    await seenTo(workbench(), 'braces are hidden', isProse);
    await workbench().type(' and more');
    await seenTo(workbench(), 'braces stay hidden', isProse);
    await workbench().command('File: Compare Active File with Saved');
    const changed = '.monaco-diff-editor .modified';
    await workbench().page.locator(`${changed} .view-line`).first().waitFor();
    await workbench().page.waitForTimeout(1000);
    assert.match(await seen(workbench(), changed), /\{\.claim/);
    await workbench().screenshot('reading-comparison');
  });

  it('copies without tags', async () => {
    await workbench().command('View: Close All Editors');
    await workbench().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench().openFile('03-method.md');
    await workbench().command('Warrant: Copy without Tags');
    await workbench().statusBarItem('was copied without tags').waitFor();
    const copied = await workbench().page.evaluate('navigator.clipboard.readText()');
    assert.match(String(copied), /^# Case and method\n/);
    assert.doesNotMatch(String(copied), /\{\.(claim|evidence|construct)/);
  });

  it('says above tags what they rest on, and peeks at it', async () => {
    await workbench().openFile('04-findings.md');
    const lens = (text: string) =>
      workbench().page.locator('.codelens-decoration a', { hasText: text });
    await lens('2 evidence').first().waitFor();
    await workbench().screenshot('reading-lenses');
    await lens('2 evidence').first().click();
    await workbench().page.locator('.peekview-widget .ref-tree').waitFor();
    await workbench().screenshot('reading-lenses-peek');
    await workbench().page.keyboard.press('Escape');
    const missing = lens('no warrant').first();
    await missing.click();
    await seenTo(workbench(), 'the attribute is opened', (text) => text.includes(' warrant=""'));
    await workbench().screenshot('reading-lenses-write');
  });

  it('has hints that say what ids stand for, in the line of the caret alone', async () => {
    await workbench().setFolderSettings({ 'warrant.inlayHints.enabled': true });
    await workbench().command('View: Revert and Close Editor');
    await workbench().openFile('04-findings.md');
    await workbench().goTo(1, 1);
    await seenTo(workbench(), 'braces are hidden', isProse);
    await workbench().goTo(36, 5);
    await seenTo(workbench(), 'the words are shown', (text) =>
      text.includes('“You go there to find'),
    );
    const text = await seen(workbench());
    assert.equal(text.split('foreman of an insulation').length, 2, text);
    await workbench().screenshot('reading-hints-caret');
  });

  it('has them everywhere when it is switched off', async () => {
    await toggle();
    await seenTo(workbench(), 'all are shown', (text) => /s-foreman\s*foreman of an/.test(text));
    await workbench().screenshot('reading-hints');
  });
});
