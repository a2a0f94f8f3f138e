import '../person/person-page.css';
import './topics.css';

import { useLayoutEffect, useRef } from 'preact/hooks';

import type { ThreadRecord } from '../../domain/tell/thread/thread-record';
import { Button } from '../parts/controls/Button';
import { useThread } from '../state/lookups/thread-record';
import { leavePage } from '../state/page-over';
import type { PaneState } from '../state/pane';
import { Thread } from './Thread';
import { TopicChanges } from './TopicChanges';

interface TopicPageProps {
  readonly state: PaneState;
  /** By whichever of its names it was opened. */
  readonly topic: string;
}

/** A topic over all meetings, under all its names. */
export function TopicPage({ state, topic }: TopicPageProps) {
  const record = useThread(state, topic);
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // Not before this page is there: what is hidden lets go of the focus.
    const below = box.current?.nextElementSibling;
    below?.toggleAttribute('hidden', true);
    scrollTo({ top: 0 });
    box.current?.querySelector('button')?.focus({ preventScroll: true });
    return () => below?.toggleAttribute('hidden', false);
  }, []);
  const name = record?.topic.name ?? topic;
  return (
    <section class="person-page" aria-label={`Thread of ${name}`} ref={box}>
      <div class="actions">
        <Button look="subtle" small onPress={() => leavePage(state)}>
          Back
        </Button>
      </div>
      <h1>{name}</h1>
      {record === undefined && <div class="skeleton" role="progressbar" aria-label="Loading" />}
      {record === null && <p role="status">Nothing in the log is about this topic any more.</p>}
      {record && <Parts state={state} record={record} />}
    </section>
  );
}

function Parts({ state, record }: { readonly state: PaneState; readonly record: ThreadRecord }) {
  const { owner } = state.view.value;
  return (
    <>
      {owner !== null && <Thread state={state} owner={owner} record={record} />}
      <TopicChanges state={state} record={record} />
    </>
  );
}
