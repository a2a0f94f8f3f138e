import { bytesOfFile } from '../../browser/read-file';
import { createPace, goOn, orStopped, type Turns, type Watched } from '../../domain/pace';
import { EVERYTHING, type LogScope } from '../../domain/tell/log-scope';
import { plainTextToHtml } from '../../formats/mail/recap-html';
import { exportName } from '../../formats/text/file-name';
import { scopeTitle, scopeWords } from '../../formats/text/scope-words';
import type { Wording } from '../../formats/text/wording';
import { chainOf, exportLog as logAs, type Pieces } from '../../tasks/log/export-log';
import { isForgotten } from '../../tasks/log/judged-log';
import type { ExportKind, ExportResult } from '../../ui/port/actions';
import { ownerOf, type Session } from '../session';

const VERSION = '1.0.0';
const MIME = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};
/** Graph takes files up to 3 MB into a draft at once. */
const LARGEST_MAIL = 3_000_000;
/** What a file is put together of in one step, in bytes or signs. */
const LUMP = 1_000_000;

/** The log out of the pane, or a part of it; null where somebody stopped it. */
export function exportLog(
  session: Session,
  as: ExportKind,
  scope: LogScope,
  wording: Wording,
  watched: Watched,
): Promise<ExportResult | null> {
  return orStopped(made(session, as, scope, wording, watched));
}

async function made(
  session: Session,
  as: ExportKind,
  asked: LogScope,
  wording: Wording,
  watched: Watched,
): Promise<ExportResult> {
  const form = as === 'xlsx' || as === 'json' ? as : 'csv';
  const scope = form === 'json' ? EVERYTHING : asked;
  const now = session.ports.clock();
  const log = { as: form, owner: ownerOf(session), app: VERSION, scope, wording } as const;
  const pieces = await logAs(session.ports, log, watched);
  if (await isForgotten(session.ports, scope)) return { name: '', text: null, file: null, forgotten: true };
  const name = exportName(scopeTitle(scope), new Date(now).toISOString().slice(0, 10), form);
  if (as === 'copy') return { name, text: pieces.join(''), file: null };
  const file = await fileOf(pieces, MIME[form], session.ports.turns);
  if (as === 'csv') {
    const digests = await chainOf(session.ports, pieces, watched);
    const beside = { name: `${name}.digests.json`, file: new Blob([digests], { type: MIME.json }) };
    return { name, text: null, file, beside };
  }
  if (as !== 'mail') return { name, text: null, file };
  if (file.size > LARGEST_MAIL) return { name, text: null, file: null, tooLarge: true };
  await draftToSelf(session, { name, file, scope }, watched);
  return { name, text: null, file: null };
}

/** Put together lump by lump: a browser takes what it is given at once, and does nothing else meanwhile. */
async function fileOf(pieces: Pieces, type: string, turns: Turns): Promise<Blob> {
  const pace = createPace(turns);
  const lumps: Blob[] = [];
  let from = 0;
  let size = 0;
  for (const [at, piece] of pieces.entries()) {
    size += piece.length;
    if (size < LUMP && at < pieces.length - 1) continue;
    lumps.push(new Blob(pieces.slice(from, at + 1) as BlobPart[]));
    from = at + 1;
    size = 0;
    if (pace.isDue()) await pace.rest();
  }
  return new Blob(lumps, { type });
}

/** "Mail me the log": a draft to oneself with the file, shown in Outlook; nothing is sent. */
async function draftToSelf(
  session: Session,
  { name, file, scope }: { readonly name: string; readonly file: Blob; readonly scope: LogScope },
  watched: Watched,
): Promise<void> {
  const owner = ownerOf(session);
  await session.allow(['Mail.ReadWrite']);
  const words = `Attached is ${scopeWords(scope)}.`;
  const { postbox } = session.ports.graph;
  const bytes = await bytesOfFile(file);
  goOn(watched);
  const draft = await postbox.draft(
    {
      to: [owner],
      subject: name,
      text: words,
      html: plainTextToHtml(words),
      attachments: [{ name, mime: MIME.csv, bytes }],
    },
    session.ports.seal.newKey(),
  );
  const { showDraft } = await import('../../office/compose');
  // Older clients cannot show it; it lies in Drafts all the same.
  await postbox
    .outlookId(draft.id)
    .then(showDraft)
    .catch(() => undefined);
}
