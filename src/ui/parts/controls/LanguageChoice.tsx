import { LANGUAGE_ROWS, LANGUAGES, type Language } from '../../../domain/language';
import { Field } from './Field';
import { Choice } from './inputs';

interface LanguageChoiceProps {
  readonly language: Language;
  /** What a person wrote is in the language they wrote it in. */
  readonly edited?: boolean;
  readonly onChoose: (language: Language) => unknown;
}

/** In which language a mail is written; remembered for whoever gets it. */
export function LanguageChoice({ language, edited = false, onChoose }: LanguageChoiceProps) {
  return (
    <Field label="Language" {...(edited ? { hint: 'Start over to change it.' } : {})}>
      <Choice
        of={LANGUAGES.map((one) => [one, LANGUAGE_ROWS[one].name])}
        value={language}
        disabled={edited}
        onSet={onChoose}
      />
    </Field>
  );
}
