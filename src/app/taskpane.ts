import { mountPane } from '../ui/mount';
import { createDesk } from './desk';
import { createStage, EMPTY_SCENE } from './stage';
import { recallTheme } from './theme';

const root = document.querySelector<HTMLElement>('#pane');
if (root === null) throw new Error('taskpane.html has no #pane');
mountPane(root, createDesk(createStage({ ...EMPTY_SCENE, theme: recallTheme() })));
