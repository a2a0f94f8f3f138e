/**
 * While nothing is known: the shape of what will come. taskpane.html paints the same before any script is there, so
 * what is changed here is to be changed there.
 */
export function Starting({ progress = null }: { readonly progress?: number | null }) {
  return (
    <div class="calm" role="status">
      <h1 class="spoken">Loopkeeper</h1>
      <span class="spoken">Reading the calendar{progress === null ? '' : `, ${progress} items so far`}</span>
      <div class="skeleton wide" />
      <div class="skeleton" />
      <div class="skeleton tall" />
    </div>
  );
}
