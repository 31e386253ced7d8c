import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { it } from 'mocha';
import type { Frame, Locator } from 'playwright-core';
import { accessibilityFaults } from '../harness/accessibility';
import { describeWorkbench } from '../harness/describeWorkbench';
import { frameTimes } from '../harness/frameTimes';

const settings = { 'editor.minimap.enabled': false, 'editor.stickyScroll.enabled': false };
const options = { workspace: 'examples/partnership', settings };

/** As many claims as pieces of evidence, with three links for each claim. */
function largeManuscript(size: number): string {
  const parts = Array.from({ length: size }, (_, n) => {
    const heading = n % 20 === 0 ? `# Part ${n / 20 + 1}\n\n` : '';
    const grounds = [n, (n * 7) % size, (n * 13) % size].map((one) => `e-${one}`).join(' ');
    const claim = `[Claim number ${n}, which is said in a sentence of usual length]{.claim #c-${n} evidence="${grounds}"}`;
    return `${heading}${claim}: ["Words of informant ${n}"]{.evidence #e-${n}}.\n\n`;
  });
  return `---\nwarrant: true\n---\n\n${parts.join('')}`;
}

describeWorkbench('the claim–evidence matrix', options, (workbench) => {
  let matrix: Frame;
  const cell = (label: RegExp): Locator => matrix.getByRole('gridcell', { name: label });
  const noViolations = async () => assert.deepEqual(await accessibilityFaults(matrix), []);

  it('shows which claims rest on which evidence', async () => {
    await workbench().openFile('04-findings.md');
    await workbench()
      .statusBarItem(/24 claims/)
      .waitFor();
    await workbench().command('Warrant: Open Claim–Evidence Matrix');
    matrix = await workbench().webview('.grid');
    await cell(/^support; .*I told them.*Firms joined/).waitFor();
    await workbench().screenshot('matrix-light');
    await noViolations();
  });

  it('is read in dark and in high contrast', async () => {
    await workbench().setTheme('Default Dark Modern');
    await workbench().screenshot('matrix-dark');
    await noViolations();
    await workbench().setTheme('Default High Contrast');
    await workbench().screenshot('matrix-high-contrast');
    await noViolations();
    await workbench().setTheme();
  });

  it('leads from a cell to the link in the text', async () => {
    await cell(/^support; .*I had not read it.*Firms joined/).click();
    const line = workbench().page.locator('.view-line', { hasText: 'e-sign' });
    await line.first().waitFor();
  });

  it('writes the attribute where an empty cell is linked, and one undo takes it back', async () => {
    await matrix.locator('.grid').focus();
    // Trust outgrew the contract rests on the keys alone; the coats stand in the first column.
    await matrix.getByRole('rowheader', { name: /^Trust outgrew/ }).click();
    await matrix.locator('.grid').press('ArrowRight');
    await matrix.locator('.grid').press('Enter');
    await matrix.getByRole('menuitem', { name: 'Link: it supports the claim' }).waitFor();
    await workbench().screenshot('matrix-menu');
    await noViolations();
    await matrix.getByRole('menuitem', { name: 'Link: it supports the claim' }).click();
    await cell(/^support; .*Owners keep their coats.*Trust outgrew/).waitFor();
    const written = workbench().page.locator('.view-line', { hasText: 'supports=c-trust' });
    await written.first().waitFor();
    await workbench().screenshot('matrix-linked');
    await matrix.locator('.grid').press('Control+z');
    await written.first().waitFor({ state: 'hidden' });
    await cell(/^support; .*Owners keep their coats.*Trust outgrew/).waitFor({ state: 'hidden' });
  });

  it('removes a link, and follows an edit in the text', async () => {
    await matrix.getByRole('rowheader', { name: /^Trust outgrew/ }).click();
    const link = cell(/^support; .*hands his keys.*Trust outgrew/);
    await link.click({ button: 'right' });
    await matrix.getByRole('menuitem', { name: 'Remove this support' }).click();
    await link.waitFor({ state: 'hidden' });
    await matrix.getByRole('rowheader', { name: /^Trust outgrew.*rests on nothing/ }).waitFor();
    await matrix.locator('.grid').press('Control+z');
    await link.waitFor();
  });

  it('says why a link that comes of nesting cannot be removed here', async () => {
    await matrix.getByRole('button', { name: /rows and columns/ }).click();
    await matrix.getByRole('menuitemcheckbox', { name: 'Mechanisms and steps' }).click();
    await matrix.getByRole('rowheader', { name: /^crews visit/ }).waitFor();
    await cell(/^support; .*list.*crews visit/).click({ button: 'right' });
    await matrix.getByRole('menuitem', { name: 'Remove this support' }).click();
    await matrix.locator('.said', { hasText: 'stands inside' }).waitFor();
    await workbench().screenshot('matrix-steps');
    await matrix.getByRole('button', { name: /rows and columns/ }).click();
    await matrix.getByRole('menuitemcheckbox', { name: 'Claims' }).click();
  });

  it('shows sources and tests, groups, sorts and filters', async () => {
    await matrix.getByRole('button', { name: /rows and columns/ }).click();
    await matrix.getByRole('menuitemcheckbox', { name: 'Sources' }).click();
    await matrix.getByRole('columnheader', { name: /^safety director/ }).waitFor();
    await matrix.getByRole('button', { name: /^Filter: / }).click();
    await matrix.getByRole('menuitemcheckbox', { name: /^Thin rows/ }).click();
    await matrix.getByRole('rowheader', { name: /^Firms joined/ }).waitFor({ state: 'hidden' });
    await workbench().screenshot('matrix-thin-sources');
    await matrix.getByRole('button', { name: /rows and columns/ }).click();
    await matrix.getByRole('menuitemcheckbox', { name: 'Tests' }).click();
    await matrix.getByRole('columnheader', { name: /^Hoop/ }).waitFor();
    await matrix
      .getByRole('button', { name: /^Filter/ })
      .first()
      .click();
    await matrix.getByRole('menuitemcheckbox', { name: 'All rows' }).click();
    await matrix.getByRole('searchbox', { name: 'Filter rows' }).fill('nowhere else');
    await cell(/hoop failed/).waitFor();
    await workbench().screenshot('matrix-tests');
    await noViolations();
    await matrix.getByRole('searchbox', { name: 'Filter rows' }).fill('');
  });

  it('stays smooth with 300 claims and 300 pieces of evidence', async () => {
    await matrix.getByRole('button', { name: /rows and columns/ }).click();
    await matrix.getByRole('menuitemcheckbox', { name: 'Evidence' }).click();
    await writeFile(path.join(workbench().folder, 'large.md'), largeManuscript(300));
    await workbench().command('View: Focus First Editor Group');
    await workbench().openFile('large.md');
    matrix = await workbench().webview('.grid[aria-colcount="301"]');
    await cell(/^support; .*#e-0; Claim number 0,/).waitFor();
    await workbench().screenshot('matrix-large');
    const drawn = await matrix.locator('.grid *').count();
    console.log(`    300 × 300: ${drawn} elements in the grid`);
    assert.ok(drawn < 3000, 'only what is in sight is in the document');
    for (const [name, step] of Object.entries({
      // What is to be done besides.
      'at rest': { down: 0, right: 0 },
      down: { down: 24, right: 0 },
      'to the right': { down: 0, right: 24 },
      'both ways, fast': { down: 160, right: 120 },
    })) {
      const { work, elapsed } = await frameTimes(matrix, '.grid', step, 60);
      const words = ({ median, p95, most }: typeof work) =>
        `median ${median.toFixed(1)}, p95 ${p95.toFixed(1)}, most ${most.toFixed(1)} ms`;
      console.log(`    ${name}: a frame costs ${words(work)}, and takes ${words(elapsed)}`);
    }
    await matrix.locator('.grid').focus();
    await matrix.locator('.grid').press('Control+End');
    await cell(/#e-299; Claim number 299,/).waitFor();
    await noViolations();
  });

  it('comes back as it was when the window is loaded anew', async () => {
    await workbench().openFile('04-findings.md');
    await workbench()
      .statusBarItem(/24 claims/)
      .waitFor();
    await workbench().command('Warrant: Open Claim–Evidence Matrix');
    const before = await workbench().webview('.grid');
    await before.getByRole('button', { name: /rows and columns/ }).click();
    await before.getByRole('menuitemcheckbox', { name: 'Sources' }).click();
    await before.getByRole('columnheader', { name: /^safety director/ }).waitFor();
    const loaded = workbench().page.waitForEvent('domcontentloaded');
    await workbench().command('Developer: Reload Window');
    await loaded;
    const after = await workbench().webview('.grid');
    await after.getByRole('columnheader', { name: /^safety director/ }).waitFor();
    await workbench().screenshot('matrix-restored');
  });
});
