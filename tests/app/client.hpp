// A connection as tests look at it: keeps each frame, and the picture that a browser would have.
#pragma once

#include "app/live_session.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace viab::tests {

using nlohmann::json;

class client final : public app::link {
public:
  explicit client(app::visitor visitor) : who(std::move(visitor)) {}

  void send(protocol::frame) override;
  void send_patch(protocol::frame) override;
  void send_view(protocol::frame) override;
  bool fell_behind() const override { return behind; }
  void close(int code, std::string_view reason) override;

  // "done", the word of a refusal, or "" when nothing was answered.
  std::string answer(std::string const& id) const;
  // How often this id was answered, and with which seq it was done last.
  int answers(std::string const& id) const;
  std::uint64_t done_at(std::string const& id) const;
  // Frames of that kind: "welcome", "view", "patch", "done", "refused", "notice".
  int count(std::string const& kind) const;
  json const& welcome() const;
  json const& shared() const { return picture.at("shared"); }
  json const& mine() const { return picture.at("mine"); }
  json step(std::string const& id) const { return shared().at("steps").at(id); }
  std::string all_text() const;

  app::visitor who;
  std::vector<json> frames;
  json picture = json::object();
  std::uint64_t seq = 0;  // of what is shown
  std::optional<int> closed_with;
  bool behind = false;  // patches are dropped, as net does with a slow reader

private:
  void take(protocol::frame const&);
};

}  // namespace viab::tests
