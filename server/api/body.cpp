#include "api/body.hpp"

#include "api/reply.hpp"
#include "protocol/frames.hpp"
#include "protocol/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace viab::api {
namespace {

constexpr std::size_t most_id_characters = 64;

}  // namespace

body::body(net::request const& asked) {
  auto const parsed = protocol::parse_untrusted(asked.body);
  if (!parsed) {
    mistakes_.push_back({"", parsed.why()});
  } else if (!parsed->is_object()) {
    mistakes_.push_back({"", {"malformed", "/"}});
  } else {
    document_ = std::make_shared<nlohmann::json const>(*parsed);
  }
}

nlohmann::json const* body::member(char const* name) {
  read_.emplace_back(name);
  if (!document_) return nullptr;
  auto const found = document_->find(name);
  return found == document_->end() || found->is_null() ? nullptr : &*found;
}

bool body::has(char const* name) const { return document_ && document_->contains(name); }

std::optional<std::string> body::string(char const* name, bool required) {
  auto const* value = member(name);
  if (value && value->is_string()) return value->get<std::string>();
  if (value) wrong(name, {"malformed", std::string("/") + name});
  if (!value && required) wrong(name, {"empty_text", {}});
  return std::nullopt;
}

std::optional<std::string> body::identifier(char const* name) {
  auto raw = string(name, false);
  if (!raw || raw->empty()) return std::nullopt;
  if (raw->size() <= most_id_characters) return raw;
  wrong(name, {"malformed", std::string("/") + name});
  return std::nullopt;
}

std::optional<email_address> body::address(char const* name) {
  auto const raw = string(name, false);
  if (!raw || raw->find_first_not_of(' ') == std::string::npos) return std::nullopt;
  auto made = email_address::make(*raw);
  if (made) return *made;
  wrong(name, {"not_an_address", {}});
  return std::nullopt;
}

std::string body::word(char const* name, std::vector<std::string_view> const& allowed) {
  auto raw = string(name, true);
  if (!raw) return {};
  if (std::ranges::find(allowed, *raw) != allowed.end()) return std::move(*raw);
  wrong(name, {"unknown_choice", std::string("/") + name});
  return {};
}

bool body::flag(char const* name, bool otherwise) {
  auto const* value = member(name);
  if (!value) return otherwise;
  if (value->is_boolean()) return value->get<bool>();
  wrong(name, {"malformed", std::string("/") + name});
  return otherwise;
}

std::optional<time_point> body::time(char const* name) {
  auto const raw = string(name, false);
  if (!raw) return std::nullopt;
  auto read = protocol::read_time(*raw);
  if (!read) wrong(name, {"malformed", std::string("/") + name});
  return read;
}

int body::number(char const* name, int least, int most) {
  auto const* value = member(name);
  if (value && value->is_number_integer()) {
    auto const given = value->get<std::int64_t>();
    if (given >= least && given <= most) return static_cast<int>(given);
  }
  wrong(name, {"out_of_range", std::to_string(least) + "–" + std::to_string(most)});
  return least;
}

std::optional<int> body::number_or_none(char const* name, int least, int most) {
  if (!member(name)) return std::nullopt;
  return number(name, least, most);
}

std::vector<std::string> body::texts(char const* name, std::size_t most) {
  auto const* value = member(name);
  std::vector<std::string> read;
  if (!value) return read;
  bool fine = value->is_array() && value->size() <= most;
  for (std::size_t i = 0; fine && i < value->size(); ++i) {
    auto const& one = (*value)[i];
    fine = one.is_string() && one.get_ref<std::string const&>().size() <= most_id_characters;
    if (fine) read.push_back(one.get<std::string>());
  }
  if (!fine) wrong(name, {"malformed", std::string("/") + name});
  return read;
}

void body::wrong(char const* name, refusal why) {
  mistakes_.push_back({std::string("/") + name, std::move(why)});
}

bool body::fine() {
  if (document_) {
    for (auto const& [name, value] : document_->items()) {
      if (std::ranges::find(read_, name) == read_.end()) {
        mistakes_.push_back({"/" + name, {"malformed", "/" + name}});
      }
    }
  }
  return mistakes_.empty();
}

net::response body::problem(services const& with, net::request const& asked) const {
  auto const language = language_of(asked);
  auto const sentence = [&](refusal const& why) {
    return with.library.sentence(why.code, why.detail, language);
  };
  auto const& first = mistakes_.front();
  bool const alone = mistakes_.size() == 1;
  auto answer = net::problem(422, alone ? sentence(first.why) : sentence({"invalid_input", {}}),
                             alone ? first.why.code : "invalid_input");
  auto document = nlohmann::json::parse(answer.body);
  auto& list = document["invalid_params"] = nlohmann::json::array();
  for (auto const& one : mistakes_) {
    list.push_back({{"name", one.name}, {"code", one.why.code}, {"reason", sentence(one.why)}});
  }
  answer.body = document.dump();
  return answer;
}

}  // namespace viab::api
