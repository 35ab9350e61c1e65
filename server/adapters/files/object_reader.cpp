#include "adapters/files/object_reader.hpp"

#include "domain/text.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace viab::adapters {
namespace {

// The number of letters to add, take away or change to come from one word to the other.
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    auto diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= to.size(); ++j) {
      auto const changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

std::string listed(std::vector<std::string> const& words) {
  std::string all;
  for (auto const& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::string quoted(std::string_view text) {
  return text.size() <= 80 ? "\"" + std::string(text) + "\"" : "this";
}

}  // namespace

std::optional<std::string> most_like(std::string_view typed,
                                     std::vector<std::string> const& words) {
  std::optional<std::string> best;
  if (typed.size() > 2 * most_name_characters) return best;
  auto least = typed.size() <= 3 ? 2 : std::max<std::size_t>(typed.size() / 3, 2) + 1;
  for (auto const& word : words) {
    if (auto const away = distance(typed, word); away < least) {
      least = away;
      best = word;
    }
  }
  return best;
}

std::string suggestion(std::string_view typed, std::vector<std::string> const& words) {
  auto const like = most_like(typed, words);
  return like ? "; did you mean \"" + *like + "\"?" : "";
}

bool is_name(std::string_view text) {
  auto const letter = [](char c) { return c >= 'a' && c <= 'z'; };
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && text.size() <= most_name_characters && letter(text.front())
         && std::all_of(text.begin(), text.end(),
                        [&](char c) { return letter(c) || digit(c) || c == '_'; });
}

object_reader::object_reader(located const& node, std::string pointer, findings& found)
    : node_(node), pointer_(std::move(pointer)), found_(found) {
  if (node.type != json_type::object) {
    add(node, pointer_, "is " + std::string(spoken(node.type)) + "; it must be an object");
  }
}

void object_reader::add(located const& at, std::string pointer, std::string reason) {
  found_.add(at.line, std::move(pointer), std::move(reason));
}

void object_reader::complain(std::string const& field, std::string reason) {
  auto const* const at = node_.find(field);
  add(at ? *at : node_, at ? pointer_ + "/" + field : pointer_, std::move(reason));
}

located const* object_reader::look_for(std::string const& field, json_type wanted, bool required) {
  asked_.insert(field);
  if (node_.type != json_type::object) return nullptr;
  auto const* const at = node_.find(field);
  if (at == nullptr) {
    if (required) complain(field, "\"" + field + "\" is missing");
    return nullptr;
  }
  if (at->type != wanted) {
    complain(field,
             "is " + std::string(spoken(at->type)) + "; it must be " + std::string(spoken(wanted)));
    return nullptr;
  }
  return at;
}

std::string object_reader::checked_text(located const& at, std::string const& pointer, int most) {
  auto const length = count_characters(at.text).value_or(most + 1);
  if (at.text.empty()) {
    add(at, pointer, "is empty; write something or leave the field out");
  } else if (length > most) {
    add(at, pointer,
        "has " + std::to_string(length) + " characters; at most " + std::to_string(most));
  } else if (tidied(at.text) != at.text || at.text.find('\n') != std::string::npos) {
    add(at, pointer, "begins or ends with a space, or holds a line end or a control character");
  }
  return at.text;
}

std::string object_reader::text(std::string const& field, int most) {
  auto const* const at = look_for(field, json_type::text, true);
  return at ? checked_text(*at, pointer_ + "/" + field, most) : std::string();
}

std::string object_reader::paragraphs(std::string const& field, int most) {
  auto const* const at = look_for(field, json_type::text, true);
  if (!at) return {};
  std::size_t begin = 0;
  for (auto end = at->text.find("\n\n");; end = at->text.find("\n\n", begin)) {
    auto one = *at;
    one.text = at->text.substr(begin, end == std::string::npos ? end : end - begin);
    checked_text(one, pointer_ + "/" + field, most);
    if (end == std::string::npos) break;
    begin = end + 2;
  }
  if (count_characters(at->text).value_or(most + 1) > most) {
    complain(field, "has more than " + std::to_string(most) + " characters");
  }
  return at->text;
}

std::string object_reader::text_if_any(std::string const& field, int most) {
  auto const* const at = look_for(field, json_type::text, false);
  return at ? checked_text(*at, pointer_ + "/" + field, most) : std::string();
}

std::string object_reader::name(std::string const& field) {
  if (!has(field)) {
    look_for(field, json_type::text, true);
    return {};
  }
  return name_if_any(field);
}

std::string object_reader::name_if_any(std::string const& field) {
  auto const* const at = look_for(field, json_type::text, false);
  if (at == nullptr) return {};
  if (!is_name(at->text)) {
    complain(field, quoted(at->text) + " is no name: small letters, digits and underscores, "
                        + "beginning with a letter, at most "
                        + std::to_string(most_name_characters));
    return {};
  }
  return at->text;
}

int object_reader::number(std::string const& field, int least, int most,
                          std::optional<int> otherwise) {
  auto const* const at = look_for(field, json_type::integer, !otherwise);
  if (at == nullptr) return otherwise.value_or(least);
  if (at->integer < least) {
    complain(field, "is " + std::to_string(at->integer) + "; at least " + std::to_string(least));
  } else if (at->integer > most) {
    complain(field, "is " + std::to_string(at->integer) + "; at most " + std::to_string(most));
  } else {
    return static_cast<int>(at->integer);
  }
  return otherwise.value_or(least);
}

bool object_reader::flag(std::string const& field, bool otherwise) {
  auto const* const at = look_for(field, json_type::boolean, false);
  return at ? at->boolean : otherwise;
}

std::string object_reader::one_of(std::string const& field, std::vector<std::string> const& words,
                                  std::optional<std::string> otherwise) {
  auto const* const at = look_for(field, json_type::text, !otherwise);
  if (at == nullptr) return otherwise.value_or("");
  if (std::find(words.begin(), words.end(), at->text) != words.end()) return at->text;
  auto const hint = suggestion(at->text, words);
  complain(field,
           quoted(at->text)
               + (hint.empty() ? " is none of: " + listed(words) : " does not exist here" + hint));
  return otherwise.value_or("");
}

std::vector<std::string> object_reader::texts(std::string const& field, int most_texts,
                                              int most_characters) {
  std::vector<std::string> all;
  auto const* const list = look_for(field, json_type::list, false);
  if (list == nullptr) return all;
  if (static_cast<int>(list->elements.size()) > most_texts) {
    complain(field, "has " + std::to_string(list->elements.size()) + " entries; at most "
                        + std::to_string(most_texts));
  }
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    auto const& one = list->elements[i];
    auto const where = pointer_ + "/" + field + "/" + std::to_string(i);
    if (one.type == json_type::text) {
      all.push_back(checked_text(one, where, most_characters));
    } else {
      add(one, where, "is " + std::string(spoken(one.type)) + "; it must be text");
    }
  }
  return all;
}

void object_reader::each(std::string const& field, int least, int most,
                         std::function<void(object_reader&)> const& read) {
  auto const* const list = look_for(field, json_type::list, least > 0);
  if (list == nullptr) return;
  auto const count = static_cast<int>(list->elements.size());
  if (count < least || count > most) {
    complain(field, "has " + std::to_string(count) + " entries; "
                        + (count < least ? "at least " + std::to_string(least)
                                         : "at most " + std::to_string(most)));
  }
  for (std::size_t i = 0; i < list->elements.size(); ++i) {
    object_reader one(list->elements[i], pointer_ + "/" + field + "/" + std::to_string(i), found_);
    read(one);
  }
}

void object_reader::object(std::string const& field,
                           std::function<void(object_reader&)> const& read) {
  auto const* const at = look_for(field, json_type::object, true);
  if (at == nullptr) return;
  object_reader one(*at, pointer_ + "/" + field, found_);
  read(one);
}

void object_reader::finish() {
  std::vector<std::string> absent;
  for (auto const& field : asked_) {
    if (!has(field)) absent.push_back(field);
  }
  for (auto const& member : node_.members) {
    if (asked_.contains(member.key)) continue;
    found_.add(member.line, pointer_ + "/" + member.key,
               "this field does not exist here" + suggestion(member.key, absent));
  }
}

}  // namespace viab::adapters
