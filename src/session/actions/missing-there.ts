import { agreementViews } from '../../domain/agree/agreed';
import { missingThere } from '../../domain/agree/concerns';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import { inviteInForm, onMeetingForm, readMeetingForm } from '../../office/meeting-form';
import type { Session } from '../session';

type Form = Parameters<typeof missingThere>[0];

/** Looks after the meeting that the owner is writing, for as long as the pane is beside it. */
export function lookAfterForm(session: Session): void {
  let before = '';
  const look = async () => {
    const form = await formAsKnown(session);
    const seen = JSON.stringify(form);
    // Until it is known whose meeting it is, nobody can tell.
    if (form === null || seen === before || session.viewStore.view().owner === null) return;
    before = seen;
    await showMissing(session, form);
  };
  // Where Outlook does not answer nothing is said of its people, and it is asked again.
  const tryAgain = () => void look().catch(() => undefined);
  tryAgain();
  onMeetingForm(tryAgain);
  let known: readonly unknown[] = [];
  session.viewStore.watch(({ owner, lineage, loops, decisions }) => {
    const log = [owner, lineage, loops, decisions];
    if (log.every((one, at) => one === known[at])) return;
    known = log;
    // Something may have been agreed or ended, the meeting given a topic, or somebody erased, here or in another pane.
    before = '';
    tryAgain();
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
  const form = await formAsKnown(session);
  if (form !== null) await showMissing(session, form);
}

/** The form, with the topic that the log has for this very meeting. */
async function formAsKnown({ viewStore, byName }: Session): Promise<Form | null> {
  const form = await readMeetingForm();
  if (form === null || byName !== undefined) return form;
  const { topic } = viewStore.view().lineage?.rules ?? {};
  return { ...form, ...(topic === undefined ? {} : { topic }) };
}

async function showMissing({ ports, viewStore }: Session, form: Form): Promise<void> {
  const { owner } = viewStore.view();
  if (owner === null) return;
  const views = agreementViews(await ports.ledger.ownEntries(), ports.clock());
  const byTitle = missingThere({ title: form.title, invited: form.invited }, views, owner);
  const missing = missingThere(form, views, owner).map(({ person, topic }) => ({
    person,
    topic: topic.topic,
    inTitle: byTitle.some((one) => isSamePerson(one.person, person)),
  }));
  viewStore.show({ missingThere: missing });
}
