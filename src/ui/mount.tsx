import './tokens.css';
import './pane.css';
import './parts/controls/button.css';
import './parts/controls/field.css';
import './parts/parts.css';

import { render } from 'preact';
import { Pane } from './Pane';
import type { Actions } from './port/actions';
import { createPaneState } from './state/pane';

/** Shows the pane in an element; gives the way to take it down. */
export function mountPane(root: HTMLElement, actions: Actions): () => void {
  const state = createPaneState(actions);
  render(<Pane state={state} />, root);
  // Its code is no part of the first view: nothing in that takes the focus away, or moves.
  const keeping = import('./parts/in-place/keep-in-place').then(
    (part) => part.keepInPlace(root),
    () => undefined,
  );
  return () => {
    void keeping.then((stop) => stop?.());
    render(null, root);
    state.dispose();
  };
}
