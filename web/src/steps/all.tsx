// The one list of kinds.
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../i18n";
import type { any_settings, kind } from "../protocol";
import { use_session } from "../session/model";
import { CheckIn } from "./check_in/check_in";
import { CheckOut } from "./check_out/check_out";
import { Collect } from "./collect/collect";
import { Commit } from "./commit/commit";
import { Discuss } from "./discuss/discuss";
import { Review } from "./review/review";
import type { step_props } from "./step";
import { Vote } from "./vote/vote";

type view_of_kind = (props: any) => JSX.Element | null;

// Kinds that no session begins with come in bundles of their own, fetched when the session opens.
const again_after_ms = 3000;
const later: Partial<Record<kind, () => Promise<view_of_kind>>> = {
  group: async () => (await import("./group/group")).Group,
  position: async () => (await import("./position/position")).Position,
  pick: async () => (await import("./pick/pick")).Pick,
};
const fetched = signal<Partial<Record<kind, view_of_kind>>>({});
const on_its_way = new Set<kind>();

function fetch_kind(name: kind): void {
  const load = later[name];
  if (!load || on_its_way.has(name)) return;
  on_its_way.add(name);
  load().then((View) => (fetched.value = { ...fetched.value, [name]: View })).catch(() => {
    on_its_way.delete(name);
    setTimeout(() => fetch_kind(name), again_after_ms);
  });
}

function kind_of(settings: unknown): kind {
  return (settings as any_settings).kind;
}

const views: Partial<Record<kind, view_of_kind>> = {
  check_in: CheckIn,
  review: Review,
  collect: Collect,
  vote: Vote,
  discuss: Discuss,
  commit: Commit,
  check_out: CheckOut,
};

export function StepView(props: step_props<kind>) {
  const session = use_session();
  const all = session.steps.value.map((one) => kind_of(one.settings));
  useEffect(() => all.forEach(fetch_kind), [all.join()]);
  const name = kind_of(props.settings);
  const View = views[name] ?? fetched.value[name];
  if (View) return <View {...props} />;
  return name in later ? <p class="say">{t("loading")}</p> : null;
}
