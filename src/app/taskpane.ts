import { createStage } from '../session/stage';
import { EMPTY_SCENE } from '../ui/desk/empty-scene';
import { mountPane } from '../ui/mount';
import { createLateDesk } from './late-desk';
import { openPane } from './opening';
import { recallWorn } from './theme';

const root = document.querySelector<HTMLElement>('#pane');
if (root === null) throw new Error('taskpane.html has no #pane');
const stage = createStage({ ...EMPTY_SCENE, ...recallWorn() });
const opening = openPane(stage);
// What kept it is on the scene, and in whatever is asked of the desk.
opening.catch(() => undefined);
mountPane(
  root,
  createLateDesk(stage, () => opening),
);
