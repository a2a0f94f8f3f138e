import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly names: readonly Name[];
  readonly chosen: Name | null;
  readonly panel: string;
  /** What is said behind the name of one. */
  readonly beside: Partial<Readonly<Record<Name, ComponentChildren>>>;
  readonly onChoose: (name: Name) => void;
}

/** A tab list as the ARIA practices describe it: one stop for Tab, arrows go from tab to tab. */
export function Tabs<Name extends string>({
  label,
  names,
  chosen,
  panel,
  beside,
  onChoose,
}: TabsProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const step = (key: string) => {
    const at = names.indexOf(chosen ?? (names[0] as Name));
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[key];
    if (to === undefined) return false;
    const index = (to + names.length) % names.length;
    onChoose(names[index] as Name);
    (list.current?.children[index] as HTMLElement | undefined)?.focus();
    return true;
  };
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={label}
      ref={list}
      onKeyDown={(pressed) => {
        if (step(pressed.key)) pressed.preventDefault();
      }}
    >
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          class="tab"
          aria-selected={name === chosen}
          aria-controls={name === chosen ? panel : undefined}
          tabIndex={name === chosen || (chosen === null && index === 0) ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          <span class="tab-words">
            {name}
            {beside[name]}
          </span>
        </button>
      ))}
    </div>
  );
}
