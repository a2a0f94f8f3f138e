import type { LogScope } from '../../domain/tell/log-scope';
import { nameOf } from './names';

/** In the choice of what of the log is shown. */
export function scopeChoice(scope: LogScope): string {
  switch (scope.kind) {
    case 'meeting':
      return 'This meeting';
    case 'everything':
      return 'Everything';
    case 'person':
      return `With ${nameOf(scope.person)}`;
    case 'topic':
      return `About ${scope.topic}`;
  }
}

const JSON_TOO = 'JSON always holds everything.';

/** Beside that choice: what goes into a file. */
export function exportsHold(scope: LogScope): string {
  switch (scope.kind) {
    case 'meeting':
      return `Exports hold this meeting. ${JSON_TOO}`;
    case 'everything':
      return 'Exports hold every meeting.';
    case 'person':
      return `Exports hold the meetings with ${nameOf(scope.person)}. ${JSON_TOO}`;
    case 'topic':
      return `Exports hold what was decided about “${scope.topic}”, and the meetings where. ${JSON_TOO}`;
  }
}

/** Where no row is shown of it. */
export const NOTHING_SHOWN: Readonly<Record<LogScope['kind'], string>> = {
  meeting: 'Nothing has been recorded yet. An import can bring a log from another machine.',
  everything: 'Nothing has been recorded yet. An import can bring a log from another machine.',
  person: 'No meeting with them has been recorded yet.',
  topic: 'No meeting at which this was decided has been recorded yet.',
};

/** Of nobody by name: they were erased. */
export const FORGOTTEN = 'This person was erased from the log.';
