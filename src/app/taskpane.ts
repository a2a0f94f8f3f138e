import { createViewStore } from '../session/view-store';
import { mountPane } from '../ui/mount';
import { EMPTY_VIEW } from '../ui/port/empty-view';
import { keepWorn, recallWorn } from './apply-theme';
import { createLazyActions } from './lazy-actions';
import { openPane } from './opening';

const root = document.querySelector<HTMLElement>('#pane');
if (root === null) throw new Error('taskpane.html has no #pane');
const viewStore = createViewStore({ ...EMPTY_VIEW, ...recallWorn() });
keepWorn(viewStore);
const opening = openPane(viewStore);
// What kept it is on the view, and in whatever is asked of the actions.
opening.catch(() => undefined);
mountPane(
  root,
  createLazyActions(viewStore, () => opening),
);
