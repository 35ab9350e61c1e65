// A question with a row of numbers; the words for both ends stand under it.
import { useId } from "preact/hooks";
import { off_input } from "./round";

interface scale_props {
  name: string;
  question: string;
  // Of the question, where it is another than the page's.
  lang?: string;
  options: number[];
  from: string;
  to: string;
  value: number | null;
  off: boolean;
  on_choose: (value: number) => void;
}

export function Scale({ name, question, lang, options, from, to, value, off, on_choose }: scale_props) {
  const id = useId();
  return (
    <fieldset class="panel scale" aria-describedby={`${id}-ends`}>
      <legend lang={lang}>{question}</legend>
      <div class={options.length > 5 ? "scale__options scale__options--many" : "scale__options"}>
        {options.map((option) => (
          <label class="scale__option" key={option}>
            <input type="radio" name={name} checked={value === option} onChange={() => on_choose(option)} {...off_input(off)} />
            <span>{option}</span>
          </label>
        ))}
      </div>
      <p class="scale__ends say" id={`${id}-ends`}><span>{options[0]} = {from}</span><span>{options.at(-1)} = {to}</span></p>
    </fieldset>
  );
}
