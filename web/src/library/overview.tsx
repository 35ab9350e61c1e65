// Everything in the library: the card of the day, one's own plans, the grid of cards, stories and formats.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t, tn } from "../i18n";
import { say } from "../ui/announcer";
import { ButtonLink, Link, Notice } from "../ui/controls";
import { Page } from "../ui/top_bar";
import { address_of, type course_card } from "./cards";
import { CardGrid } from "./card_grid";
import { choice_in, chooses, everything, query_of, shown_cards, shown_stories, type choice } from "./choose";
import { card_of_the_day } from "./day_card";
import { Filters } from "./filters";
import { Formats } from "./formats";
import { hand_in, turned } from "./hand";
import { HandBar } from "./hand_bar";
import { OwnPlans } from "./own_plans";
import { PlaceInGrid, spot_text } from "./place_in_grid";
import { Stories } from "./stories";
import { use_cards, use_stories, type told } from "./told";

// The choice stands in the address; the hand is kept with this page only, so that going back finds it again.
function use_page_state() {
  const choice = useSignal(choice_in(location.search));
  const hand = useSignal(hand_in(history.state));
  useEffect(() => {
    try {
      history.replaceState({ hand: hand.value }, "", `/library${query_of(choice.value)}${location.hash}`);
    } catch {
      // A browser may find that too often; the page goes on without.
    }
  }, [choice.value, hand.value]);
  return { choice, hand };
}

export function Overview() {
  const { choice, hand } = use_page_state();
  const cards = use_cards();
  const stories = use_stories();
  const all = cards.all.value ?? [];
  const shown = shown_cards(all, choice.value);
  const told = shown_stories(stories.all.value ?? [], choice.value);
  const choose = (next: choice) => {
    choice.value = next;
    const count = tn("library.cards", shown_cards(all, next).length);
    say("library", t("library.found", { cards: count, stories: tn("library.stories", shown_stories(stories.all.value ?? [], next).length) }));
  };
  return (
    <Page title={t("library.title")} where={t("library.title")}>
      <h1 class="nl-heading nl-heading--level-1">{t("library.title")}</h1>
      <p class="nl-paragraph nl-paragraph--lead hint">{t("library.lead")}</p>
      <div class="two-columns library-first">
        <DayCard all={all} />
        <OwnPlans cards={all} />
      </div>
      <nav class="row library-jump" aria-label={t("library.on_this_page")}>
        <a class="nl-link" href="#cards">{t("library.course_cards")}</a>
        <a class="nl-link" href="#stories">{t("library.stories_title")}</a>
        <a class="nl-link" href="#formats">{t("library.formats")}</a>
      </nav>
      <Filters choice={choice.value} on_choose={choose} />
      <section class="library-part">
        <h2 id="cards" tabIndex={-1} class="nl-heading nl-heading--level-2">{t("library.course_cards")}</h2>
        <Cards cards={cards} shown={shown} choice={choice.value} hand={hand.value} on_turn={(id) => (hand.value = turned(hand.value, id))}
          on_everything={() => choose(everything)} />
        <HandBar all={all} hand={hand.value} on_hand={(next) => (hand.value = next)} />
      </section>
      <Stories stories={stories} shown={told} />
      <Formats />
    </Page>
  );
}

function DayCard({ all }: { all: course_card[] }) {
  const card = card_of_the_day(all, new Date());
  if (!card) return null;
  return (
    <section class="panel panel--now day-card">
      <h2 class="kicker">{t("library.day_card")}</h2>
      <p class="day-card__title"><a class="nl-link" href={address_of(card)}>{card.title}</a></p>
      <p class="nl-paragraph">{card.question}</p>
      <p class="spot-line say"><PlaceInGrid at={card} quiet /> {spot_text(card)}</p>
    </section>
  );
}

interface cards_props {
  cards: told<course_card[]>;
  shown: course_card[];
  choice: choice;
  hand: string[];
  on_turn: (id: string) => void;
  on_everything: () => void;
}

function Cards({ cards: { all, trouble }, shown, choice, hand, on_turn, on_everything }: cards_props) {
  if (!all.value && trouble.value) return <Notice tone="attention" icon="warning" urgent>{trouble.value.message}</Notice>;
  if (!all.value) return <p class="quiet">{t("step.loading")}</p>;
  if (shown.length === 0) {
    return (
      <p class="empty">
        {t(chooses(choice) ? "library.none_found" : "library.no_cards")}{" "}
        {chooses(choice) && <Link href="/library" on_click={(event) => { event.preventDefault(); on_everything(); }}>{t("library.show_all")}</Link>}
      </p>
    );
  }
  return (
    <>
      <p class="say">{t("library.hand_hint")}</p>
      <p class="row">
        <ButtonLink icon="print" href={`/library/print${query_of(choice)}`}>{tn("library.print_shown", shown.length)}</ButtonLink>
      </p>
      <CardGrid shown={shown} choice={choice} hand={hand} on_turn={on_turn} />
    </>
  );
}
