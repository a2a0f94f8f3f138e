import { createPace, inTurns, type Steps } from '../../src/domain/pace';

/** Of the processor, not of the clock: other work on the machine is none of ours. In ms. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Goes through the steps as the pane does, and gives the longest time that nothing else would have been let in, in ms. */
export async function longestStretch(steps: Steps<unknown>): Promise<number> {
  let longest = 0;
  let begun = spent();
  const letIn = async () => {
    longest = Math.max(longest, spent() - begun);
    await new Promise((done) => setImmediate(done));
    begun = spent();
  };
  await inTurns(steps, createPace({ now: spent, letIn }));
  return Math.max(longest, spent() - begun);
}
