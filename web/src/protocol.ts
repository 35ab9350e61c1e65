// The shapes on the wire, as the server's structs have them. Optional members may be null or absent.

export type participant_id = string; // "p7"
export type item_id = string; // "3-12"
export type draft_id = string; // "d7"
export type step_id = string;
export type time = string; // "2026-11-23T10:00:00.123Z"
export type maybe<T> = T | null | undefined;
export type map<T> = Record<string, T>;
// Text that people wrote; null when it was erased since.
export type text = string | null;

export type role = "participant" | "facilitator" | "screen";
export type promise = "open" | "anonymous" | "secret";
export type session_phase = "lobby" | "running" | "closed";
export type round_phase = "open" | "closed" | "shown";
export type review_status = "open" | "done" | "partly" | "not_done" | "no_longer_needed";
export type obstacle_kind = "obstacle" | "rule" | "wall" | "leader_act";
export type on_changed_inputs = "ask" | "keep" | "start_over";

export interface round {
  promised: promise;
  number: number;
  phase: round_phase;
}

export interface agreement {
  cue: text;
  action: text;
  owner?: maybe<text>;
  review_on?: maybe<string>;
  status: review_status;
}

export namespace check_in {
  export interface mood {
    key: string;
    label: string;
  }
  export interface settings {
    kind: "check_in";
    moods: mood[];
    asks_word: boolean;
    promised: promise;
  }
  export interface ballot {
    mood?: maybe<string>;
    word?: maybe<text>;
  }
  export interface results {
    answered: number;
    moods: map<number>;
    words: text[];
    named: { who: participant_id; answer: ballot }[];
  }
  export interface shared_view {
    kind: "check_in";
    current: round;
    answered: number;
    counted?: maybe<results>;
    dropped: boolean;
  }
  export interface own_view {
    kind: "check_in";
    answer?: maybe<ballot>;
  }
  export interface lead_view {
    kind: "check_in";
    counted?: maybe<results>;
  }
}

export namespace review {
  export interface settings {
    kind: "review";
    promised: promise;
  }
  export interface assessment {
    chosen: map<number>;
    proposed: review_status;
  }
  export interface agreement_view {
    plan: agreement;
    counted?: maybe<assessment>;
    settled?: maybe<review_status>;
  }
  export interface shared_view {
    kind: "review";
    current: round;
    answered: number;
    dropped: boolean;
    agreements: map<agreement_view>;
  }
  export interface own_view {
    kind: "review";
    statuses: map<review_status>;
  }
  export interface lead_view {
    kind: "review";
    counted: map<assessment>;
  }
}

export namespace collect {
  export interface column {
    key: string;
    title: string;
    hint: string;
  }
  export interface settings {
    kind: "collect";
    columns: column[];
    promised: promise;
  }
  export interface card_view {
    column: string;
    text: text;
    hidden: boolean;
    author?: maybe<participant_id>;
  }
  export interface shared_view {
    kind: "collect";
    current: round;
    reopened: boolean;
    total: number;
    answered: number;
    cards: map<card_view>;
  }
  export interface own_card {
    column: string;
    text: text;
    version: number;
    published?: maybe<item_id>;
  }
  export interface own_view {
    kind: "collect";
    cards: map<own_card>;
  }
  export interface lead_view {
    kind: "collect";
    cards: map<card_view>;
  }
}

export namespace group {
  export interface settings {
    kind: "group";
  }
  export interface card_view {
    text: text;
    column: string;
    theme?: maybe<item_id>;
    place: number;
    added_here: boolean;
    version: number;
  }
  export interface theme_view {
    title: text;
    place: number;
    version: number;
  }
  export interface shared_view {
    kind: "group";
    total: number;
    loose: number;
    cards: map<card_view>;
    themes: map<theme_view>;
  }
  export interface own_view {
    kind: "group";
    added: item_id[];
  }
  export interface lead_view {
    kind: "group";
  }
}

export namespace vote {
  export interface settings {
    kind: "vote";
    dots: number;
    most_per_item: number;
    promised: promise;
  }
  export interface tally {
    item: item_id;
    dots: number;
    voters: number;
    by: participant_id[];
  }
  export interface results {
    answered: number;
    abstained: number;
    tallies: tally[];
  }
  export interface choice_view {
    text: string;
    cards: number;
    place: number;
    counted?: maybe<tally>;
  }
  export interface shared_view {
    kind: "vote";
    current: round;
    dots: number;
    most_per_item: number;
    answered: number;
    abstained: number;
    dropped: boolean;
    choices: map<choice_view>;
  }
  export interface own_view {
    kind: "vote";
    answered: boolean;
    left: number;
    dots: map<number>;
  }
  export interface lead_view {
    kind: "vote";
    counted?: maybe<results>;
  }
}

export namespace discuss {
  export interface settings {
    kind: "discuss";
    minutes_per_topic: number;
    topics: number;
  }
  export interface topic_view {
    text: string;
    parts: { text: string; column: string }[];
    dots: number;
    phase: "waiting" | "open" | "done";
    place: number;
    proposed: boolean;
    note: text;
    note_version: number;
    go_on: number;
    move_on: number;
    deadline?: maybe<time>;
    time_ran_out: boolean;
  }
  export interface shared_view {
    kind: "discuss";
    open?: maybe<item_id>;
    scribe?: maybe<participant_id>;
    topics: map<topic_view>;
  }
  export interface own_view {
    kind: "discuss";
    go_on?: maybe<boolean>;
  }
  export interface lead_view {
    kind: "discuss";
  }
}

export namespace commit {
  export interface settings {
    kind: "commit";
    wished: number;
    asks_obstacles: boolean;
  }
  export interface proposal_view {
    plan: agreement;
    author: participant_id;
    version: number;
    going_along: number;
    needs: { who: participant_id; needs: text }[];
    accepted?: maybe<boolean>;
  }
  export interface obstacle_view {
    text: text;
    about: obstacle_kind;
    author: participant_id;
    version: number;
  }
  export interface shared_view {
    kind: "commit";
    topics: { text: string; note: string }[];
    proposals: map<proposal_view>;
    obstacles: map<obstacle_view>;
  }
  export interface own_view {
    kind: "commit";
    responses: map<{ goes_along: boolean; needs?: maybe<text> }>;
  }
  export interface lead_view {
    kind: "commit";
  }
}

export namespace check_out {
  export interface settings {
    kind: "check_out";
    statements: string[];
    asks_return: boolean;
    asks_normal: boolean;
    promised: promise;
  }
  export interface ballot {
    return_on_time?: maybe<number>;
    statements: maybe<number>[];
    normal?: maybe<number>;
  }
  export interface results {
    answered: number;
    return_on_time: number[];
    statements: number[][];
    normal: number[];
    named: { who: participant_id; answer: ballot }[];
  }
  export interface shared_view {
    kind: "check_out";
    current: round;
    answered: number;
    counted?: maybe<results>;
    dropped: boolean;
  }
  export interface own_view {
    kind: "check_out";
    answer?: maybe<ballot>;
  }
  export interface lead_view {
    kind: "check_out";
    counted?: maybe<results>;
  }
}

export type any_settings =
  | check_in.settings | review.settings | collect.settings | group.settings
  | vote.settings | discuss.settings | commit.settings | check_out.settings;
export type any_shared =
  | check_in.shared_view | review.shared_view | collect.shared_view | group.shared_view
  | vote.shared_view | discuss.shared_view | commit.shared_view | check_out.shared_view;
export type any_own =
  | check_in.own_view | review.own_view | collect.own_view | group.own_view
  | vote.own_view | discuss.own_view | commit.own_view | check_out.own_view;
export type any_lead =
  | check_in.lead_view | review.lead_view | collect.lead_view | group.lead_view
  | vote.lead_view | discuss.lead_view | commit.lead_view | check_out.lead_view;
export type kind = any_settings["kind"];

export interface step_outline {
  id: step_id;
  kind: kind;
  title: string;
  question: string;
  hint: string;
  minutes: number;
  opened: boolean;
  prepares: boolean;
  promised: promise;
  settings: any_settings;
}
export interface about_view {
  id: string;
  team_name: string;
  title: string;
  language: string;
  format: string;
  now: session_phase;
  locked: boolean;
  join_code: string;
  current?: maybe<step_id>;
  steps: step_outline[];
  ends_at?: maybe<time>;
  time_ran_out: boolean;
  here: number;
  ready: number;
  planned_for?: maybe<time>;
}
export interface person_view {
  name: text;
  as: role;
  guest: boolean;
}
export interface you_view {
  id: participant_id;
  name: text;
  as: role;
  guest: boolean;
  taking_part: boolean;
  waiting: boolean;
  ready: boolean;
}
export interface lead_about_view {
  waiting: { id: participant_id; name: text }[];
  guests: "open" | "ask";
  leads: number;
}

export interface shared_part {
  session: about_view;
  people: map<person_view>;
  steps: map<any_shared>;
}
export interface own_part {
  you: you_view;
  steps?: map<any_own>;
}
export interface lead_part {
  session: lead_about_view;
  steps?: map<any_lead>;
}
