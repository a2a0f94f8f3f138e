import { Field } from '../parts/controls/Field';
import { Choice } from '../parts/controls/inputs';
import { LanguageChoice } from '../parts/controls/LanguageChoice';
import type { RecapLetter } from '../port/actions';
import type { RecapState } from '../state/recap';
import { nameOf } from '../words/names';

const keyOf = ({ to }: RecapLetter): string => to[0]?.key ?? '';
const addressee = ({ to: [first] }: RecapLetter): string => (first === undefined ? 'Nobody' : nameOf(first));

/** One mail each or one to all, whose mail is on screen, and in which language it is. */
export function WhichMail({ recap }: { readonly recap: RecapState }) {
  const { together, letters, shown } = recap;
  const letter = shown.value;
  if (letter === null) return null;
  const several = recap.ticked.value > 1;
  return (
    <>
      {(several || together.value) && (
        <Field
          label="Send as"
          hint={together.value ? 'Everybody sees who else gets it.' : 'Nobody sees who else was not there.'}
        >
          <Choice
            of={[
              ['each', 'One mail each'],
              ['all', 'One mail to all'],
            ]}
            value={together.value ? 'all' : 'each'}
            onSet={(chosen) => recap.sendAs(chosen === 'all')}
          />
        </Field>
      )}
      <div class="which-mail">
        {letters.value.length > 1 && (
          <Field label="Mail to">
            <Choice
              of={letters.value.map((one) => [keyOf(one), addressee(one)])}
              value={keyOf(letter)}
              onSet={(key) => {
                const other = letters.value.find((one) => keyOf(one) === key);
                if (other !== undefined) recap.look(other);
              }}
            />
          </Field>
        )}
        <LanguageChoice language={letter.language} edited={recap.edited.value} onChoose={recap.write} />
      </div>
    </>
  );
}
