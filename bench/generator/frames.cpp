#include "bench/generator/frames.hpp"

namespace viab::bench {
namespace {

void append_head(std::string& out, int first, std::size_t size) {
  out += static_cast<char>(first);
  if (size < 126) {
    out += static_cast<char>(0x80 | size);
  } else {
    out += static_cast<char>(0x80 | 126);
    out += static_cast<char>(size >> 8);
    out += static_cast<char>(size & 0xff);
  }
  out.append(4, '\0');
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

}  // namespace

void append_text_frame(std::string& out, std::string_view text) {
  append_head(out, 0x81, text.size());
  out += text;
}

void append_pong(std::string& out, std::string_view body) {
  append_head(out, 0x8a, body.size());
  out += body;
}

wire_frame next_frame(std::string_view bytes) {
  if (bytes.size() < 2) return {};
  wire_frame one;
  one.opcode = static_cast<int>(byte_at(bytes, 0) & 0x0f);
  std::size_t size = byte_at(bytes, 1) & 0x7f;
  std::size_t head = 2;
  std::size_t const more = size == 126 ? 2 : size == 127 ? 8 : 0;
  if (more > 0) {
    if (bytes.size() < 2 + more) return {};
    size = 0;
    for (std::size_t i = 0; i < more; ++i) size = size << 8 | byte_at(bytes, 2 + i);
    head += more;
  }
  if (bytes.size() < head + size) return {};
  one.whole = head + size;
  one.body = bytes.substr(head, size);
  return one;
}

std::uint64_t number_at(std::string_view text) {
  std::uint64_t value = 0;
  for (char const c : text) {
    if (c < '0' || c > '9') break;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

std::string_view between(std::string_view text, std::string_view before) {
  auto const at = text.find(before);
  if (at == std::string_view::npos) return {};
  auto const from = at + before.size();
  return text.substr(from, text.find('"', from) - from);
}

seen_frame look_at(std::string_view text) {
  constexpr std::string_view patch = R"({"patch":{"seq":)";
  constexpr std::string_view done = R"({"done":{"id":")";
  constexpr std::string_view view = R"({"view":{"seq":)";
  constexpr std::string_view seq = R"("seq":)";
  seen_frame seen;
  if (text.starts_with(patch)) {
    auto const rest = text.substr(patch.size());
    seen.seq = number_at(rest);
    auto const next = rest.substr(rest.find(',') + 1, 3);
    seen.kind = next == "\"sh" ? frame_kind::patch : frame_kind::own_patch;
  } else if (text.starts_with(done)) {
    seen.kind = frame_kind::done;
    seen.id = text.substr(done.size(), text.find('"', done.size()) - done.size());
    seen.seq = number_at(text.substr(done.size() + seen.id.size() + 2 + seq.size()));
  } else if (text.starts_with(view)) {
    seen.kind = frame_kind::view;
    seen.seq = number_at(text.substr(view.size()));
  } else if (text.starts_with("{\"refused\"")) {
    seen.kind = frame_kind::refused;
    seen.id = between(text, R"({"refused":{"id":")");
  } else if (text.starts_with("{\"welcome\"")) {
    seen.kind = frame_kind::welcome;
    auto const at = text.find(seq);
    if (at != std::string_view::npos) seen.seq = number_at(text.substr(at + seq.size()));
  }
  return seen;
}

}  // namespace viab::bench
