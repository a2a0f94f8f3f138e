import { expect, test } from 'vitest';
import type { PaneState } from '../../../src/ui/state/pane';
import { createRoamingState } from '../../../src/ui/state/roaming';
import { createFakeRoaming, NOT_ROAMING_VIEW } from '../fake-roaming';

test('An exchange that began by itself takes no switch away from the person, their own choice does until it is done', async () => {
  const asked: string[] = [];
  let done = () => {};
  const note = (verb: string) => {
    asked.push(verb);
    return new Promise<void>((resolve) => {
      done = resolve;
    });
  };
  const actions = createFakeRoaming(note, { ...NOT_ROAMING_VIEW, on: true, busy: true });
  const roaming = createRoamingState({ actions: { roaming: async () => actions } } as unknown as PaneState);
  await expect.poll(() => roaming.view.value?.busy).toBe(true);
  expect(roaming.busy.value).toBe(false);
  const switching = roaming.toggle();
  await expect.poll(() => asked).toEqual(['switchOff']);
  expect([roaming.busy.value, roaming.isOn.value]).toEqual([true, false]);
  done();
  await switching;
  expect([roaming.busy.value, roaming.isOn.value]).toEqual([false, false]);
});
