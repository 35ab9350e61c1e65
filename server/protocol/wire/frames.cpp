#include "protocol/describe/domain.hpp"
#include "protocol/describe/frames.hpp"
#include "protocol/wire/describe_type.hpp"

namespace viab::protocol::wire {
namespace {

shape const seq = number(0, std::numeric_limits<std::int64_t>::max());
shape const any_string = simple(form::string);

shape add_struct(model& all, std::string const& name, std::string about, std::vector<field> fields,
                 way direction = way::sent) {
  if (all.claim(name)) {
    all.define({.name = name,
                .about = std::move(about),
                .is_struct = true,
                .closed = direction == way::received,
                .fields = std::move(fields)});
  }
  return reference(name);
}

// {"hello": {…}}: a frame has one member, which says what it is.
shape add_frame(model& all, std::string const& key, shape body, way direction) {
  return add_struct(all, key + "_frame", {}, {{key, std::move(body)}}, direction);
}

void add_client_frames(model& all) {
  auto const in = way::received;
  auto const id = alias(all, "command_id",
                        shape{.as = form::pattern, .name = "^[A-Za-z0-9_-]{8,64}$"},
                        "Made by the client; the same id again has no second effect.");
  auto const command = one_of({reference("session_command"), reference("step_command")});
  auto const step = shape_of<std::optional<step_id>>(all, in);
  auto const todo = add_struct(all, "do_command", "Without a step: a command for the session.",
                               {{"id", id}, {"step", step, false}, {"command", command}}, in);
  auto const first = describe_struct<hello>(all, in);
  auto const edits = describe_struct<editing>(all, in);
  auto const any_number = number(std::numeric_limits<std::int64_t>::min(),
                                 std::numeric_limits<std::int64_t>::max());
  alias(all, "client_frame",
        one_of({add_frame(all, "hello", first, in), add_frame(all, "do", todo, in),
                add_frame(all, "ping", any_number, in), add_frame(all, "editing", edits, in)}),
        "What a client sends: exactly one member.");
}

void add_operation(model& all) {
  shape const how{.as = form::words, .words = {"add", "replace", "remove"}};
  add_struct(all, "operation", "RFC 6902; `value` where something is added or replaced.",
             {{"op", how}, {"path", any_string}, {"value", simple(form::anything), false}});
}

void add_picture_frames(model& all, std::vector<shape>& frames) {
  auto const out = way::sent;
  auto const view = add_struct(all, "view", "The whole picture, as far as one may see it.",
                               {{"seq", seq},
                                {"shared", reference("shared_view"), false},
                                {"mine", reference("mine_view"), false},
                                {"lead", reference("lead_view"), false}});
  add_operation(all);
  auto const operations = list_of(reference("operation"));
  auto const patch = add_struct(all, "patch", "What changed since the picture before.",
                                {{"seq", seq},
                                 {"shared", operations, false},
                                 {"mine", operations, false},
                                 {"lead", operations, false}});
  frames.push_back(add_frame(all, "view", view, out));
  frames.push_back(add_frame(all, "patch", patch, out));
}

void add_answer_frames(model& all, std::vector<shape>& frames) {
  auto const out = way::sent;
  auto const id = reference("command_id");
  frames.push_back(add_frame(
      all, "done", add_struct(all, "done", "It is on disk.", {{"id", id}, {"seq", seq}}), out));
  auto const no = add_struct(all, "refused", "`detail` holds a limit, a count or a path.",
                             {{"id", id, false},
                              {"code", any_string},
                              {"message", any_string},
                              {"detail", any_string, false}});
  frames.push_back(add_frame(all, "refused", no, out));
}

void add_notice_frames(model& all, std::vector<shape>& frames) {
  auto const who = reference("participant_id");
  auto const editor = add_struct(all, "editor", {}, {{"who", who}, {"entry", any_string}});
  auto const presence = add_struct(all, "presence", "Who is connected; no names in large rooms.",
                                   {{"kind", literal("presence")},
                                    {"connected", seq},
                                    {"people", list_of(who)},
                                    {"editing", list_of(editor)}});
  frames.push_back(add_frame(all, "notice", presence, way::sent));
  frames.push_back(add_frame(all, "pong", simple(form::whole_number), way::sent));
  auto const end = add_struct(all, "closed", "The last frame of an event stream.",
                              {{"code", seq}, {"reason", any_string}});
  frames.push_back(add_frame(all, "closed", end, way::sent));
}

}  // namespace

void add_frames(model& all) {
  add_client_frames(all);
  auto const welcome = add_struct(all, "welcome", "The first answer; `you` is null for screens.",
                                  {{"you", nullable(reference("participant_id"))},
                                   {"role", shape_of<role>(all, way::sent)},
                                   {"epoch", any_string},
                                   {"seq", seq},
                                   {"recovered", simple(form::yes_no)},
                                   {"build", any_string},
                                   {"now", simple(form::time)}});
  std::vector<shape> frames{add_frame(all, "welcome", welcome, way::sent)};
  add_picture_frames(all, frames);
  add_answer_frames(all, frames);
  add_notice_frames(all, frames);
  alias(all, "server_frame", one_of(std::move(frames)), "What the server sends.");
}

model whole_wire() {
  model all;
  add_kinds(all);
  add_session(all);
  add_frames(all);
  return all;
}

}  // namespace viab::protocol::wire
