// Choosing among cards and stories: by level, by strategy, by words.
import { useId } from "preact/hooks";
import { t } from "../i18n";
import { Button } from "../ui/controls";
import type { option } from "../ui/form";
import { level_text, levels, strategies, strategy_text } from "./cards";
import { chooses, everything, longest_search, type choice } from "./choose";

export function Filters({ choice, on_choose }: { choice: choice; on_choose: (next: choice) => void }) {
  const id = useId();
  return (
    <search class="library-filters" aria-label={t("library.choose")}>
      <Choose label={t("library.level")} value={choice.level}
        on_choose={(value) => on_choose({ ...choice, level: value as choice["level"] })}
        options={[{ value: "", text: t("library.all_levels") }, ...levels.map((value) => ({ value, text: t(level_text[value]) }))]} />
      <Choose label={t("library.strategy")} value={choice.strategy}
        on_choose={(value) => on_choose({ ...choice, strategy: value as choice["strategy"] })}
        options={[{ value: "", text: t("library.all_strategies") }, ...strategies.map((value) => ({ value, text: t(strategy_text[value]) }))]} />
      <div class="library-filters__words">
        <label class="label" for={id}>{t("library.search")}</label>
        <input id={id} class="field" type="search" maxLength={longest_search} autocomplete="off" value={choice.words}
          onInput={(event) => on_choose({ ...choice, words: event.currentTarget.value })} />
      </div>
      <Button off={!chooses(choice)} on_click={() => on_choose(everything)}>{t("library.show_all")}</Button>
    </search>
  );
}

interface choose_props {
  label: string;
  value: string;
  options: option[];
  on_choose: (value: string) => void;
}

function Choose({ label, value, options, on_choose }: choose_props) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>{label}</label>
      <select id={id} class="field" value={value} onChange={(event) => on_choose(event.currentTarget.value)}>
        {options.map((one) => <option key={one.value} value={one.value}>{one.text}</option>)}
      </select>
    </div>
  );
}
