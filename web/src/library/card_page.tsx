// One course card: from A to B, via B, with what to ask, what to watch for, and an example.
import { t } from "../i18n";
import { ButtonLink, Link } from "../ui/controls";
import { Icon, type icon_name } from "../ui/icons";
import { NotFound, Trouble } from "../ui/not_found";
import { Page } from "../ui/top_bar";
import { address_of, beside, type course_card } from "./cards";
import { print_address } from "./hand";
import { LayCard } from "./lay_card";
import { PlaceInGrid, spot_text } from "./place_in_grid";
import { sources_text, use_cards } from "./told";

export function CardPage({ id }: { id: string }) {
  const { all, trouble } = use_cards();
  if (!all.value) {
    return (
      <Page title={t("library.card")} where={t("library.title")}>
        <h1 class="nl-heading nl-heading--level-1">{t("library.card")}</h1>
        {trouble.value ? <Trouble why={trouble.value} /> : <p class="quiet">{t("step.loading")}</p>}
      </Page>
    );
  }
  const card = all.value.find((one) => one.id === id);
  if (!card) return <NotFound />;
  return (
    <Page title={card.title} where={t("library.title")}>
      <p class="library-back"><a class="nl-link" href="/library"><Icon name="back" /> {t("library.all_cards")}</a></p>
      <div class="library-card">
        <article class="stack">
          <header class="library-card__head">
            <div>
              <p class="kicker">{spot_text(card)}</p>
              <h1 class="nl-heading nl-heading--level-1">{card.title}</h1>
            </div>
            <PlaceInGrid at={card} />
          </header>
          <Course card={card} />
          <About card={card} />
        </article>
        <div class="stack">
          <LayCard key={card.id} card={card} />
          <Beside all={all.value} card={card} />
        </div>
      </div>
    </Page>
  );
}

function Course({ card }: { card: course_card }) {
  return (
    <div class="course">
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-3"><span class="letter">A</span> {t("library.from")}</h2>
        <p>{card.from}</p>
      </section>
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-3"><span class="letter letter--to">B</span> {t("library.to")}</h2>
        <p>{card.to}</p>
      </section>
      <section class="panel panel--now course__via">
        <h2 class="nl-heading nl-heading--level-3"><span class="letter letter--via">via B</span> {t("library.via")}</h2>
        <p>{card.via}</p>
      </section>
    </div>
  );
}

function About({ card }: { card: course_card }) {
  return (
    <>
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-3">{t("library.question")}</h2>
        <p class="library-card__question">{card.question}</p>
      </section>
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-3">{t("library.watch")}</h2>
        <p>{card.watch}</p>
      </section>
      <section class="panel">
        <h2 class="nl-heading nl-heading--level-3">{t("library.example")}</h2>
        <p class="plan__text"><b>{t("plan.if")}</b> {card.cue} <b>{t("plan.then")}</b> {card.action}</p>
      </section>
      <p class="say">{t("library.source")}: {card.sources.length > 0 ? sources_text(card.sources) : t("library.source_own")}</p>
    </>
  );
}

function Beside({ all, card }: { all: course_card[]; card: course_card }) {
  const { before, after, place, of } = beside(all, card);
  return (
    <nav class="panel beside" aria-label={t("library.beside")}>
      <p class="say">{t("library.place_of", { place, of, cell: spot_text(card) })}</p>
      {before && <Step icon="back" way={t("library.before")} card={before} />}
      {after && <Step icon="next" way={t("library.after")} card={after} />}
      <p class="row"><ButtonLink icon="print" href={print_address([card.id])}>{t("library.print_card")}</ButtonLink></p>
    </nav>
  );
}

function Step({ icon, way, card }: { icon: icon_name; way: string; card: course_card }) {
  return (
    <p>
      <Icon name={icon} />
      <span><span class="say">{way}</span><Link href={address_of(card)}>{card.title}</Link></span>
    </p>
  );
}
