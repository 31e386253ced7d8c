import assert from 'node:assert/strict';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';

/** As the pictures of the README show it. */
const settings = { 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false };
const options = { workspace: 'examples/partnership', settings };

describeWorkbench('the packaged extension', options, (workbench) => {
  /** Keeps a part of the window; `docs/images` has copies of these. */
  const picture = async (name: string, [x, y, width, height]: [number, number, number, number]) => {
    const clip = { x, y, width, height };
    await workbench().page.screenshot({ path: `test-results/${name}.png`, clip });
  };

  it('opens without a notification', async () => {
    await workbench().openFile('04-findings.md');
    await workbench().squiggles('warning').first().waitFor();
    assert.deepEqual(await workbench().notifications(), []);
  });

  it('shows findings in the text and in Problems, with the rule as a link', async () => {
    const rows = await workbench().problems('no outcome');
    await rows.first().waitFor();
    const text = await rows.first().innerText();
    assert.match(text, /platform incubation/);
    assert.match(text, /incomplete-mechanism/);
    const missing = await workbench().problems('e-minuts');
    await missing.first().waitFor();
    await workbench().goTo(90);
    await workbench().screenshot('1-squiggles-and-problems');
    await picture('findings', [348, 205, 932, 635]);
  });

  it('opens the documentation of a rule from Problems, rendered and at its heading', async () => {
    const rows = await workbench().problems('unsupported-finding');
    await rows.locator('a', { hasText: 'unsupported-finding' }).first().click();
    const documentation = await workbench().webview('#unsupported-finding');
    const heading = documentation.locator('#unsupported-finding');
    await heading.waitFor();
    // Scrolled there, not merely somewhere on the page.
    const top = () => heading.evaluate((element) => element.getBoundingClientRect().top);
    for (let tries = 0; tries < 50 && Math.abs(await top()) > 400; tries++) {
      await workbench().page.waitForTimeout(100);
    }
    assert.ok(Math.abs(await top()) <= 400, `the heading stands at ${String(await top())}`);
    await workbench().screenshot('8-documentation-of-a-rule');
    await workbench().command('View: Close Editor');
    await workbench().openFile('04-findings.md');
  });

  it('says in the status bar how many claims are supported', async () => {
    await workbench().openFile('04-findings.md');
    const item = workbench().statusBarItem(/\d+ claims, \d+ supported/);
    await item.waitFor();
    // Who edits the project is still at work on the manuscript.
    await workbench().openFile('warrant.yaml');
    await workbench().page.waitForTimeout(1000);
    await item.waitFor();
    await workbench().openFile('04-findings.md');
  });

  it('defines a construct on hover, at a plain-text use', async () => {
    await workbench().hidePanel();
    await workbench().goTo(87);
    const hover = await workbench().hover('committed core, and it came', 'committed core');
    await workbench().page.waitForTimeout(500); // It fades in.
    await workbench().screenshot('2-hover-construct');
    await picture('hover', [348, 217, 932, 266]);
    assert.match(hover, /member|firm/i);
    await workbench().endHover();
  });

  it('shows the mechanisms with their steps, and a click reveals the text', async () => {
    await workbench().openView('Warrant');
    await workbench().foldViews('Claims', 'Constructs', 'Sources');
    await workbench().treeRows('coercion-to-commitment path').first().waitFor();
    await workbench().expand('platform incubation');
    await workbench().treeRows('no outcome').first().waitFor();
    await workbench().drag([348, 500], [620, 500]);
    await workbench().screenshot('3-mechanisms');
    await picture('mechanisms', [0, 30, 616, 380]);
    await workbench().drag([620, 500], [348, 500]);
    await workbench()
      .treeRows(/Stage 3|Crisis-catalysed/)
      .first()
      .click();
    const line = workbench().page.locator('.editor-group-container.active .view-line', {
      hasText: /Stage\s3/,
    });
    await line.first().waitFor();
  });

  it('mends an unknown id by a quick fix, and the squiggle goes', async () => {
    await workbench().openView('Explorer');
    await workbench().openFile('04-findings.md');
    // What is wrong stands in the attributes, which reading mode shows in the line of the caret.
    await workbench().goTo(94);
    await workbench().squiggles('error').first().waitFor();
    await workbench().screenshot('4-quick-fix-before');
    await workbench().quickFix('e-minuts', 'e-minutes');
    await workbench().squiggles('error').first().waitFor({ state: 'hidden' });
    await workbench().screenshot('5-quick-fix-after');
    const rows = await workbench().problems('e-minuts');
    await rows.first().waitFor({ state: 'hidden' });
    await workbench().hidePanel();
  });

  it('follows an edit in the Mechanisms view', async () => {
    await workbench().openView('Warrant');
    await workbench().foldViews('Claims', 'Constructs', 'Sources');
    await workbench().treeRows('platform incubation').first().waitFor();
    await workbench().expand('platform incubation');
    await workbench().openFile('04-findings.md');
    // Behind the trigger of platform incubation.
    await workbench().goTo(26, 42);
    // Until the quotation mark closes, Pandoc reads no tag, and the mechanism goes; it comes back folded open as it was.
    await workbench().type(' outcome="trust');
    await workbench().treeRows('platform incubation').first().waitFor({ state: 'hidden' });
    await workbench().type(' among crews"');
    await workbench().treeRows('trust among crews').first().waitFor();
    await workbench().treeRows('no outcome').first().waitFor({ state: 'hidden' });
    await workbench().screenshot('6-mechanisms-after-edit');
  });

  it('tags the sentence at the caret as a claim from the palette', async () => {
    await workbench().openFile('05-discussion.md');
    await workbench().goTo(3, 5);
    await workbench().command('Warrant: Tag Selection as Claim');
    const tag = workbench().page.locator('.editor-group-container.active .view-line', {
      hasText: '#c-answer-runs-against',
    });
    await tag.first().waitFor();
    await workbench().screenshot('7-tagged');
  });

  it('tags by the keyboard, and hides the summary where no manuscript is in front', async () => {
    await workbench().goTo(13, 5);
    await workbench().page.keyboard.press('Control+Alt+W');
    await workbench().page.keyboard.press('E');
    const tag = workbench().page.locator('.editor-group-container.active .view-line', {
      hasText: '#e-two-statements',
    });
    await tag.first().waitFor();
    const summary = workbench().statusBarItem(/claims?, \d+ supported/);
    await summary.waitFor();
    await workbench().openFile('refs.bib');
    await summary.waitFor({ state: 'hidden' });
  });
});
