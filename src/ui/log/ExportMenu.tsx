import type { LogScope } from '../../domain/tell/log-scope';
import { downloadIcon } from '../parts/icons/more-icons';
import { Menu } from '../parts/menu/Menu';
import { saveFile } from '../parts/save-file';
import type { ExportKind } from '../port/actions';
import type { LogState } from '../state/log';

const KINDS = {
  CSV: 'csv',
  Excel: 'xlsx',
  JSON: 'json',
  Copy: 'copy',
  'Mail me the log': 'mail',
} as const satisfies Readonly<Record<string, ExportKind>>;
const ITEMS = Object.keys(KINDS) as readonly (keyof typeof KINDS)[];

interface ExportMenuProps {
  readonly log: LogState;
  /** What is on screen: tables hold it, too. */
  readonly scope: LogScope;
}

export const ExportMenu = ({ log, scope }: ExportMenuProps) => (
  <Menu
    name="Export"
    items={ITEMS}
    icon={downloadIcon}
    busy={log.turning.value}
    onChoose={(item) => log.exportAs(KINDS[item], scope, saveFile)}
  />
);
