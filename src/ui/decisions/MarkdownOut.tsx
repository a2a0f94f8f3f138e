import { decisionName } from '../../domain/facts/decided/decision';
import { decisionMarkdown } from '../../formats/paper/decision-markdown';
import { Button } from '../parts/controls/Button';
import { CopyLine } from '../parts/controls/CopyLine';
import { saveFile } from '../parts/save-file';
import type { DetailProps } from './detail';

/** The decision as a Markdown record, to keep beside the code or anywhere else. */
export function MarkdownOut({ state, consult, history }: DetailProps) {
  const text = () => decisionMarkdown({ history, zone: state.zone.peek(), numberOf: consult.numberOf });
  const name = `${decisionName(history.decision)}.md`;
  return (
    <div class="markdown-out">
      <CopyLine
        ask="Copy as Markdown"
        name={`${decisionName(history.decision)} as Markdown`}
        text={async () => text()}
      />
      <Button
        look="link"
        small
        onPress={() => saveFile(name, new Blob([text()], { type: 'text/markdown;charset=utf-8' }))}
      >
        Save as Markdown
      </Button>
    </div>
  );
}
