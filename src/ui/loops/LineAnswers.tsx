import { SAYINGS, type Saying } from '../../domain/facts/entered/check-in';
import { Mark } from '../parts/Mark';
import { SAID } from '../parts/sayings';

interface LineAnswersProps {
  readonly brief: boolean;
  readonly busy: boolean;
  readonly onSay: (said: Saying) => void;
}

/** The four answers to what happened, in a line. */
export const LineAnswers = ({ brief, busy, onSay }: LineAnswersProps) => (
  <>
    {SAYINGS.map((said) => {
      const [mark, name] = SAID[said];
      return (
        <button
          key={said}
          type="button"
          class="btn outline small saying"
          aria-disabled={busy || undefined}
          aria-label={brief ? name : undefined}
          title={brief ? name : undefined}
          onClick={() => onSay(said)}
        >
          <Mark name={mark} />
          {!brief && name}
        </button>
      );
    })}
  </>
);
