import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { nodeFileSystem } from '../platform/nodeFileSystem';
import { readPdfInThread } from '../platform/nodePdf';
import { loadLayoutEngine } from './layoutEngine';
import { run } from './run';

// A reader such as `head` that stops reading is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

void run(process.argv.slice(2), {
  fileSystem: nodeFileSystem,
  readPdf: readPdfInThread,
  cwd: process.cwd(),
  env: process.env,
  stdin: () => readAll(process.stdin),
  writeFile: (path, text) => writeFile(path, text),
  layoutEngine: loadLayoutEngine,
  stdout: { write: (text) => process.stdout.write(text), isTTY: process.stdout.isTTY },
  stderr: { write: (text) => process.stderr.write(text), isTTY: process.stderr.isTTY },
}).then((exitCode) => {
  process.exitCode = exitCode;
});

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
