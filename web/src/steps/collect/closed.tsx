// The round is closed: facilitators may put a card aside before everybody sees it.
import { t, theirs } from "../../i18n";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import { in_order } from "../step";
import { by_row, CardMore } from "./fields_form";
import { OwnCards, type column_props } from "./open";

export function Closed(props: column_props) {
  const { leads, lead, column, outline } = props;
  const session = use_session();
  if (!leads || !lead) return <OwnCards {...props} live={false} />;
  const cards = by_row(props.settings, in_order(lead.cards).filter(([, card]) => card.column === column.key));
  return (
    <ul class="cards">
      {cards.map(([id, card]) => (
        <li class={card.hidden ? "card card--hidden" : "card"} key={id}>
          <p class="card__text" lang={theirs()}>{card.text ?? t("erased")}</p>
          <CardMore settings={props.settings} row={card.row} more={card.more} />
          <div class="card__foot">
            <span class="say">{card.hidden ? t("collect.is_hidden") : ""}</span>
            <Button look="subtle" icon={card.hidden ? "show" : "hide"} on_click={() =>
              session.do(outline.id, { type: card.hidden ? "unhide_card" : "hide_card", card: id })}>
              {t(card.hidden ? "collect.unhide" : "collect.hide")}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
