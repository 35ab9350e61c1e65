#include "api/operations.hpp"

#include <array>

namespace viab::api {
namespace {

#define VIAB_LIST_QUERY "?search=, ?after= (the `next` of the part before), ?limit= (up to 200)."

#define VIAB_ORGANISATION_FORM \
  "name:text120 calendar:text64? keep_texts_months:number? keep_sessions_months:number?"
#define VIAB_ORGANISATION                                            \
  "id:id name:text calendar:text keep_texts_months:number? " \
  "keep_sessions_months:number? version:number"

#define VIAB_WALL                                                                              \
  "id:id text:text about:text level:text organisation:id? status:text owner:text answer:text " \
  "raised_at:time changed_at:time joined_into:id? version:number teams:number likes:list"

// One row per route under /api/v1 and for the probes; a test holds it against the router.
constexpr std::array rows{
    operation{"get", "/livez", "The process lives.", "", "alive:flag"},
    operation{"get", "/readyz", "The server can be used; 503 with reasons when not.", "",
              "ready:flag reasons:object"},
    operation{"get", "/metrics", "Figures in the text format of Prometheus.", "", ""},
    operation{"get", "/api/v1/me", "Who this browser is, and the teams of that person.", "",
              "identity:object? teams:list may:list"},
    operation{"get", "/api/v1/me/profile", "What is known of oneself.", "",
              "name:text email:text? language:text letters:flag version:number", true},
    operation{"put", "/api/v1/me/profile",
              "Change one's name, address, language, or whether letters about sessions come.",
              "name:text40 email:text254? language:word(nl|en) letters:flag?",
              "name:text email:text? language:text letters:flag version:number", true},
    operation{"get", "/api/v1/kept",
              "What this server keeps, by topic and table, and for how many months; for everybody.",
              "", "texts_months:number sessions_months:number audit_months:number topics:list"},
    operation{"get", "/api/v1/me/data",
              "All that is kept of oneself, as a file: rows per table, and one's acts per session.",
              "", "made_at:time kept:object sessions:list"},
    operation{"post", "/api/v1/me/forget",
              "Be forgotten, for good. Asks one's own name, because it cannot be undone.",
              "name:text40", ""},
    operation{"post", "/api/v1/sign-out",
              "Ends this browser's session, or that of every browser of the person.",
              "everywhere:flag?", ""},
    operation{"post", "/api/v1/set-up", "Make the first administrator, with the link of the start.",
              "token:text100 name:text40 email:text254?", "name:text"},
    operation{"get", "/api/v1/sign-in", "The ways to sign in that this server has.", "",
              "by_mail:flag provider:text?"},
    operation{"post", "/api/v1/sign-in/requests",
              "Ask for a link and a code by e-mail. 202, whether somebody has that address or not.",
              "email:text254", "minutes:number"},
    operation{"post", "/api/v1/sign-in/link",
              "Use the link, in the browser that asked. `next`: done, second_step or "
              "set_up_second_step.",
              "token:text100", "next:text"},
    operation{"post", "/api/v1/sign-in/code", "Use the code of the letter instead.", "code:text20",
              "next:text"},
    operation{"post", "/api/v1/sign-in/second-step",
              "A code of the authenticator app, or a recovery code.", "code:text40", "next:text"},
    operation{"post", "/api/v1/sign-in/authenticator", "A new authenticator, shown once.", "",
              "secret:text address:text"},
    operation{"get", "/api/v1/sign-in/authenticator/qr.svg", "The same as a QR code.", "", ""},
    operation{"post", "/api/v1/sign-in/authenticator/confirm",
              "Prove that the app has it: signs in.", "code:text20", "recovery_codes:list"},
    operation{"post", "/api/v1/sign-in/provider",
              "Begin signing in with the identity provider; the browser goes to `url`.",
              "return_to:text200?", "url:text"},
    operation{"post", "/api/v1/codes/preview", "What a join code leads to; changes nothing.",
              "code:text20", "team_name:text title:text language:text role:text asks_name:flag"},
    operation{"post", "/api/v1/codes/use", "Enter a session as a guest.",
              "code:text20 name:text40?", "session:id"},
    operation{"post", "/api/v1/invitations/preview", "What a link leads to; changes nothing.",
              "token:text100", "team_name:text title:text language:text role:text asks_name:flag"},
    operation{"post", "/api/v1/invitations/use", "Sign in with an invitation link.",
              "token:text100 name:text40?", "role:text session:id? team:id?"},
    operation{"get", "/api/v1/calendars", "Calendars of days off to choose from.", "",
              "calendars:list"},
    operation{"get", "/api/v1/formats", "The formats that a session can run.", "", "formats:list"},
    operation{"get", "/api/v1/course-cards",
              "The course cards, by level and strategy; `language` chooses.", "",
              "course_cards:list"},
    operation{"get", "/api/v1/stories",
              "Short true-to-life examples; `language` chooses.", "", "stories:list"},
    operation{"get", "/api/v1/programmes",
              "Years of monthly themes; `language` chooses.", "", "programmes:list"},
    operation{"get", "/api/v1/teams",
              "Teams, for who looks after them. ?home=, ?challenge=, " VIAB_LIST_QUERY, "",
              "teams:list next:text?"},
    operation{"post", "/api/v1/teams", "Make a team.",
              "name:text120 language:word(nl|en) home:id? challenge:id? ended:flag?",
              "id:id name:text language:text home:id? challenge:id? ended_at:time? "
              "version:number"},
    operation{"get", "/api/v1/teams/{id}", "A team's sessions and agreements, for its members.", "",
              "team:object role:text sessions:list agreements:list"},
    operation{"get", "/api/v1/teams/{id}/profile", "A team as the directory has it.", "",
              "id:id name:text language:text home:id? challenge:id? ended_at:time? "
              "version:number",
              true},
    operation{"put", "/api/v1/teams/{id}/profile", "Change a team's name, home or challenge.",
              "name:text120 language:word(nl|en) home:id? challenge:id? ended:flag?",
              "id:id name:text language:text home:id? challenge:id? ended_at:time? "
              "version:number",
              true},
    operation{"get", "/api/v1/teams/{id}/memberships", "Who takes part, from when until when.", "",
              "memberships:list may_change:flag"},
    operation{"post", "/api/v1/teams/{id}/memberships", "Make somebody a member.",
              "person:id role:word(participant|facilitator) from:time? until:time?",
              "id:id person:id team:id role:text from:time until:time? version:number"},
    operation{"put", "/api/v1/memberships/{id}", "Change a role, or when it ends.",
              "role:word(participant|facilitator) from:time? until:time?",
              "id:id person:id team:id role:text from:time until:time? version:number", true},
    operation{"get", "/api/v1/teams/{id}/invitations", "Links that nobody used yet.", "",
              "invitations:list"},
    operation{"post", "/api/v1/teams/{id}/invitations",
              "Make a link that makes one person a member; works once, for seven days.",
              "role:word(participant|facilitator) label:text40?",
              "id:id label:text role:text made_at:time until:time link:text"},
    operation{"delete", "/api/v1/teams/{id}/invitations/{invitation}", "Take a link back.", "", ""},
    operation{"get", "/api/v1/teams/{id}/rhythm", "When the team meets again, and its next dates.",
              "", "rhythm:object? sentence:text? meetings:list may_change:flag", true},
    operation{
        "put", "/api/v1/teams/{id}/rhythm",
        "Set when the team meets again; the first time without If-Match.",
        "every:word(week|two_weeks|month) weekday:word(monday|tuesday|wednesday|thursday|friday|"
        "saturday|sunday) position:number? starts_on:text10 time:text5 "
        "length_minutes:number format:id language:word(nl|en) calendars:list? "
        "on_day_off:word(next_working_day|same_weekday)",
        "time:text starts_on:text zone:text length_minutes:number format:id language:text "
        "calendars:list on_day_off:text stopped:flag version:number every:text? weekday:text? "
        "position:number?",
        true},
    operation{"delete", "/api/v1/teams/{id}/rhythm",
              "Stop the rhythm; the session that is ahead stays.", "",
              "stopped:flag version:number", true},
    operation{
        "post", "/api/v1/teams/{id}/rhythm/preview", "How a rhythm would be; changes nothing.",
        "every:word(week|two_weeks|month) weekday:word(monday|tuesday|wednesday|thursday|friday|"
        "saturday|sunday) position:number? starts_on:text10 time:text5 "
        "length_minutes:number format:id language:word(nl|en) calendars:list? "
        "on_day_off:word(next_working_day|same_weekday)",
        "sentence:text? meetings:list"},
    operation{"put", "/api/v1/teams/{id}/rhythm/meetings/{original}",
              "Move one date (local time, 2027-01-05T10:00), or skip it: without moved_to.",
              "moved_to:text16?", ""},
    operation{"delete", "/api/v1/teams/{id}/rhythm/meetings/{original}",
              "Take back what was decided for one date.", "", ""},
    operation{"get", "/api/v1/teams/{id}/feed", "Whether the team has a calendar feed.", "",
              "there:flag"},
    operation{"post", "/api/v1/teams/{id}/feed",
              "Make the team's calendar feed; an earlier address is dead.", "", "address:text"},
    operation{"delete", "/api/v1/teams/{id}/feed", "End the team's calendar feed.", "", ""},
    operation{"get", "/api/v1/me/feed", "Whether the person has a calendar feed.", "",
              "there:flag"},
    operation{"post", "/api/v1/me/feed",
              "Make a feed of all the person's teams; an earlier address is dead.", "",
              "address:text"},
    operation{"delete", "/api/v1/me/feed", "End the person's calendar feed.", "", ""},
    operation{"get", "/feeds/{token}",
              "A calendar (iCalendar) at its secret address; ETag and If-None-Match.", "", ""},
    operation{"post", "/api/v1/teams/{id}/sessions", "Make a session, for facilitators.",
              "format:id language:word(nl|en) planned_for:time? cards:text800?", "session:id"},
    operation{"delete", "/api/v1/sessions/{id}",
              "Take a closed session away, for facilitators; agreements that are open stay.", "",
              ""},
    operation{"put", "/api/v1/agreements/{id}",
              "Correct an agreement; 409 when it changed meanwhile.", "plan:object version:number",
              "version:number"},
    operation{"get", "/api/v1/sessions/{id}/report",
              "A closed session's report; ?format=md, csv or json downloads it.", "",
              "team:object session:object people:number themes:list agreements:list "
              "reviewed:list obstacles:list pulse:object? positions:list picks:list"},
    operation{"get", "/api/v1/organisations", "Organisations. " VIAB_LIST_QUERY, "",
              "organisations:list next:text?"},
    operation{"post", "/api/v1/organisations", "Make an organisation.",
              VIAB_ORGANISATION_FORM, VIAB_ORGANISATION},
    operation{"get", "/api/v1/organisations/{id}", "One organisation.", "", VIAB_ORGANISATION,
              true},
    operation{"put", "/api/v1/organisations/{id}", "Change an organisation.",
              VIAB_ORGANISATION_FORM, VIAB_ORGANISATION, true},
    operation{"delete", "/api/v1/organisations/{id}",
              "Take away an organisation that nothing belongs to.", "", "", true},
    operation{"get", "/api/v1/people", "People. ?organisation=, " VIAB_LIST_QUERY, "",
              "people:list next:text?"},
    operation{"post", "/api/v1/people", "Make a person.",
              "name:text40 email:text254? organisation:id? language:word(nl|en) trainer:flag?",
              "key:id name:text email:text? organisation:id? language:text level:text "
              "trainer:flag left_at:time? version:number"},
    operation{"get", "/api/v1/people/{id}", "One person.", "",
              "key:id name:text email:text? organisation:id? language:text level:text "
              "trainer:flag left_at:time? version:number",
              true},
    operation{"put", "/api/v1/people/{id}", "Change a person.",
              "name:text40 email:text254? organisation:id? language:word(nl|en) trainer:flag?",
              "key:id name:text email:text? organisation:id? language:text level:text "
              "trainer:flag left_at:time? version:number",
              true},
    operation{"put", "/api/v1/people/{id}/level", "Make somebody coordinator or administrator.",
              "level:word(none|coordinator|administrator)",
              "key:id name:text level:text version:number"},
    operation{"delete", "/api/v1/people/{id}/second-step",
              "Forget somebody's authenticator; the next sign-in sets up a new one.", "", ""},
    operation{"post", "/api/v1/people/{id}/leave",
              "Ends every membership of a person and signs that person out everywhere.", "",
              "key:id name:text left_at:time version:number"},
    operation{"get", "/api/v1/challenges", "Challenges. " VIAB_LIST_QUERY, "",
              "challenges:list next:text?"},
    operation{"post", "/api/v1/challenges", "Make a challenge.",
              "name:text120 what_for:text1000? follows:id?",
              "id:id name:text what_for:text state:text follows:id? version:number"},
    operation{"get", "/api/v1/challenges/{id}", "One challenge, with its recalibrations.", "",
              "id:id name:text what_for:text state:text follows:id? version:number "
              "recalibrations:list",
              true},
    operation{"put", "/api/v1/challenges/{id}", "Change a challenge.",
              "name:text120 what_for:text1000? follows:id?",
              "id:id name:text what_for:text state:text follows:id? version:number", true},
    operation{"put", "/api/v1/challenges/{id}/recalibrations/{year}",
              "What a year's recalibration said of a challenge.",
              "verdict:word(kept|changed|ended|started) why:text1000? from_outside:text1000?",
              "year:number verdict:text why:text from_outside:text at:time"},
    operation{"get", "/api/v1/imports/people/example",
              "A file of people to begin with. ?language= nl or en.", "", ""},
    operation{"post", "/api/v1/imports/people/check",
              "What a file of people would come to; changes nothing.", "text/csv",
              "fingerprint:text new:number changed:number same:number problems:list "
              "problems_total:number"},
    operation{"post", "/api/v1/imports/people",
              "Import that file: ?fingerprint= is that of the check. 202; follow it by its id.",
              "text/csv", "id:id"},
    operation{"get", "/api/v1/imports/teams/example",
              "A file of teams to begin with. ?language= nl or en.", "", ""},
    operation{"post", "/api/v1/imports/teams/check",
              "What a file of teams would come to; changes nothing.", "text/csv",
              "fingerprint:text new:number changed:number same:number problems:list "
              "problems_total:number"},
    operation{"post", "/api/v1/imports/teams",
              "Import that file: ?fingerprint= is that of the check. 202; follow it by its id.",
              "text/csv", "id:id"},
    operation{"get", "/api/v1/imports/{id}",
              "How far an import is. `state`: running, done, refused (something had moved since "
              "the check; nothing was changed) or stopped.",
              "",
              "id:id kind:text state:text written:number to_write:number new:number "
              "changed:number same:number problems:list problems_total:number"},
    operation{
        "get", "/api/v1/teams/{id}/memory",
        "Of the last twelve months: themes of two sessions or more, how the agreements stand, "
        "and the pulse (0 to 3, 4 to 6, 7 to 10 in quarters of the group), "
        "and the course per level in fifths of the scale.",
        "", "since:time themes:list pulse:list course:list agreements:object"},
    operation{
        "get", "/api/v1/teams/{id}/walls",
        "What the team raised, with the answers that came back, and obstacles of its sessions "
        "that it did not raise.",
        "", "walls:list obstacles:list organisations:list may_raise:flag"},
    operation{
        "post", "/api/v1/teams/{id}/walls",
        "Raise a wall, for facilitators: an obstacle of a closed session (session and place), "
        "or another text.",
        "text:text500 about:word(obstacle|rule|wall|leader_act|delivery_signal) "
        "level:word(team|ministry|central_government|public_administration) "
        "organisation:id? session:id? place:number?",
        "id:id"},
    operation{"delete", "/api/v1/teams/{id}/walls/{wall}",
              "Take a wall back, as long as nobody is at work on it.", "", ""},
    operation{
        "get", "/api/v1/overview",
        "Across teams, in one month (?month=2026-10): how many met and the pulse, of months "
        "that are over and only of three teams and fifteen people or more; and the map of who "
        "works on which challenge (people: null for fewer than five).",
        "",
        "month:text first_month:text last_month:text over:flag teams:object? pulse:list "
        "map:object"},
    operation{"get", "/api/v1/walls",
              "The walls of all teams, newest first. ?level=, ?status=, ?about=, "
              "?organisation=, " VIAB_LIST_QUERY,
              "", "walls:list next:text?"},
    operation{"get", "/api/v1/walls/{id}", "One wall.", "", VIAB_WALL, true},
    operation{"put", "/api/v1/walls/{id}",
              "Answer a wall. taken_up asks for an owner; moved and not_now for an answer.",
              "level:word(team|ministry|central_government|public_administration) "
              "status:word(raised|taken_up|moved|not_now) owner:text80? answer:text1000? "
              "organisation:id?",
              VIAB_WALL, true},
    operation{
        "put", "/api/v1/walls/{id}/joined-into",
        "Join a wall into one that is like it, whose answer counts for both; null parts them.",
        "wall:id?", VIAB_WALL, true},
    operation{
        "get", "/api/v1/audit-entries",
        "The audit log, newest first, for administrators. ?after= the `next` of the part before.",
        "", "entries:list next:text?"},
    operation{"get", "/api/v1/openapi.json", "This document.", "", ""},
    operation{"get", "/api/v1/asyncapi.json", "The live protocol.", "", ""},
};

#undef VIAB_LIST_QUERY
#undef VIAB_WALL

}  // namespace

std::span<operation const> operations() { return rows; }

}  // namespace viab::api
