// A question with a row of numbers; the words for both ends stand under it.
import { useId } from "preact/hooks";

interface scale_props {
  name: string;
  question: string;
  options: number[];
  from: string;
  to: string;
  value: number | null;
  on_choose: (value: number) => void;
}

export function Scale({ name, question, options, from, to, value, on_choose }: scale_props) {
  const id = useId();
  return (
    <fieldset class="panel scale" aria-describedby={`${id}-ends`}>
      <legend>{question}</legend>
      <div class={options.length > 5 ? "scale__options scale__options--many" : "scale__options"}>
        {options.map((option) => (
          <label class="scale__option" key={option}>
            <input type="radio" name={name} checked={value === option} onChange={() => on_choose(option)} />
            <span>{option}</span>
          </label>
        ))}
      </div>
      <p class="scale__ends say" id={`${id}-ends`}><span>{options[0]} = {from}</span><span>{options.at(-1)} = {to}</span></p>
    </fieldset>
  );
}
