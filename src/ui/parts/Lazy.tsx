import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';

import { Button } from './controls/Button';

/**
 * A component that comes when it is first shown. While it comes a quiet line stands in its place; when it
 * cannot come (offline before it was ever loaded) it says so and can be tried again. A `quiet` one, which is
 * often empty, leaves no line while it comes; of several that come together, `accompanying` ones leave the word to one.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: 'shown' | 'quiet' | 'accompanying' = 'shown',
): ComponentType<Props> {
  const part = signal<ComponentType<Props> | null>(null);
  const failed = signal(false);
  let asked = false;
  const ask = () => {
    asked = true;
    failed.value = false;
    load().then(
      (loaded) => {
        part.value = loaded;
      },
      () => {
        failed.value = true;
      },
    );
  };
  return function Lazy(props: Props) {
    const StripPart = part.value;
    if (StripPart !== null) return <StripPart {...props} />;
    if (failed.value && waiting !== 'accompanying') {
      return (
        <p class="quiet">
          This part could not be loaded.{' '}
          <Button look="link" onPress={ask}>
            Try again
          </Button>
        </p>
      );
    }
    if (!asked) ask();
    if (waiting !== 'shown') return null;
    return <div class="skeleton" role="progressbar" aria-label="Loading" />;
  };
}
