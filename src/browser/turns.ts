import type { Turns } from '../domain/pace';

/** How this page takes turns: what a person does comes first. */
export const turns: Turns = { now: () => performance.now(), letIn: nextTask };

/** Not a timer: those wait four milliseconds each, and a second where the pane is hidden. */
function nextTask(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
