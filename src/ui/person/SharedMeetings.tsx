import { useSignal } from '@preact/signals';

import type { JudgedLineage } from '../../domain/judge/judged/judged';
import type { PersonRecord } from '../../domain/tell/whole-record';
import { Fold } from '../parts/controls/Fold';
import type { PaneState } from '../state/pane';
import { meetingName } from '../words/person-view';
import { PersonView } from './PersonView';

interface SharedMeetingsProps {
  readonly state: PaneState;
  readonly record: PersonRecord;
  readonly isOwner: boolean;
}

/** What the record holds about somebody, meeting by meeting: nothing is added up over several. */
export function SharedMeetings({ state, record: { person, lineages }, isOwner }: SharedMeetingsProps) {
  const isFirst = ({ id }: JudgedLineage) => lineages.length === 1 || state.lineage.peek()?.id === id;
  return (
    <section aria-labelledby="shared-meetings">
      <h2 id="shared-meetings">{isOwner ? 'Your meetings' : 'Meetings you share'}</h2>
      {lineages.length === 0 && <p class="hint">No meeting with them is kept.</p>}
      {lineages.map((lineage) => (
        <Meeting key={lineage.id} {...{ state, lineage, person, isOwner }} isFirst={isFirst(lineage)} />
      ))}
    </section>
  );
}

interface MeetingProps extends Pick<SharedMeetingsProps, 'state' | 'isOwner'> {
  readonly lineage: JudgedLineage;
  readonly person: PersonRecord['person'];
  readonly isFirst: boolean;
}

function Meeting({ isFirst, lineage, ...about }: MeetingProps) {
  const open = useSignal(isFirst);
  return (
    <Fold
      name={meetingName(lineage)}
      nameLook="shared-meeting"
      open={open.value}
      onToggle={(now) => {
        open.value = now;
      }}
    >
      {open.value && <PersonView {...about} lineage={lineage} />}
    </Fold>
  );
}
