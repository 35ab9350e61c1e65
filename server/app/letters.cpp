#include "app/letters.hpp"

namespace viab::app {
namespace {

// Groups of four are easier to carry over from one screen to the other.
std::string spaced(std::string const& code) {
  return code.size() == 8 ? code.substr(0, 4) + " " + code.substr(4) : code;
}

// The words of one letter in the reader's language.
struct words {
  ports::library const& from;
  reader const& to;
  std::string operator()(char const* key, std::string const& detail = {}) const {
    return from.text(std::string("letter.") + key, detail, to.language);
  }
};

}  // namespace

ports::mail_message sign_in_letter(ports::library const& from, reader const& to,
                                   std::string const& link, std::string const& code) {
  words const say{from, to};
  auto const text = say("hello", to.name) + "\n\n" + say("sign_in.open") + "\n\n" + link + "\n\n"
                    + say("sign_in.code", spaced(code)) + "\n\n" + say("sign_in.not_you") + "\n";
  return {to.to, to.name, say("sign_in.subject"), text, {}, {}};
}

ports::mail_message address_changed_letter(ports::library const& from, reader const& to) {
  words const say{from, to};
  auto const text = say("hello", to.name) + "\n\n" + say("address_changed.text") + "\n";
  return {to.to, to.name, say("address_changed.subject"), text, {}, {}};
}

}  // namespace viab::app
