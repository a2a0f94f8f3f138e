import { type Signal, useSignal } from '@preact/signals';

/** What a `Field` tells the control in it, or its name where there is none to be seen. */
interface ControlProps {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-label'?: string;
}

/** What can be chosen, each with its words. */
export type Choices<Value extends string> = readonly (readonly [Value, string])[];

interface ChoiceProps<Value extends string> extends ControlProps {
  readonly of: Choices<Value>;
  readonly value: Value;
  readonly onSet: (value: Value) => unknown;
  readonly disabled?: boolean;
  readonly small?: boolean;
}

/** So many the browser's own list takes well, and finds by typing: all countries of the world, and some. */
const MOST = 400;
/** As many as one looks through, of those that were found. */
const MANY = 40;

/** One of several; of very many, whichever is looked for. */
export function Choice<Value extends string>(choice: ChoiceProps<Value>) {
  return choice.of.length > MOST ? <Sought {...choice} /> : <Select {...choice} />;
}

function Select<Value extends string>({ of, onSet, small, ...more }: ChoiceProps<Value>) {
  return (
    <select
      class={small ? 'input small' : 'input'}
      {...more}
      onChange={({ currentTarget }) => {
        const chosen = of.find(([value]) => value === currentTarget.value);
        if (chosen !== undefined) onSet(chosen[0]);
      }}
    >
      {of.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}

function Sought<Value extends string>({ of, ...more }: ChoiceProps<Value>) {
  const search = useSignal('');
  const wanted = search.value.trim().toLowerCase();
  const found = of.filter(([, words]) => words.toLowerCase().includes(wanted)).slice(0, MANY);
  // What is chosen stays, and so does the word for nothing.
  const stays = of.filter((one) => (one[0] === more.value || one[0] === '') && !found.includes(one));
  return (
    <div class="sought">
      <input
        class="input"
        type="search"
        aria-label="Find in this list"
        placeholder="Find…"
        disabled={more.disabled}
        value={search.value}
        onInput={(typed) => {
          search.value = typed.currentTarget.value;
        }}
      />
      <Select of={[...stays, ...found]} {...more} />
    </div>
  );
}

interface TypingProps extends ControlProps {
  readonly value: string;
  readonly onSet: (value: string) => unknown;
}

interface TextLineProps extends TypingProps {
  readonly type?: 'text' | 'number' | 'date' | 'datetime-local' | 'password';
  readonly placeholder?: string;
  readonly list?: string;
  readonly min?: number;
  readonly max?: number;
  readonly autocomplete?: 'new-password' | 'current-password';
}

/** A line of text, a number, a day or a time. Preact's types part these; what is used of them here is the same. */
export const TextLine = ({ type = 'text', onSet, ...more }: TextLineProps) => (
  <input
    class="input"
    type={type as 'text'}
    {...more}
    onInput={({ currentTarget }) => onSet(currentTarget.value)}
  />
);

/** Several lines; it grows by its corner. */
export const TextBox = ({ onSet, ...more }: TypingProps) => (
  <textarea class="input" rows={2} {...more} onInput={({ currentTarget }) => onSet(currentTarget.value)} />
);

/** A control that writes into a signal. */
export const held = <Value,>(signal: Signal<Value>) => ({
  value: signal.value,
  onSet: (value: Value) => {
    signal.value = value;
  },
});
