// Choosing what became of an agreement: four answers beside each other.
import { t, type text_key } from "../../i18n";
import type { review_status } from "../../protocol";
import type { icon_name } from "../../ui/icons";
import { Icon } from "../../ui/icons";
import { off_input } from "../round";

export type settled_status = Exclude<review_status, "open">;
export const statuses: settled_status[] = ["done", "partly", "not_done", "no_longer_needed"];
export const status_text: Record<review_status, text_key> = {
  open: "status.open",
  done: "status.done",
  partly: "status.partly",
  not_done: "status.not_done",
  no_longer_needed: "status.no_longer_needed",
};
export const status_icon: Record<review_status, icon_name> = {
  open: "circle", done: "done", partly: "clock", not_done: "close", no_longer_needed: "minus",
};

interface status_props {
  name: string;
  legend: string;
  value: review_status | null | undefined;
  off?: boolean;
  on_choose: (status: settled_status) => void;
}

export function StatusChoice({ name, legend, value, off, on_choose }: status_props) {
  return (
    <fieldset class="choice">
      <legend class="for-ears">{legend}</legend>
      <div class="choice__options">
        {statuses.map((status) => (
          <label class="pill" key={status}>
            <input type="radio" name={name} checked={value === status} onChange={() => on_choose(status)} {...off_input(off === true)} />
            <span><Icon name={status_icon[status]} />{t(status_text[status])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
