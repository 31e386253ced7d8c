/**
 * Runs the body of a script. An error that escapes it becomes a message without a stack and exit
 * code 2.
 * @param {() => Promise<void>} body
 */
export async function explain(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
