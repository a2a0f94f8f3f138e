import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import type { PointWord } from '../../domain/facts/decided/point';
import type { PointHistory } from '../../domain/points/point-history';
import { Field } from '../parts/controls/Field';
import { Form, FormActions } from '../parts/controls/Form';
import { held, TextBox } from '../parts/controls/inputs';
import { useFirstFocus } from '../parts/controls/keep-focus';
import type { PointsState } from '../state/points/points';
import { POINT_WORD_FAULT_WORDS } from '../words/points';

interface PointAnswerProps {
  readonly points: PointsState;
  readonly history: PointHistory;
  readonly label: string;
  readonly word: Omit<PointWord, 'words'>;
  readonly onClose: () => void;
}

/** What came of it, in words that may be left out. */
export function PointAnswer({ points, history, label, word, onClose }: PointAnswerProps) {
  const words = useSignal('');
  const tooLong = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box);
  const save = async () => {
    tooLong.value = !(await points.say(history, { ...word, words: words.peek() }));
  };
  return (
    <div ref={box}>
      <Form name={`${label}: ${history.name}`} onSave={save}>
        <Field
          label={label}
          optional
          fault={tooLong.value ? POINT_WORD_FAULT_WORDS['words-too-long'] : undefined}
        >
          <TextBox {...held(words)} />
        </Field>
        <FormActions save="Save" busy={points.busy.value} onLeave={onClose} />
      </Form>
    </div>
  );
}
