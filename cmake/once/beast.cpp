// The one unit in which Beast's non-template code is compiled.
#include <boost/beast/src.hpp>
