const COMING = '.skeleton, .coming';

/** Tells once that something is in it, and nothing of it on its way any more. Gives the way to end it. */
export function onceCome(box: HTMLElement | null, then: () => void): () => void {
  const changes = new MutationObserver(() => look());
  const look = () => {
    if (box === null || box.firstElementChild === null || box.querySelector(COMING) !== null) return;
    changes.disconnect();
    then();
  };
  if (box !== null) changes.observe(box, { childList: true, subtree: true });
  look();
  return () => changes.disconnect();
}
