import type { Signal } from '@preact/signals';

interface FindSomebodyProps {
  /** For what. */
  readonly label: string;
  /** Among how many. */
  readonly count: number;
  readonly search: Signal<string>;
}

export const FindSomebody = ({ label, count, search }: FindSomebodyProps) => (
  <input
    class="input"
    type="search"
    aria-label={`Find somebody: ${label}`}
    placeholder={`Find one of ${count.toLocaleString('en')} people`}
    value={search.value}
    onInput={(typed) => {
      search.value = typed.currentTarget.value;
    }}
  />
);
