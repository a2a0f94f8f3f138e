import { agreementViews } from '../../domain/agree/agreed';
import { missingThere } from '../../domain/agree/concerns';
import type { Person } from '../../domain/facts/things/person';
import { inviteInForm, onMeetingForm, readMeetingForm } from '../../office/meeting-form';
import type { Session } from '../session';

/** Looks after the meeting that the owner is writing, for as long as the pane is beside it. */
export function lookAfterForm(session: Session): void {
  let before = '';
  const look = async () => {
    const form = await readMeetingForm();
    const seen = JSON.stringify(form);
    // Until it is known whose meeting it is, nobody can tell.
    if (form === null || seen === before || session.viewStore.view().owner === null) return;
    before = seen;
    await showMissing(session, form);
  };
  // Where Outlook does not answer nothing is said of its people, and it is asked again.
  const tryAgain = () => void look().catch(() => undefined);
  const again = () => {
    before = '';
    tryAgain();
  };
  tryAgain();
  onMeetingForm(tryAgain);
  // Something may have been agreed meanwhile, or somebody erased.
  session.ports.ledger.onOtherPane(again);
}

/** *Add*: the person stands among its people at once; the invitation goes when the meeting is sent. */
export async function inviteThere(session: Session, person: Person): Promise<void> {
  await inviteInForm(person);
  session.viewStore.show({
    done: `${person.name} was added to this meeting, and is invited when you send it.`,
  });
  const form = await readMeetingForm();
  if (form !== null) await showMissing(session, form);
}

async function showMissing(
  { ports, viewStore }: Session,
  form: Parameters<typeof missingThere>[0],
): Promise<void> {
  const { owner } = viewStore.view();
  if (owner === null) return;
  const views = agreementViews(await ports.ledger.ownEntries(), ports.clock());
  const { topic = '' } = viewStore.view().lineage?.rules ?? {};
  const missing = missingThere({ ...form, topic }, views, owner).map((one) => ({
    person: one.person,
    topic: one.topic.topic,
  }));
  viewStore.show({ missingThere: missing });
}
