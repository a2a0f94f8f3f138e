/** Says what is wrong in a plain sentence, without a stack, and ends the command. */
export function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
