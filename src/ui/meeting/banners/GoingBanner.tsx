import { Banner } from '../../parts/Banner';
import { Button } from '../../parts/controls/Button';
import type { PaneState } from '../../state/pane';
import { monthWords } from '../../words/decide/look-back';
import { goneWords } from '../../words/keep/forgetting';

/** What is taken out of the log soon, with the way to keep it; and a clock that nothing else agrees with. */
export function GoingBanner({ state }: { readonly state: PaneState }) {
  const { going = null, erasing = null, clockAhead = null } = state.view.value;
  const day = (at: number) => state.time.value.longDay(at);
  const keep = () => state.attempt(async () => (await state.actions.keeper()).keepRows());
  const keepErased = () => state.attempt(async () => (await state.actions.keeper()).keepErased());
  return (
    <>
      {clockAhead !== null && (
        <Banner tone="warning">
          The clock of this computer says {day(clockAhead.clock)}; nothing that Outlook or this log knows is
          later than {day(clockAhead.known)}. If the clock is wrong, set it right. Nothing is deleted before
          both agree.
        </Banner>
      )}
      {erasing !== null && (
        <Banner
          tone="warning"
          action={
            <Button small onPress={keepErased}>
              Undo
            </Button>
          }
        >
          Somebody was erased on another machine or by a file ({goneWords(erasing.wouldGo)}). Nothing here
          shows or exports them any more; what this log knew goes for good{' '}
          {erasing.at === null ? 'a week after the clock is sure' : `on ${day(erasing.at)}`}. Undo keeps it on
          this machine.
        </Banner>
      )}
      {going !== null && (
        <Banner
          tone="warning"
          action={
            <Button small onPress={keep}>
              Undo
            </Button>
          }
        >
          {going.elsewhere ? 'Another machine or a file has reduced rows' : 'Rows'} about people up to{' '}
          {monthWords(going.until)} ({goneWords(going.wouldGo)}).{' '}
          {going.at === null
            ? 'They become monthly counts a week after the clock is sure.'
            : `They become monthly counts on ${day(going.at)}.`}{' '}
          Points and promises that were closed by then go with them.
          {' Undo keeps them on this machine.'}
        </Banner>
      )}
    </>
  );
}
