import { Button } from '../parts/controls/Button';
import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import { LongWork } from '../parts/long/LongWork';
import { exportsHold } from '../words/log-scope';
import type { ShowingState } from './showing-state';

const STOPPED = 'Stopped: nothing is shown.';

/** Which part of the log is on screen; what is taken out of it is said there as well. */
export const Showing = ({ showing }: { readonly showing: ShowingState }) => (
  <>
    <Field label="Showing" hint={exportsHold(showing.scope.value)}>
      <Choice of={showing.offered.value} value={showing.name.value} onSet={showing.choose} />
    </Field>
    <LongWork work={showing.work} said={showing.stopped.value ? STOPPED : showing.said.value} />
    {showing.stopped.value && (
      <Button look="link" onPress={showing.readAgain}>
        Read it after all
      </Button>
    )}
  </>
);
