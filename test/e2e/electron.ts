/**
 * Runs the tests inside the extension host in a desktop VS Code, downloaded by
 * `@vscode/test-electron`: where its host can be reached, such as on GitHub. Needs a display (Xvfb).
 * Argument: a version, or `stable`.
 */
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleTests } from './harness/bundle';
import { copyWorkspace } from './harness/workspace';

const repository = process.cwd();
const tests = path.join(repository, '.cache/e2e/suite-electron');

await bundleTests(path.join(repository, 'test/e2e'), {
  kind: 'suite',
  host: 'node',
  readable: true,
  outfile: `${tests}.js`,
});
const workspace = await copyWorkspace(path.join(repository, 'examples/partnership'));
try {
  await runTests({
    version: process.argv[2] ?? 'stable',
    cachePath: path.join(repository, '.cache/vscode-test'),
    extensionDevelopmentPath: repository,
    extensionTestsPath: tests,
    launchArgs: [workspace.folder, '--disable-extensions', '--disable-workspace-trust'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await workspace.remove();
}
