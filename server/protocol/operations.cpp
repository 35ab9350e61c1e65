#include "protocol/operations.hpp"

#include "protocol/write_value.hpp"

namespace viab::protocol {
namespace {

void open(operations& out, std::string_view op, std::string_view path) {
  if (!out.empty()) out += ',';
  out += "{\"op\":\"";
  out += op;
  out += "\",\"path\":";
  append_quoted(out, path);
}

void append_with_value(operations& out, std::string_view op, std::string_view path,
                       std::string_view value) {
  open(out, op, path);
  out += ",\"value\":";
  out += value;
  out += '}';
}

}  // namespace

void append_add(operations& out, std::string_view path, std::string_view value) {
  append_with_value(out, "add", path, value);
}

void append_replace(operations& out, std::string_view path, std::string_view value) {
  append_with_value(out, "replace", path, value);
}

void append_remove(operations& out, std::string_view path) {
  open(out, "remove", path);
  out += '}';
}

}  // namespace viab::protocol
