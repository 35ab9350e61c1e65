// The shapes on the wire, by short names; all are made from the server's own structs (protocol.gen.ts).
import type * as made from "./protocol.gen";

export type {
  agreement, draft_id, item_id, obstacle_kind, participant_id, promise, review_status, role, round,
  round_phase, session_phase, step_id, time, shared_view as shared_part, mine_view as own_part,
  lead_view as lead_part, session_about_view as about_view, session_person_view as person_view,
  session_you_view as you_view, session_step_outline as step_outline, step_kind as kind,
  step_settings as any_settings, step_shared_view as any_shared, step_own_view as any_own,
  step_lead_view as any_lead, step_command, session_command,
} from "./protocol.gen";

export type maybe<T> = T | null | undefined;
export type map<T> = Record<string, T>;
export type text = made.erasable;

export namespace check_in {
  export type settings = made.check_in_settings;
  export type ballot = made.check_in_ballot;
  export type results = made.check_in_results;
  export type shared_view = made.check_in_shared_view;
}
export namespace review {
  export type assessment = made.review_assessment;
}
export namespace collect {
  export type column = made.collect_column;
  export type settings = made.collect_settings;
  export type card_view = made.collect_card_view;
  export type own_card = made.collect_own_card;
}
export namespace group {
  export type shared_view = made.group_shared_view;
  export type card_view = made.group_card_view;
  export type theme_view = made.group_theme_view;
}
export namespace vote {
  export type tally = made.vote_tally;
}
export namespace discuss {
  export type topic_view = made.discuss_topic_view;
}
export namespace commit {
  export type proposal_view = made.commit_proposal_view;
  export type obstacle_view = made.commit_obstacle_view;
}
export namespace position {
  export type line = made.position_line;
  export type settings = made.position_settings;
  export type marks = made.position_marks;
  export type ballot = made.position_ballot;
  export type line_result = made.position_line_result;
  export type cell = made.position_cell;
  export type results = made.position_results;
  export type spot = made.spot;
  export type spread = made.spread;
}
export namespace pick {
  export type settings = made.pick_settings;
  export type card = made.course_card;
  export type tally = made.pick_tally;
  export type results = made.pick_results;
}
export namespace check_out {
  export type settings = made.check_out_settings;
  export type ballot = made.check_out_ballot;
  export type results = made.check_out_results;
}
