import type { AboutOccurrence } from '../about';

/** 3.6: "nobody joined" said too early is kept, but counts only from a moment on. */
export function TooEarly({ state, occurrence }: AboutOccurrence) {
  const early = occurrence.reasons.some(({ what }) => what === 'nobody-joined-too-early');
  if (!early) return null;
  const from = state.time.value.moment(occurrence.nobodyJoinedFrom, state.now.value);
  return (
    <p class="hint">“Nobody joined” was noted too early to count. Said again from {from} on, it counts.</p>
  );
}
