import { useMemo } from 'preact/hooks';
import { SOMEBODY } from '../../domain/tell/disguise';
import { localDate } from '../../domain/time/zone';
import { subjectCopy, subjectCsv } from '../../formats/paper/subject-copy';
import { namesLeft } from '../../formats/paper/subject-lines';
import { exportName } from '../../formats/text/file-name';
import { AlsoNamed } from '../parts/controls/AlsoNamed';
import { alikeLines } from '../words/keep/erasing';
import { wordingOf } from '../words/wording';
import { useNamesChanged } from './names-changed';
import { PaperView } from './PaperView';
import type { TalkProps } from './talk';

/** One person's whole record, for that person: over all meetings that are kept. */
export function SubjectCopy({ state, person, record }: TalkProps) {
  const { owner } = state.view.value;
  const now = state.now.value;
  const zone = state.zone.value;
  const copied = useMemo(
    () =>
      owner === null ? null : { person, owner, log: record, wording: wordingOf(zone, now, owner.name), now },
    [person.key, owner?.key, record, zone, now],
  );
  const alike = useMemo(() => (copied === null ? [] : alikeLines(namesLeft(copied))), [copied]);
  const changed = useNamesChanged(alike);
  if (copied === null) return null;
  const shown = { ...copied, alsoNames: [...changed.value] };
  const name = (ending: string) => exportName(`record-of-${person.name}`, localDate(now, zone), ending);
  return (
    <>
      <AlsoNamed whom="somebody else" alike={alike} changed={changed} instead={SOMEBODY} />
      <PaperView
        state={state}
        paper={subjectCopy(shown)}
        fileName={name('html')}
        table={{ name: name('csv'), text: () => subjectCsv(shown) }}
      />
    </>
  );
}
