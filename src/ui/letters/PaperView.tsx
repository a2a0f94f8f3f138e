import './letters.css';

import { useRef } from 'preact/hooks';

import { type Paper, paperHtml, paperText } from '../../formats/paper/paper';
import { Button } from '../parts/controls/Button';
import { CopyButton } from '../parts/controls/CopyButton';
import { downloadIcon, openIcon } from '../parts/icons/more-icons';
import { saveFile } from '../parts/save-file';
import type { PaneState } from '../state/pane';

interface PaperViewProps {
  readonly state: PaneState;
  readonly paper: Paper;
  /** Under which name it is saved; without one it is not offered as a file. */
  readonly fileName?: string;
  /** The same as a table, to be saved beside it. */
  readonly table?: { readonly name: string; readonly text: () => string };
}

/** A page from the log: read here, printed where the window can print, else copied, mailed to oneself or saved. */
export function PaperView({ state, paper, fileName, table }: PaperViewProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = paperText(paper);
  return (
    <div class="paper-box">
      <div class="actions paper-actions">
        <Button small onPress={() => window.print()}>
          Print
        </Button>
        <CopyButton field={field} />
        <Button
          look="subtle"
          small
          icon={openIcon}
          onPress={() =>
            state.attempt(async () =>
              (await state.actions.letters()).openToMyself({ subject: paper.title, text }),
            )
          }
        >
          Open as a mail to myself
        </Button>
        {fileName !== undefined && (
          <Button
            look="subtle"
            small
            icon={downloadIcon}
            onPress={() =>
              saveFile(fileName, new Blob([paperHtml(paper)], { type: 'text/html;charset=utf-8' }))
            }
          >
            Save as a file
          </Button>
        )}
        {table !== undefined && (
          <Button
            look="subtle"
            small
            icon={downloadIcon}
            onPress={() => saveFile(table.name, new Blob([table.text()], { type: 'text/csv;charset=utf-8' }))}
          >
            Save as a table
          </Button>
        )}
      </div>
      <article class="paper" aria-label={paper.title}>
        <h3>{paper.title}</h3>
        {paper.about !== '' && <p class="quiet">{paper.about}</p>}
        {paper.parts.map(({ heading, lines, list }) => (
          <section key={heading}>
            <h4>{heading}</h4>
            {list ? (
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : (
              lines.map((line) => <p key={line}>{line}</p>)
            )}
          </section>
        ))}
        {paper.foot.map((line) => (
          <p key={line} class="quiet">
            {line}
          </p>
        ))}
      </article>
      <textarea
        class="paper-text"
        ref={field}
        readOnly
        tabIndex={-1}
        aria-label="The page as text"
        value={text}
      />
    </div>
  );
}
