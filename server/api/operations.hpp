// Every route of the HTTP interface as data: from this the OpenAPI document is made.
#pragma once

#include <span>

namespace viab::api {

// Members are written "name:type", separated by spaces; a "?" after the type may be left out or
// null. Types: text (with its limit: text40), id, word(a|b), flag, number, time, list, object.
struct operation {
  char const* method;
  char const* path;
  char const* summary;
  char const* body;        // members of the request; "" for none, "text/csv" for a file
  char const* answer;      // members of the answer; in words where it is no object
  bool versioned = false;  // asks If-Match, and says ETag
};

std::span<operation const> operations();

}  // namespace viab::api
