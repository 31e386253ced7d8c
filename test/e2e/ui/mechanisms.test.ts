import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import type { Locator } from 'playwright-core';
import { describeWorkbench } from '../harness/describeWorkbench';
import type { Workbench } from '../harness/workbench';

const FILE = '04-findings.md';

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

/** The rows of the Mechanisms view, as far as they are scrolled into view. */
function rows(workbench: Workbench, text?: string | RegExp): Locator {
  const pane = workbench.page.locator('.pane', {
    has: workbench.page.locator('.pane-header[aria-label^="Mechanisms"]'),
  });
  const all = pane.locator('.monaco-list-row');
  return text === undefined ? all : all.filter({ hasText: text });
}

/** Runs a command that asks something, and answers it. */
async function choose(workbench: Workbench, command: string, answer: string): Promise<void> {
  await workbench.command(command);
  await workbench.pick(answer);
}

/** Unfolds a row of the view; a click that comes while the rows are drawn anew is lost. */
async function unfold(workbench: Workbench, text: string): Promise<void> {
  const row = rows(workbench, text).first();
  await row.waitFor();
  for (let tries = 0; tries < 10; tries++) {
    if ((await row.getAttribute('aria-expanded')) !== 'false') return;
    await row.locator('.monaco-tl-twistie').click();
    await workbench.page.waitForTimeout(300);
  }
  assert.fail(`${text} cannot be unfolded`);
}

async function textIs(workbench: Workbench, wanted: RegExp): Promise<void> {
  let text = '';
  for (let tries = 0; tries < 50; tries++) {
    await workbench.command('File: Save All Files');
    text = await readFile(path.join(workbench.folder, FILE), 'utf8');
    if (wanted.test(text)) return;
    await workbench.page.waitForTimeout(300);
  }
  assert.fail(`not ${String(wanted)}: ${text}`);
}

describeWorkbench('the Mechanisms view', options, (workbench) => {
  it('shows what is missing as badges, and the fork of a mechanism', async () => {
    await workbench().openFile(FILE);
    await workbench().openView('Warrant');
    await workbench().drag([348, 500], [620, 500]);
    await workbench().foldViews('Claims', 'Constructs', 'Sources');
    await rows(workbench(), 'coercion-to-commitment path').first().waitFor();
    await unfold(workbench(), 'sorting by crisis');
    await rows(workbench(), 'Fork into 2 branches').first().waitFor();
    const label = await rows(workbench(), 'platform incubation').first().getAttribute('aria-label');
    assert.match(label ?? '', /mechanism, platform incubation.*1 thing is missing/);
    await workbench().screenshotsInThemes('mechanisms-forked');
  });

  it('groups by file and by step, and says so', async () => {
    await choose(workbench(), 'Warrant: Group Mechanisms by…', 'By File');
    await rows(workbench(), FILE).first().waitFor();
    await workbench().screenshot('mechanisms-by-file');
    await choose(workbench(), 'Warrant: Group Mechanisms by…', 'By Phase or Step');
    await rows(workbench(), 'Stages').first().waitFor();
    await workbench().screenshot('mechanisms-by-step');
    await choose(workbench(), 'Warrant: Group Mechanisms by…', 'By Mechanism');
    await rows(workbench(), 'Stages').first().waitFor({ state: 'hidden' });
  });

  it('shows only what nothing supports, and says where nothing is', async () => {
    await choose(workbench(), 'Warrant: Filter Mechanisms…', 'Unsupported');
    await rows(workbench(), 'The sceptical periphery').first().waitFor();
    await rows(workbench(), 'The committed core').first().waitFor({ state: 'hidden' });
    await workbench().screenshotsInThemes('mechanisms-unsupported');
    await workbench().command('Warrant: Search Mechanisms…');
    await workbench().answer('no such words');
    const link = workbench().page.locator('.welcome-view-content', { hasText: 'Show All' });
    await link.first().waitFor();
    await workbench().screenshot('mechanisms-nothing-found');
    await workbench().command('Warrant: Show All Mechanisms');
    await rows(workbench(), 'coercion-to-commitment path').first().waitFor();
  });

  it('follows the cursor, and the focus stays in the text', async () => {
    await workbench().openFile(FILE);
    await workbench().command('Warrant: Follow Cursor in Views');
    await workbench().goTo(69, 5);
    const selected = workbench().page.locator('.pane .monaco-list-row.selected', {
      hasText: 'Nobody paid us',
    });
    await selected.first().waitFor();
    await workbench().goTo(78, 5);
    await workbench()
      .page.locator('.pane .monaco-list-row.selected', { hasText: 'The sceptical periphery' })
      .first()
      .waitFor();
    await workbench().screenshot('mechanisms-follow-cursor');
    const isInEditor = await workbench().page.evaluate(
      () => document.activeElement?.closest('.monaco-editor') !== null,
    );
    assert.ok(isInEditor, 'the focus has left the editor');
    await workbench().command('Warrant: Stop Following Cursor in Views');
  });

  it('links evidence that is dragged onto a step, in one step of undo', async () => {
    const evidence = rows(workbench(), 'Four of the seventeen').first();
    await unfold(workbench(), 'The committed core');
    await evidence.waitFor();
    await evidence.dragTo(rows(workbench(), 'The sceptical periphery').first());
    await textIs(workbench(), /tests="c-rival:hoop:fail"\s+supports=s-periphery\}/);
    await unfold(workbench(), 'The sceptical periphery');
    await workbench().screenshot('mechanisms-dragged');
    await workbench().openFile(FILE);
    await workbench().page.keyboard.press('Control+Z');
    await textIs(workbench(), /tests="c-rival:hoop:fail"\}/);
  });

  it('refuses what cannot be linked, and says why', async () => {
    const step = rows(workbench(), 'The sceptical periphery').first();
    await step.dragTo(rows(workbench(), 'platform incubation').first());
    const notice = workbench().page.locator('.notification-toast', { hasText: 'takes one only' });
    await notice.first().waitFor();
    await workbench().command('Notifications: Clear All Notifications');
  });

  it('adds evidence to the row in focus by the keyboard', async () => {
    await rows(workbench(), 'The sceptical periphery').first().click();
    // The text is revealed, which takes the focus, and would close what a command opens.
    const heading = workbench().page.locator('.view-line', { hasText: 's-periphery' });
    await heading.first().waitFor();
    await workbench().page.waitForTimeout(500);
    await workbench().command('Warrant: Focus on Mechanisms View');
    await workbench().page.keyboard.press('Control+Alt+W');
    await workbench().page.keyboard.press('F');
    const widget = workbench().page.locator('.quick-input-widget').filter({ visible: true });
    await widget.locator('.quick-input-title', { hasText: 'Evidence for 2b' }).waitFor();
    await workbench().screenshot('mechanisms-add-evidence');
    await widget.locator('input').fill('e-lapse');
    await widget.locator('.monaco-list-row.focused', { hasText: 'e-lapse' }).waitFor();
    await workbench().page.keyboard.press('Enter');
    await textIs(workbench(), /#e-lapse[^}]*supports=s-periphery\}/);
  });
});
