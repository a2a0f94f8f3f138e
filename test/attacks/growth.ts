/** Processor time of this process: other work on the machine makes no work of ours longer by it. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const ROUNDS = 3;
function quickest(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = spent();
    work();
    least = Math.min(least, spent() - before);
  }
  return least;
}

/** What takes less cannot be compared; sizes grow until it takes more, or to the largest. */
const MEASURABLE = 15;
/** Four times the text takes four times as long, and sixteen times where each sign meets each other one. */
const TOO_MUCH = 9;
/** What is chance is not the same so many times in a row. */
const TRIES = 4;

interface Sizes {
  readonly smallest: number;
  readonly largest: number;
}

/** How many times longer it takes for four times the text, where that is too much; null where it is not. */
export function overgrowth(
  work: (text: string) => unknown,
  textOf: (length: number) => string,
  { smallest, largest }: Sizes,
): number | null {
  for (let size = smallest; size <= largest; size *= 2) {
    const [small, large] = [textOf(size / 4), textOf(size)];
    const before = spent();
    work(large);
    if (spent() - before < MEASURABLE) continue;
    let least = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < TRIES && least > TOO_MUCH; attempt += 1) {
      // Each in turn, so that a phase in which everything is slow meets both.
      const [short, long] = [quickest(() => work(small)), quickest(() => work(large))];
      least = Math.min(least, long / short);
    }
    return least > TOO_MUCH ? least : null;
  }
  return null;
}
