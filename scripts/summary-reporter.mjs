/**
 * A reporter for vitest: the last line of the output says `N passed, N failed` and nothing else.
 * A skipped test and a file that cannot be loaded count as failed: nothing is skipped silently. A browser test that
 * passed only when it was run again is named: it passes, and is still a fault to be found.
 */
import { writeSync } from 'node:fs';

const count = { passed: 0, failed: 0 };
const complaints = [];

export default class SummaryReporter {
  onTestRunStart() {
    process.once('exit', () => {
      for (const complaint of complaints) writeSync(1, `${complaint}\n`);
      writeSync(1, `${count.passed} passed, ${count.failed} failed\n`);
    });
  }

  onTestRunEnd(modules, errors) {
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1;
      for (const suite of module.children.allSuites()) {
        if (suite.errors().length > 0) count.failed += 1;
      }
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') count.passed += 1;
        else count.failed += 1;
        if (test.diagnostic()?.flaky) complaints.push(`Passed only when run again: ${test.fullName}`);
        if (state === 'skipped' || state === 'pending') complaints.push(`Not run: ${test.fullName}`);
      }
    }
    count.failed += errors.length;
    if (count.passed + count.failed === 0) {
      complaints.push('No test was run.');
      count.failed = 1;
    }
    if (count.failed > 0) process.exitCode = 1;
  }
}
