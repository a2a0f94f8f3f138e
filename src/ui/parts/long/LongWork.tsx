import './long-work.css';

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

import type { LongWorkState, UnderWay } from '../../state/long-work';
import { Button } from '../controls/Button';
import { useLostFocus } from '../controls/keep-focus';
import { isLost } from '../controls/never-lose-focus';

interface LongWorkProps {
  readonly work: LongWorkState;
  /** What it ended with, in words; heard by who does not see the bar go. */
  readonly said: string | null;
}

/** How far long work is, with the way to end it, and what it ended with. */
export function LongWork({ work, said }: LongWorkProps) {
  const end = useRef<HTMLParagraphElement>(null);
  const { value } = work.underWay;
  return (
    <div class="long-work">
      {value !== null && <Bar value={value} end={end} onStop={work.stop} />}
      <p role="status" ref={end} tabIndex={-1} class={said === null ? 'spoken' : 'hint'}>
        {said}
      </p>
    </div>
  );
}

interface BarProps {
  readonly value: UnderWay;
  readonly end: RefObject<HTMLElement | null>;
  readonly onStop: () => void;
}

function Bar({ value: { doing, counted, done, of, stopping }, end, onStop }: BarProps) {
  const box = useRef<HTMLDivElement>(null);
  // Where the focus only waits, because what had it is gone, the keyboard was not.
  const before = useRef(isLost() ? null : document.activeElement);
  useLostFocus(box);
  useLayoutEffect(() => {
    const [bar, word] = [box.current, end.current];
    return () => {
      if (bar === null || !bar.contains(document.activeElement)) return;
      // Back to where the keyboard was when the bar came; a button that has gone since leaves the word about the end.
      const from = before.current;
      if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus();
      else word?.focus();
    };
  }, [end]);
  const number = (count: number) => count.toLocaleString('en');
  const all = Math.max(1, of);
  const words =
    counted === undefined
      ? `${Math.floor((100 * done) / all)} %`
      : `${number(Math.floor(done))} of ${number(Math.ceil(of))} ${counted}`;
  return (
    <div class="long-work-bar" ref={box}>
      <span>{stopping ? 'Stopping…' : doing}</span>
      <Button look="link" label={`Stop ${doing.toLowerCase()}`} onPress={onStop}>
        Stop
      </Button>
      <progress aria-label={doing} value={done} max={all} />
      <span class="hint">{words}</span>
    </div>
  );
}
