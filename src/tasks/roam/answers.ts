import { keyOfFile } from '../../domain/forget/roaming';
import { unopenedKeys } from './lock';
import type { UnsealedQuestion } from './news';
import type { RoamPorts } from './roam-ports';
import { endedHere } from './state';
import { change } from './turn';

/** What the person said of files that nobody sealed: for the texts they were asked about, and no others. */
export const answerUnsealed = (
  ports: RoamPorts,
  { files }: UnsealedQuestion,
  takesIn: boolean,
): Promise<void> =>
  change(ports, (state) => ({
    ...state,
    notes: Object.fromEntries(
      Object.entries(state.notes).map(([name, note]) =>
        note.why === 'unsealed' && files[name] === note.digest
          ? [name, { ...note, answer: takesIn ? 'yes' : 'no' } as const]
          : [name, note],
      ),
    ),
  }));

/** Another machine ended the protection with this key; the person says whether it ends here as well. */
export const answerEnding = (ports: RoamPorts, id: string, ends: boolean): Promise<void> =>
  change(ports, (state) =>
    ends ? endedHere(state, [id]) : { ...state, goesOn: [...new Set([...state.goesOn, id])] },
  );

/** The sealed files are not this person's: roaming goes on beside them. */
export async function goWithout(ports: RoamPorts): Promise<void> {
  const boxes = (await ports.folder.list()).flatMap(({ name }) => keyOfFile(name) ?? []);
  await change(ports, (state) => ({
    ...state,
    foreign: [...new Set([...state.foreign, ...unopenedKeys(state, state), ...boxes])],
  }));
}
