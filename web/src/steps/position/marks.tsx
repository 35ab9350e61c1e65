// The one or two scales of a line: where we stand now, and where the challenge needs us.
import { t } from "../../i18n";
import type { position } from "../../protocol";
import { Scale } from "../scale";

export function values_of(settings: position.settings): number[] {
  return Array.from({ length: settings.last - settings.first + 1 }, (_, place) => settings.first + place);
}

interface marks_props {
  name: string;
  settings: position.settings;
  marks: position.marks;
  off: boolean;
  // Words for both ends; left out, they stand above.
  from?: string;
  to?: string;
  // Of what this is a scale, where several stand below each other.
  of?: string;
  on_place: (marks: position.marks) => void;
}

export function Marks({ name, settings, marks, off, from = "A", to = "B", of, on_place }: marks_props) {
  const options = values_of(settings);
  const asked = (word: string) => (of ? `${of}: ${word}` : word);
  return (
    <>
      {settings.asks_now && (
        <Scale name={`${name}-now`} question={asked(settings.asks_needed ? t("position.now") : t("position.where"))} options={options}
          from={from} to={to} value={marks.now ?? null} off={off} on_choose={(now) => on_place({ ...marks, now })} />
      )}
      {settings.asks_needed && (
        <Scale name={`${name}-needed`} question={asked(t("position.needed"))} options={options} from={from} to={to}
          value={marks.needed ?? null} off={off} on_choose={(needed) => on_place({ ...marks, needed })} />
      )}
    </>
  );
}
