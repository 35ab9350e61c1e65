// The short-lived cookies of a browser that is signing in: nothing but a secret of that browser.
#pragma once

#include "api/services.hpp"

#include <string>

namespace viab::api {

// Of who asked for a link by e-mail. Strict: it goes along with our own page's requests alone.
std::string asking_cookie(net::request const&, services const&);
void set_asking_cookie(net::response&, services const&, std::string const& secret);
void forget_asking_cookie(net::response&, services const&);

// Of who was sent to the identity provider. Lax: the provider sends the browser back.
std::string login_cookie(net::request const&, services const&);
void set_login_cookie(net::response&, services const&, std::string const& secret);
void forget_login_cookie(net::response&, services const&);

}  // namespace viab::api
