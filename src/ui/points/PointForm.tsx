import { useMemo, useRef } from 'preact/hooks';

import { POINT_SORTS, type Point } from '../../domain/facts/decided/point';
import type { JudgedLineage, JudgedOccurrence } from '../../domain/judge/judged/judged';
import { Field } from '../parts/controls/Field';
import { Fold } from '../parts/controls/Fold';
import { Form, FormActions } from '../parts/controls/Form';
import { Choice, TextBox, TextLine } from '../parts/controls/inputs';
import { useFirstFocus } from '../parts/controls/keep-focus';
import type { PaneState } from '../state/pane';
import { createRaisingState, EVERYBODY, type PointTyped, SOMEBODY_ELSE } from '../state/points/raising';
import { faultWords } from '../words/decide/decision-faults';
import { byName } from '../words/names';
import { POINT_FAULT_WORDS, SORT_WORDS } from '../words/points';

interface PointFormProps {
  readonly state: PaneState;
  readonly lineage: JudgedLineage;
  readonly occurrence: JudgedOccurrence;
  readonly typed?: PointTyped;
  readonly onSaved: (made: Point) => void;
  readonly onClose: () => void;
}

/** One sentence, and with whom; the rest for whoever wants it. */
export function PointForm({ state, lineage, occurrence, typed, onSaved, onClose }: PointFormProps) {
  const form = useMemo(
    () => createRaisingState(state, lineage, occurrence, onSaved, typed),
    [occurrence.key],
  );
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const { text, sort, withWhom, address, topic, deadline, occurrence: raisedIn } = form.draft.value;
  const fault = faultWords(form.faults.value, POINT_FAULT_WORDS);
  const hasBegun = occurrence.effective.start <= state.now.value;
  const aboutWhom = fault('person-unknown', 'person-is-owner');
  return (
    <div ref={box}>
      <Form name="Raise a point" onSave={form.save}>
        <Field label="Point" fault={fault('text-missing', 'text-too-long')}>
          <TextBox value={text} onSet={(typed) => form.change({ text: typed })} />
        </Field>
        <Field label="With">
          <Choice
            of={[
              ...(lineage.oneToOne && form.others.length > 0
                ? []
                : [[EVERYBODY, 'Everybody in this meeting'] as const]),
              ...byName(form.others),
              [SOMEBODY_ELSE, 'Somebody else…'],
            ]}
            value={withWhom}
            onSet={(key) => form.change({ withWhom: key })}
          />
        </Field>
        {withWhom === SOMEBODY_ELSE && (
          <Field label="Address" fault={aboutWhom}>
            <TextLine value={address} onSet={(typed) => form.change({ address: typed })} />
          </Field>
        )}
        <Fold name="More about it">
          <div class="two roomy">
            <Field label="It is">
              <Choice
                of={POINT_SORTS.map((one) => [one, SORT_WORDS[one]])}
                value={sort}
                onSet={(one) => form.change({ sort: one })}
              />
            </Field>
            <Field label="By" optional fault={fault('deadline-unknown', 'deadline-past')}>
              <TextLine type="date" value={deadline} onSet={(day) => form.change({ deadline: day })} />
            </Field>
            <Field label="Topic" optional fault={fault('topic-too-long', 'topic-empty')}>
              <TextLine value={topic} onSet={(typed) => form.change({ topic: typed })} />
            </Field>
            {hasBegun && (
              <Field label="Raised in">
                <Choice
                  of={[
                    ['', 'Not in a meeting'],
                    [occurrence.key, `This meeting, ${state.time.value.day(occurrence.effective.start)}`],
                  ]}
                  value={raisedIn ?? ''}
                  onSet={(key) => form.change({ occurrence: key === '' ? null : key })}
                />
              </Field>
            )}
          </div>
        </Fold>
        <FormActions save="Save point" busy={form.busy.value} leave="Close" onLeave={onClose} />
      </Form>
    </div>
  );
}
