// The one unit in which Asio's non-template code is compiled.
#include <boost/asio/impl/src.hpp>
