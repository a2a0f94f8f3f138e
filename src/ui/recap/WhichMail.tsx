import { LANGUAGES, type Language } from '../../domain/language';
import { Field } from '../parts/Field';
import type { RecapLetter } from '../state/desk';
import type { RecapState } from '../state/recap';

/** Each language by its own name. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
};

const isLanguage = (value: string): value is Language => LANGUAGES.some((one) => one === value);

const keyOf = ({ to }: RecapLetter): string => to[0]?.key ?? '';
const nameOf = ({ to }: RecapLetter): string => {
  const [first] = to;
  if (first === undefined) return 'Nobody';
  return first.name === '' ? first.address : first.name;
};

/** One mail each or one to all, whose mail is on screen, and in which language it is. */
export function WhichMail({ recap }: { readonly recap: RecapState }) {
  const { together, letters, shown } = recap;
  const letter = shown.value;
  if (letter === null) return null;
  const several = recap.ticked.value > 1;
  const edited = recap.edited.value;
  return (
    <>
      {(several || together.value) && (
        <Field
          label="Send as"
          hint={together.value ? 'Everybody reads who else gets it.' : 'Nobody reads who else was not there.'}
        >
          <select
            class="input"
            value={together.value ? 'all' : 'each'}
            onChange={(chosen) => void recap.sendAs(chosen.currentTarget.value === 'all')}
          >
            <option value="each">One mail each</option>
            <option value="all">One mail to all</option>
          </select>
        </Field>
      )}
      <div class="which-mail">
        {letters.value.length > 1 && (
          <Field label="Mail to">
            <select
              class="input"
              value={keyOf(letter)}
              onChange={(chosen) => {
                const other = letters.value.find((one) => keyOf(one) === chosen.currentTarget.value);
                if (other !== undefined) recap.look(other);
              }}
            >
              {letters.value.map((one) => (
                <option key={keyOf(one)} value={keyOf(one)}>
                  {nameOf(one)}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field label="Language" {...(edited ? { hint: 'Start over to change it.' } : {})}>
          <select
            class="input"
            value={letter.language}
            disabled={edited}
            onChange={(chosen) => {
              const { value } = chosen.currentTarget;
              if (isLanguage(value)) void recap.write(value);
            }}
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </Field>
      </div>
    </>
  );
}
