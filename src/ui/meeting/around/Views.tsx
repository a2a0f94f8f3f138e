import './views.css';

import { MEETING_VIEWS, type PaneState } from '../../state/pane';

/** Two views of one meeting: what is to be done about it, and what it adds up to. */
export const Views = ({ state }: { readonly state: PaneState }) => (
  <div class="views" role="radiogroup" aria-label="View">
    {MEETING_VIEWS.map((name) => (
      <label key={name}>
        <input
          type="radio"
          name="view"
          checked={state.meetingView.value === name}
          onChange={() => {
            state.meetingView.value = name;
          }}
        />
        <span>{name}</span>
      </label>
    ))}
  </div>
);
