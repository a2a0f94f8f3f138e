import { agreementViews } from '../../domain/agree/agreed';
import { missingThere } from '../../domain/agree/concerns';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import { inviteInForm, type MeetingForm, onMeetingForm, readMeetingForm } from '../../office/meeting-form';
import type { Session } from '../session';

/**
 * Looks after the meeting that the owner is writing, for as long as the pane is beside it. Where Outlook does not answer
 * nothing is said of its people, and it is asked again.
 */
export function lookAfterForm(session: Session): void {
  let before: readonly unknown[] = [];
  let isLooking = false;
  const look = async () => {
    const form = await readMeetingForm();
    if (form === null) return;
    const { owner, lineage, loops, decisions } = session.viewStore.view();
    // Something may have been agreed or ended, the meeting given a topic, or somebody erased, here or in another pane.
    const seen = [JSON.stringify(form), owner, lineage, loops, decisions];
    if (seen.every((one, at) => one === before[at])) return;
    await showMissing(session, form);
    before = seen;
  };
  onMeetingForm(() => {
    if (isLooking) return;
    isLooking = true;
    void look()
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  });
}

/** *Add*: the person stands among its people at once; the invitation goes when the meeting is sent. */
export async function inviteThere(session: Session, person: Person): Promise<void> {
  const before = await readMeetingForm();
  const isThere = before?.invited.some((one) => isSamePerson(one, person)) === true;
  if (!isThere) await inviteInForm(person);
  session.viewStore.show({
    done: `${person.name} was added to this meeting, and is invited when you send it.`,
  });
  const form = await readMeetingForm();
  if (form !== null) await showMissing(session, form);
}

async function showMissing({ ports, viewStore, byName }: Session, form: MeetingForm): Promise<void> {
  const { owner, lineage } = viewStore.view();
  // Until it is known whose meeting it is, nobody can tell.
  if (owner === null) return;
  // A log that was opened by its name is of another meeting.
  const { topic = '' } = byName === undefined ? (lineage?.rules ?? {}) : {};
  const views = agreementViews(await ports.ledger.ownEntries(), ports.clock());
  const byTitle = missingThere(form, views, owner);
  const missing = missingThere({ ...form, topic }, views, owner).map(({ person, topic: about }) => ({
    person,
    topic: about.topic,
    inTitle: byTitle.some((one) => isSamePerson(one.person, person)),
  }));
  viewStore.show({ missingThere: missing });
}
