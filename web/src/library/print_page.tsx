// Cards for on paper: A6, four on a sheet of A4, to be cut.
import { t, tn } from "../i18n";
import { Button, ButtonLink } from "../ui/controls";
import { Trouble } from "../ui/not_found";
import { Page } from "../ui/top_bar";
import type { course_card } from "./cards";
import { cards_to_print } from "./choose";
import { PlaceInGrid, spot_text } from "./place_in_grid";
import { use_cards } from "./told";

const cards_on_a_sheet = 4;
// In characters; what is longer is set smaller, so that the longest card that the content may hold fits.
const long_card = 620;

function sheets_of(cards: course_card[]): course_card[][] {
  const count = Math.ceil(cards.length / cards_on_a_sheet);
  return Array.from({ length: count }, (_, sheet) => cards.slice(sheet * cards_on_a_sheet, (sheet + 1) * cards_on_a_sheet));
}

export function PrintPage() {
  const { all, trouble } = use_cards();
  const cards = cards_to_print(all.value ?? [], location.search);
  const sheets = sheets_of(cards);
  const counts = { cards: tn("library.cards", cards.length), sheets: tn("library.sheets", sheets.length) };
  return (
    <Page title={t("library.paper")} where={t("library.title")}>
      <div class="print-tools">
        <h1 class="nl-heading nl-heading--level-1">{t("library.paper")}</h1>
        {!all.value && (trouble.value ? <Trouble why={trouble.value} /> : <p class="quiet">{t("step.loading")}</p>)}
        {all.value && cards.length === 0 && <p class="empty">{t("library.none_found")}</p>}
        {cards.length > 0 && <p class="nl-paragraph hint">{t("library.paper_hint", counts)}</p>}
        <p class="row">
          {cards.length > 0 && <Button look="primary" icon="print" on_click={() => window.print()}>{t("report.print")}</Button>}
          <ButtonLink look="subtle" icon="back" href="/library">{t("library.all_cards")}</ButtonLink>
        </p>
      </div>
      <div class="sheets">
        {sheets.map((sheet) => <div key={sheet[0]?.id} class="sheet">{sheet.map((card) => <PaperCard key={card.id} card={card} />)}</div>)}
      </div>
    </Page>
  );
}

function PaperCard({ card }: { card: course_card }) {
  const long = card.from.length + card.via.length + card.to.length > long_card;
  return (
    <article class={long ? "paper-card paper-card--long" : "paper-card"}>
      <header>
        <p>{spot_text(card)}</p>
        <PlaceInGrid at={card} quiet />
      </header>
      <h2>{card.title}</h2>
      <dl>
        <div><dt><span class="letter">A</span></dt><dd>{card.from}</dd></div>
        <div class="paper-card__via"><dt><span class="letter letter--via">via B</span></dt><dd>{card.via}</dd></div>
        <div><dt><span class="letter letter--to">B</span></dt><dd>{card.to}</dd></div>
      </dl>
      <p class="paper-card__question">{card.question}</p>
    </article>
  );
}
