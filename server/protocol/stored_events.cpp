#include "protocol/stored_events.hpp"

#include "protocol/json.hpp"
#include "protocol/session_codec.hpp"
#include "protocol/upcast.hpp"

#include <nlohmann/json.hpp>

namespace viab::protocol {
namespace {

using nlohmann::json;

[[noreturn]] void unreadable(std::string_view kind, int version, std::string const& why) {
  throw unreadable_event(std::string(kind) + " version " + std::to_string(version) + ": " + why);
}

encoded_event write_step_event(session::step_event const& event) {
  auto const& codec = codec_of(event.what.index());
  encoded_event stored;
  stored.kind.append(codec.kind).append(".").append(codec.event_name(event.what));
  writer to{stored.payload, true};
  stored.payload += "{\"step\":";
  write_key(stored.payload, event.step);
  stored.payload += ",\"what\":";
  codec.write_event(to, event.what);
  stored.payload += '}';
  return stored;
}

// {"step": …, "what": {…}}; says why not.
std::string read_step_event(std::string_view kind, json const& from, session::event& into) {
  auto const dot = kind.find('.');
  std::size_t place = 0;
  auto const* codec = find_codec(kind.substr(0, dot), place);
  if (!codec) return "there is no such kind of step";
  if (!from.is_object() || from.size() != 2 || !from.contains("step") || !from.contains("what")) {
    return "a step's event has step and what";
  }
  if (!from["step"].is_string()) return "malformed /step";
  session::step_event event{{from["step"].get<std::string>()}, {}};
  reader in(source::store, "/what");
  auto const name = kind.substr(dot + 1);
  if (!codec->read_event(in, name, from["what"], event.what)) {
    return in.failed() ? in.why().code + " " + in.why().detail : "there is no such event";
  }
  into = std::move(event);
  return {};
}

std::string read_any_event(std::string_view kind, json const& from, session::event& into) {
  if (kind.find('.') != std::string_view::npos) return read_step_event(kind, from, into);
  reader in(source::store);
  if (read_session_event(in, kind, from, into)) return {};
  return in.failed() ? in.why().code + " " + in.why().detail : "there is no such event";
}

}  // namespace

encoded_event write_event(session::event const& event) {
  auto stored = [&] {
    if (auto const* of_step = std::get_if<session::step_event>(&event)) {
      return write_step_event(*of_step);
    }
    encoded_event own{std::string(session_event_name(event)), 1, {}};
    writer to{own.payload, true};
    write_session_event(to, event);
    return own;
  }();
  stored.version = newest_version(stored.kind);
  return stored;
}

session::event read_event(std::string_view kind, int version, std::string_view payload) {
  auto document = parse_untrusted(payload);
  if (!document) unreadable(kind, version, document.why().detail);
  if (version < 1 || version > newest_version(kind)) {
    unreadable(kind, version, "this version is not known here");
  }
  upcast(kind, version, *document);
  session::event event = session::started{};
  if (auto const why = read_any_event(kind, *document, event); !why.empty()) {
    unreadable(kind, version, why);
  }
  return event;
}

std::vector<std::string> event_kinds() {
  std::vector<std::string> all;
  for (auto const name : session_event_names()) all.emplace_back(name);
  for (std::size_t place = 0; place < steps::kind_count; ++place) {
    auto const& codec = codec_of(place);
    for (auto const name : codec.event_names()) {
      all.push_back(std::string(codec.kind) + "." + std::string(name));
    }
  }
  return all;
}

}  // namespace viab::protocol
