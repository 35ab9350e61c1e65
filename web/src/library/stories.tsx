// Stories of how it can be: where each belongs, and whether it was told or made up.
import { t, tn } from "../i18n";
import { Badge, Notice } from "../ui/controls";
import type { story } from "./cards";
import { spot_text } from "./place_in_grid";
import { sources_text, type told } from "./told";

export function Stories({ stories: { all, trouble }, shown }: { stories: told<story[]>; shown: story[] }) {
  return (
    <section class="library-part">
      <h2 id="stories" tabIndex={-1} class="nl-heading nl-heading--level-2">{t("library.stories_title")}</h2>
      {!all.value && trouble.value && <Notice tone="attention" icon="warning" urgent>{trouble.value.message}</Notice>}
      {!all.value && !trouble.value && <p class="quiet">{t("step.loading")}</p>}
      {all.value && <p class="say">{tn("library.stories", shown.length)}. {t("library.stories_hint")}</p>}
      <ul class="plain-list stories">{shown.map((one) => <li key={one.id}><Story one={one} /></li>)}</ul>
    </section>
  );
}

function Story({ one }: { one: story }) {
  const sourced = one.nature === "sourced";
  return (
    <details class="panel story">
      <summary>
        <h3 class="nl-heading nl-heading--level-3">{one.title}</h3>
        <span class="story__about say">
          {spot_text(one)} <Badge tone={sourced ? "good" : "plain"}>{t(sourced ? "library.sourced" : "library.illustration")}</Badge>
        </span>
      </summary>
      <div class="story__text">
        {one.text.split(/\n{2,}/).map((part, place) => <p key={place} class="nl-paragraph">{part}</p>)}
        <p class="story__question">{one.question}</p>
        <p class="say">{sourced ? `${t("library.source")}: ${sources_text(one.sources)}` : t("library.made_up")}</p>
      </div>
    </details>
  );
}
