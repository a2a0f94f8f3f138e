import type { Alike } from '../../words/keep/erasing';

interface AlsoNamedProps {
  readonly whom: string;
  readonly alike: readonly Alike[];
  /** Forms that are changed; the others are left. */
  readonly changed: { value: ReadonlySet<string> };
  /** What stands there instead. */
  readonly instead: string;
}

/** Before words leave the log, or are to be forgotten: what in them looks like a name, for somebody to look at. */
export function AlsoNamed({ whom, alike, changed, instead }: AlsoNamedProps) {
  if (alike.length === 0) return null;
  const set = (form: string, on: boolean) => {
    const next = new Set(changed.value);
    if (on) next.add(form);
    else next.delete(form);
    changed.value = next;
  };
  return (
    <fieldset class="recipients">
      <legend>These words may mean {whom}</legend>
      <p class="hint">
        Ticked, each becomes “{instead}”. Names that are written otherwise, or only hinted at, are not found.
      </p>
      {alike.map(({ form, written, places }) => (
        <div key={form}>
          <label class="check">
            <input
              type="checkbox"
              checked={changed.value.has(form)}
              onChange={({ currentTarget }) => set(form, currentTarget.checked)}
            />
            <span>
              “{written}”, {places.length === 1 ? 'in 1 place' : `in ${places.length} places`}
            </span>
          </label>
          <ul class="plain">
            {places.map(({ where, text }, at) => (
              <li key={`${where} ${at}`} class="hint">
                {where}: {text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </fieldset>
  );
}
