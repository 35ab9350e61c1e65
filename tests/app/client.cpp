#include "client.hpp"

#include <catch2/catch.hpp>

namespace viab::tests {

void client::take(protocol::frame const& bytes) {
  auto frame = json::parse(*bytes);
  REQUIRE(frame.size() == 1);
  auto const& kind = frame.begin().key();
  auto const& body = frame.begin().value();
  if (kind == "view") {
    seq = body.at("seq");
    for (auto const* part : {"shared", "mine", "lead"}) {
      if (body.contains(part)) picture[part] = body.at(part);
    }
  } else if (kind == "patch") {
    auto const now = body.at("seq").get<std::uint64_t>();
    CHECK(now >= seq);
    seq = now;
    for (auto const* part : {"shared", "mine", "lead"}) {
      if (body.contains(part)) picture[part] = picture[part].patch(body.at(part));
    }
  }
  frames.push_back(std::move(frame));
}

void client::send(protocol::frame bytes) { take(bytes); }

void client::send_patch(protocol::frame bytes) {
  if (!behind) take(bytes);
}

void client::send_view(protocol::frame bytes) {
  behind = false;
  take(bytes);
}

void client::close(int code, std::string_view) {
  if (!closed_with) closed_with = code;
}

std::string client::answer(std::string const& id) const {
  for (auto at = frames.rbegin(); at != frames.rend(); ++at) {
    if (at->contains("done") && at->at("done").at("id") == id) return "done";
    if (at->contains("refused") && at->at("refused").value("id", "") == id) {
      return at->at("refused").at("code");
    }
  }
  return {};
}

int client::answers(std::string const& id) const {
  int found = 0;
  for (auto const& frame : frames) {
    auto const& body = frame.begin().value();
    bool const answers = frame.contains("done") || frame.contains("refused");
    if (answers && body.value("id", "") == id) ++found;
  }
  return found;
}

std::uint64_t client::done_at(std::string const& id) const {
  std::uint64_t at = 0;
  for (auto const& frame : frames) {
    if (frame.contains("done") && frame["done"]["id"] == id) at = frame["done"]["seq"];
  }
  return at;
}

int client::count(std::string const& kind) const {
  int found = 0;
  for (auto const& frame : frames) found += frame.contains(kind) ? 1 : 0;
  return found;
}

json const& client::welcome() const {
  for (auto at = frames.rbegin(); at != frames.rend(); ++at) {
    if (at->contains("welcome")) return at->at("welcome");
  }
  FAIL("there was no welcome");
  return frames.front();
}

std::string client::all_text() const {
  std::string text;
  for (auto const& frame : frames) text += frame.dump() + "\n";
  return text;
}

}  // namespace viab::tests
