import type { LogScope } from '../../domain/tell/log-scope';
import { writtenName } from './wording';

/** What a table holds, for whoever reads it. */
export function scopeWords(scope: LogScope): string {
  switch (scope.kind) {
    case 'everything':
      return 'every meeting of which a log is kept';
    case 'meeting':
      return scope.title === '' ? 'one meeting, without a title' : `one meeting: ${scope.title}`;
    case 'person':
      return `the meetings to which ${writtenName(scope.person)} was invited, or came`;
    case 'topic':
      return `what was decided about ${scope.topic}, and the meetings at which it was`;
  }
}

/** The name of its file tells it as well; `Mail me the log` has it as its subject. */
export function scopeTitle(scope: LogScope): string {
  switch (scope.kind) {
    case 'everything':
      return 'loopkeeper-log';
    case 'meeting':
      return scope.title === '' ? 'loopkeeper-log of one meeting' : `loopkeeper-log ${scope.title}`;
    case 'person':
      return `loopkeeper-log with ${writtenName(scope.person)}`;
    case 'topic':
      return `loopkeeper-log about ${scope.topic}`;
  }
}
