// The one list of kinds.
import type { JSX } from "preact";
import type { any_settings, kind } from "../protocol";
import { CheckIn } from "./check_in/check_in";
import { CheckOut } from "./check_out/check_out";
import { Collect } from "./collect/collect";
import { Commit } from "./commit/commit";
import { Discuss } from "./discuss/discuss";
import { Group } from "./group/group";
import { Review } from "./review/review";
import type { step_props } from "./step";
import { Vote } from "./vote/vote";

type view_of_kind = (props: any) => JSX.Element | null;

const views: Record<kind, view_of_kind> = {
  check_in: CheckIn,
  review: Review,
  collect: Collect,
  group: Group,
  vote: Vote,
  discuss: Discuss,
  commit: Commit,
  check_out: CheckOut,
};

export function StepView(props: step_props<kind>) {
  const View = views[(props.settings as any_settings).kind];
  return View ? <View {...props} /> : null;
}
