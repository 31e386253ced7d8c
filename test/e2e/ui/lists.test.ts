import assert from 'node:assert/strict';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';

const settings = { 'editor.minimap.enabled': false };
const options = { workspace: 'examples/partnership', settings };

describeWorkbench('the views of claims, constructs and sources', options, (workbench) => {
  const views = ['Mechanisms', 'Claims', 'Constructs', 'Sources'];
  const header = (name: string) =>
    workbench().page.locator('.pane-header', { hasText: new RegExp(`^${name}`) });

  /** Unfolds one of the views and folds the others, so that it has the side bar to itself. */
  const show = async (name: string): Promise<void> => {
    for (const other of [name, ...views.filter((view) => view !== name)]) {
      const isOpen = (await header(other).getAttribute('aria-expanded')) === 'true';
      // At its title: buttons stand further right.
      if (isOpen !== (other === name)) await header(other).click({ position: { x: 40, y: 10 } });
    }
  };

  const pictures = async (name: string): Promise<void> => {
    await workbench().page.mouse.move(900, 500);
    await workbench().screenshotsInThemes(name);
  };

  it('counts the claims that rest on nothing in the activity bar', async () => {
    await workbench().openFile('04-findings.md');
    const badge = workbench().page.locator('.activitybar .action-item .badge-content', {
      hasText: /^1$/,
    });
    await badge.waitFor();
    await workbench().openView('Warrant');
    await workbench().drag([348, 500], [620, 500]);
  });

  it('shows the claims by section, and a click reveals one', async () => {
    await show('Claims');
    await workbench().treeRows('18 of 24 claims supported').first().waitFor();
    const claim = workbench().treeRows('The core developed more new lifting').first();
    await claim.waitFor();
    assert.match((await claim.getAttribute('aria-label')) ?? '', /not supported/);
    await pictures('lists-claims');
    await claim.click();
    const selected = workbench().page.locator('.editor-group-container.active .selected-text');
    await selected.first().waitFor();
  });

  it('groups claims by type and shows those only that are not supported', async () => {
    await workbench().command('Warrant: Group Claims by');
    await workbench().pick('By Type');
    await workbench()
      .treeRows(/^Findings/)
      .first()
      .waitFor();
    await workbench().command('Warrant: Filter Claims');
    await workbench().pick('Not Supported');
    await workbench().treeRows('Propositions').first().waitFor({ state: 'hidden' });
    await workbench().treeRows('The core developed more new lifting').first().waitFor();
    assert.match(await header('Claims').innerText(), /by type · not supported/i);
    await workbench().screenshot('lists-claims-filtered');
    await workbench().command('Warrant: Show All Claims');
    await workbench().treeRows('Propositions').first().waitFor();
  });

  it('shows the constructs as a glossary, and where one is named', async () => {
    await show('Constructs');
    const term = workbench().treeRows('return on partnership investment').first();
    await term.waitFor();
    await workbench().treeRows('resilience dividend').first().waitFor();
    await workbench().expand('learning platform');
    await pictures('lists-constructs');
    await workbench().treeRows('committed core').first().hover();
    await workbench().treeRows('committed core').first().getByLabel('Peek References').click();
    await workbench().page.locator('.peekview-widget').waitFor();
    await workbench().screenshot('lists-peek');
    await workbench().page.keyboard.press('Escape');
  });

  it('shows who says what, and which evidence is not used', async () => {
    await show('Sources');
    await workbench().treeRows('head of purchasing').first().waitFor();
    await workbench().expand('head of purchasing');
    await pictures('lists-sources');
    await workbench().command('Warrant: Filter Sources');
    await workbench().pick('Not Used');
    await workbench().treeRows('head of purchasing').first().waitFor({ state: 'hidden' });
    await workbench().treeRows('s-notes').first().waitFor();
  });
});
