import { agreementViews } from '../../domain/agree/agreed';
import { missingThere } from '../../domain/agree/concerns';
import { isSamePerson, type Person } from '../../domain/facts/things/person';
import { inviteInForm, type MeetingForm, onMeetingForm, readMeetingForm } from '../../office/meeting-form';
import type { Session } from '../session';

/** Looks after the meeting that the owner is writing, for as long as the pane is beside it. */
export function lookAfterForm(session: Session): void {
  let last: MeetingForm | null = null;
  let before = '';
  const show = oneAtATime(async () => {
    if (last !== null) await showMissing(session, last);
  });
  // Outlook bears few questions at a time, and the pane has others for it.
  const look = oneAtATime(async () => {
    const form = await readMeetingForm();
    const seen = JSON.stringify(form);
    if (form === null || seen === before) return;
    before = seen;
    last = form;
    show();
  });
  look();
  onMeetingForm(look);
  let known: readonly unknown[] = [];
  session.viewStore.watch(({ owner, lineage, loops, decisions }) => {
    const log = [owner, lineage, loops, decisions];
    if (log.every((one, at) => one === known[at])) return;
    known = log;
    // Something may have been agreed or ended, the meeting given a topic, or somebody erased, here or in another pane.
    show();
  });
}

/** What is asked for meanwhile is done once, afterwards. What fails is tried again with the next wish: nobody waits for it. */
function oneAtATime(work: () => Promise<void>): () => void {
  let isWanted = false;
  let isBusy = false;
  const run = async () => {
    isBusy = true;
    while (isWanted) {
      isWanted = false;
      await work().catch(() => undefined);
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
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
