import { Button } from '../parts/controls/Button';
import type { FolderNews } from '../port/roaming-actions';
import type { RoamingForm } from '../state/roaming';
import { bringsWords, endingWords, newsWords } from '../words/keep/folder-news';

interface QuestionProps {
  readonly roaming: RoamingForm;
  readonly news: FolderNews;
  readonly now: number;
}

/** What is odd about the files in OneDrive, and what only the person can say of them. */
export function FolderQuestions({ roaming, news, now }: QuestionProps) {
  const { ending, unsealed } = news;
  const busy = roaming.busy.value;
  return (
    <>
      {newsWords(news).map((words) => (
        <p key={words} class="hint">
          {words}
        </p>
      ))}
      {unsealed !== null && (
        <div class="sure" role="group" aria-label="Files that are not protected">
          {bringsWords(unsealed).map((words) => (
            <p key={words}>{words}</p>
          ))}
          <div class="actions">
            <Button look="primary" disabled={busy} onPress={() => roaming.answerUnsealed(unsealed, false)}>
              Leave unread
            </Button>
            <Button disabled={busy} onPress={() => roaming.answerUnsealed(unsealed, true)}>
              Read and protect
            </Button>
          </div>
        </div>
      )}
      {ending !== null && (
        <div class="sure" role="group" aria-label="The protection was ended elsewhere">
          <p>{endingWords(ending, now)}</p>
          <div class="actions">
            <Button look="primary" disabled={busy} onPress={() => roaming.answerEnding(ending, false)}>
              Keep protecting
            </Button>
            <Button disabled={busy} onPress={() => roaming.answerEnding(ending, true)}>
              Stop here as well
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
