#include "protocol/frames.hpp"

#include "domain/refusals.hpp"
#include "protocol/describe/frames.hpp"
#include "protocol/json.hpp"
#include "protocol/plain_command.hpp"
#include "protocol/read_value.hpp"
#include "protocol/session_codec.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace viab::protocol {
namespace {

using nlohmann::json;

// The place of a command in its frame, so that a path says where the client has to look.
constexpr char command_path[] = "/do/command";

bool read_command_id(reader& in, json const& from, command_id& into) {
  auto const* id = find_member(from, "id");
  auto const* text = id ? as_string(*id) : nullptr;
  if (!text || !valid_command_id(*text)) return in.malformed("id");
  into.value = *text;
  return true;
}

bool read_step(reader& in, json const& from, std::optional<step_id>& into) {
  auto const* step = find_member(from, "step");
  if (!step) return true;
  in.enter(std::string_view("step"));
  if (!read_value(in, *step, into)) return false;
  in.leave();
  return true;
}

bool read_do(reader& in, json const& from, unread_command& into) {
  if (!from.is_object()) return in.malformed();
  if (!read_command_id(in, from, into.id) || !read_step(in, from, into.step)) return false;
  auto const* command = find_member(from, "command");
  if (!command || !command->is_object()) return in.malformed("command");
  if (from.size() != (find_member(from, "step") ? 3U : 2U)) {
    return in.unknown_member(from, {"id", "step", "command"});
  }
  into.body = command->dump();
  return true;
}

bool read_ping(reader& in, json const& from, ping& into) {
  return read_value(in, from, into.number);
}

// The one member of a frame says what it is.
bool read_body(reader& in, std::string const& name, json const& from, client_frame& into) {
  in.enter(std::string_view(name));
  if (name == "hello") return read_value(in, from, into.emplace<hello>());
  if (name == "do") return read_do(in, from, into.emplace<unread_command>());
  if (name == "ping") return read_ping(in, from, into.emplace<ping>());
  if (name == "editing") return read_value(in, from, into.emplace<editing>());
  return in.malformed();
}

std::optional<command_id> id_within(json const& document) {
  auto const todo = document.find("do");
  if (todo == document.end() || !todo->is_object()) return std::nullopt;
  reader in(source::client);
  command_id id;
  if (!read_command_id(in, *todo, id)) return std::nullopt;
  return id;
}

reading read_document(json const& document) {
  reader in(source::client);
  if (!document.is_object() || document.empty()) {
    in.malformed();
    return {in.why(), std::nullopt};
  }
  auto const offender = id_within(document);
  client_frame frame;
  bool good = true;
  if (document.size() == 1) {
    good = read_body(in, document.begin().key(), document.begin().value(), frame);
  } else {
    auto const second = std::next(document.begin());
    good = in.malformed(second.key());
  }
  if (!good) return {in.why(), offender};
  return {std::move(frame), offender};
}

template <class Command, class Read>
result<Command> read_document_as(json const& document, Read read) {
  reader in(source::client, command_path);
  Command command;
  if (!read(in, document, command)) return in.why();
  return command;
}

template <class Command, class Read>
result<Command> read_body_as(std::string_view body, Read read) {
  if (auto const plain = read_plain_object(body)) return read_document_as<Command>(*plain, read);
  auto const document = parse_untrusted(body);
  if (!document) return document.why();
  return read_document_as<Command>(*document, read);
}

}  // namespace

reading read_client_frame(std::string_view text) {
  if (text.size() > most_frame_bytes) {
    return {refusals::make("malformed", "too large"), std::nullopt};
  }
  if (auto plain = read_plain_command(text)) {
    auto const id = plain->id;
    return {client_frame(std::move(*plain)), id};
  }
  auto const document = parse_untrusted(text);
  if (!document) return {document.why(), std::nullopt};
  return read_document(*document);
}

result<session::command> read_session_command(std::string_view body) {
  return read_body_as<session::command>(
      body, [](reader& in, json const& from, session::command& into) {
        return read_session_command(in, from, into);
      });
}

result<steps::any_command> read_step_command(std::size_t kind, std::string_view body) {
  auto const& codec = codec_of(kind);
  return read_body_as<steps::any_command>(body, codec.read_command);
}

}  // namespace viab::protocol
