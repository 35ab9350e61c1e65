// A word to the address that somebody no longer has here.
#pragma once

#include "api/services.hpp"
#include "directory/records.hpp"

namespace viab::api {

// Whoever reads mail at the old address hears of it: with the address goes the way to sign in.
// Nothing when it is the same one, or there was none.
boost::asio::awaitable<void> tell_old_address(services&, directory::person before,
                                              directory::person after);

}  // namespace viab::api
