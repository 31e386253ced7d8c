import assert from 'node:assert/strict';
import { it } from 'mocha';
import { describeWorkbench } from '../harness/describeWorkbench';

describeWorkbench('the packaged extension', { workspace: 'examples/partnership' }, (workbench) => {
  it('opens without a notification', async () => {
    await workbench().screenshot('opened');
    assert.deepEqual(await workbench().notifications(), []);
  });
});
