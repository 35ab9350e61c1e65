// What everybody may read of the content library: course cards, stories, year programmes.
#include "api/reply.hpp"
#include "net/http.hpp"

#include <nlohmann/json.hpp>

namespace viab::api {
namespace {

using json = nlohmann::json;

json as_json(course_card const& one) {
  return {{"id", one.id},
          {"version", one.version},
          {"level", word_of(one.level)},
          {"strategy", word_of(one.strategy)},
          {"title", one.title},
          {"from", one.from},
          {"to", one.to},
          {"via", one.via},
          {"question", one.question},
          {"watch", one.watch},
          {"cue", one.cue},
          {"action", one.action},
          {"sources", one.sources}};
}

json as_json(story const& one) {
  return {{"id", one.id},
          {"version", one.version},
          {"level", word_of(one.level)},
          {"strategy", word_of(one.strategy)},
          {"title", one.title},
          {"text", one.text},
          {"question", one.question},
          {"nature", one.sourced ? "sourced" : "illustration"},
          {"sources", one.sources}};
}

json as_json(programme_month const& one) {
  return {{"theme", one.theme},
          {"summary", one.summary},
          {"prompt", one.prompt},
          {"format", one.format},
          {"short_format", one.short_format},
          {"level", word_of(one.level)},
          {"strategy", word_of(one.strategy)},
          {"cards", one.cards},
          {"stories", one.stories}};
}

json as_json(programme const& one) {
  auto months = json::array();
  for (auto const& month : one.months) months.push_back(as_json(month));
  return {{"id", one.id},       {"version", one.version}, {"language", one.language},
          {"title", one.title}, {"summary", one.summary}, {"months", std::move(months)}};
}

template <class Piece>
json all_of(std::vector<Piece> const& pieces) {
  auto all = json::array();
  for (auto const& one : pieces) all.push_back(as_json(one));
  return all;
}

// Dutch, unless the reader asks for English.
std::string language_of(net::request const& asked) {
  return asked.query("language") == "en" ? "en" : "nl";
}

boost::asio::awaitable<net::response> list_cards(services& with, net::request asked) {
  co_return reply(all_of(with.library.course_cards(language_of(asked))));
}

boost::asio::awaitable<net::response> list_stories(services& with, net::request asked) {
  co_return reply(all_of(with.library.stories(language_of(asked))));
}

boost::asio::awaitable<net::response> list_programmes(services& with, net::request asked) {
  auto years = with.library.programmes();
  auto const language = language_of(asked);
  std::erase_if(years, [&](programme const& one) { return one.language != language; });
  co_return reply(all_of(years));
}

}  // namespace

void add_library(net::router& router, services& with) {
  router.route("GET", "/api/v1/course-cards",
               [&with](net::request asked) { return list_cards(with, std::move(asked)); });
  router.route("GET", "/api/v1/stories",
               [&with](net::request asked) { return list_stories(with, std::move(asked)); });
  router.route("GET", "/api/v1/programmes",
               [&with](net::request asked) { return list_programmes(with, std::move(asked)); });
}

}  // namespace viab::api
