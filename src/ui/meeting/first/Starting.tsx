import { Button } from '../../parts/controls/Button';

interface StartingProps {
  readonly progress?: number | null;
  /** What stands in the way is said below: nothing begins any more. */
  readonly isStuck?: boolean;
}

/**
 * While nothing is known: the shape of what will come. taskpane.html paints the same before any script is there, so
 * what is changed here is to be changed there.
 */
export function Starting({ progress = null, isStuck = false }: StartingProps) {
  if (isStuck) {
    return (
      <div class="calm">
        <h1>Not open yet</h1>
        <p>
          <Button onPress={() => location.reload()}>Reload</Button>
        </p>
      </div>
    );
  }
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
