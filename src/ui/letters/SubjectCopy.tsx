import { localDate } from '../../domain/time/zone';
import { subjectCopy, subjectCsv } from '../../formats/paper/subject-copy';
import { exportName } from '../../formats/text/file-name';
import { wordingOf } from '../words/wording';
import { PaperView } from './PaperView';
import type { TalkProps } from './talk';

/** One person's whole record, for that person: over all meetings that are kept. */
export function SubjectCopy({ state, person, record }: TalkProps) {
  const { owner } = state.scene.value;
  if (owner === null) return null;
  const now = state.now.value;
  const zone = state.zone.value;
  const copied = { person, owner, log: record, wording: wordingOf(zone, now, owner.name), now };
  const name = (ending: string) => exportName(`record-of-${person.name}`, localDate(now, zone), ending);
  return (
    <PaperView
      state={state}
      paper={subjectCopy(copied)}
      fileName={name('html')}
      table={{ name: name('csv'), text: () => subjectCsv(copied) }}
    />
  );
}
