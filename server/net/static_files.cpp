#include "net/static_files.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace viab::net {

namespace {

std::string read_all(std::filesystem::path const& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string type_of(std::filesystem::path const& path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 15> types{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".ico", "image/vnd.microsoft.icon"},
      {".woff2", "font/woff2"},
      {".txt", "text/plain; charset=utf-8"},
      {".xml", "application/xml"},
      {".pdf", "application/pdf"},
  }};
  auto const extension = path.extension().string();
  for (auto const& [ending, type] : types) {
    if (ending == extension) return std::string(type);
  }
  return "application/octet-stream";
}

// FNV-1a with 64 bits: tells versions of our own files apart, nothing more.
std::string etag_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (char const c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += hex[(hash >> shift) & 15];
  return out;
}

bool is_hash(std::string_view text) {
  auto const small = [](char c) { return c >= 'a' && c <= 'z'; };
  auto const other = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  };
  // "settings" in "user-settings.js" is a word.
  return text.size() >= 8 && std::ranges::any_of(text, other)
         && std::ranges::all_of(text, [&](char c) { return small(c) || other(c); });
}

// "/assets/app-1f3a9c2b.js": in the folder of hashed files, and what follows the last hyphen or dot
// is a hash, or the last eight characters are: a hash may hold a hyphen itself.
bool has_hashed_name(std::string_view path) {
  auto const dot = path.rfind('.');
  if (!path.starts_with("/assets/") || dot == std::string_view::npos) return false;
  auto const stem = path.substr(0, dot);
  auto const mark = stem.find_last_of("-.");
  if (mark != std::string_view::npos && is_hash(stem.substr(mark + 1))) return true;
  auto const before = stem.size() < 9 ? '/' : stem[stem.size() - 9];
  return (before == '-' || before == '.') && is_hash(stem.substr(stem.size() - 8));
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  bool yes = false;
  for_each_element(accept_encoding, [&](std::string_view element) {
    auto const name = element.substr(0, std::min(element.find_first_of("; "), element.size()));
    auto const weight = element.substr(std::min(element.find("q="), element.size()));
    bool const never = weight == "q=0" || weight == "q=0.0" || weight == "q=0.00"
                       || weight == "q=0.000";
    if (same_ignoring_case(name, coding)) yes = !never;
  });
  return yes;
}

bool names(std::string_view if_none_match, std::string_view etag) {
  bool yes = false;
  for_each_element(if_none_match, [&](std::string_view element) {
    if (element.starts_with("W/")) element.remove_prefix(2);
    yes = yes || element == "*" || element == etag;
  });
  return yes;
}

// Paths of the app are those that look like a page: not an interface, not a file.
bool is_page(std::string_view path) {
  auto const first = path.substr(0, std::min(path.find('/', 1), path.size()));
  for (auto const* other :
       {"/api", "/live", "/assets", "/livez", "/readyz", "/metrics", "/.well-known"}) {
    if (first == other) return false;
  }
  return path.substr(path.rfind('/')).find('.') == std::string_view::npos;
}

}  // namespace

static_files::static_files(std::filesystem::path const& folder) {
  if (folder.empty()) return;
  for (auto const& found : std::filesystem::recursive_directory_iterator(folder)) {
    if (!found.is_regular_file() || found.is_symlink()) continue;
    auto const path = '/' + found.path().lexically_relative(folder).generic_string();
    auto const ending = found.path().extension();
    bool const packed = ending == ".br" || ending == ".gz";
    auto& file = files_[packed ? path.substr(0, path.size() - 3) : path];
    auto bytes = std::make_shared<std::string const>(read_all(found.path()));
    if (packed) {
      (ending == ".br" ? file.brotli : file.gzip) = std::move(bytes);
      continue;
    }
    file.type = type_of(found.path());
    file.etag = etag_of(*bytes);
    file.hashed = has_hashed_name(path);
    file.plain = std::move(bytes);
  }
  // A packed sibling of nothing is not served.
  std::erase_if(files_, [](auto const& one) { return !one.second.plain; });
}

response static_files::send(known_file const& file, request const& asked) const {
  response out;
  out.content_type = file.type;
  out.file = file.plain;
  out.for_ever = file.hashed;
  auto etag = file.etag;
  if (file.hashed) {
    // Only what holds no secrets is ever compressed, and hashed files hold none.
    auto const codings = asked.header("Accept-Encoding");
    out.headers.push_back({"Vary", "Accept-Encoding"});
    if (file.brotli && accepts(codings, "br")) {
      out.file = file.brotli;
      out.headers.push_back({"Content-Encoding", "br"});
      etag += "-br";
    } else if (file.gzip && accepts(codings, "gzip")) {
      out.file = file.gzip;
      out.headers.push_back({"Content-Encoding", "gzip"});
      etag += "-gz";
    }
  }
  etag = '"' + etag + '"';
  if (names(asked.header("If-None-Match"), etag)) {
    out.status = 304;
    out.file.reset();
    out.content_type.clear();
    std::erase_if(out.headers, [](field const& one) { return one.name == "Content-Encoding"; });
  }
  out.headers.push_back({"ETag", std::move(etag)});
  return out;
}

response static_files::answer(request const& asked) const {
  auto found = files_.find(asked.path);
  if (found == files_.end() && is_page(asked.path)) found = files_.find("/index.html");
  if (found == files_.end()) {
    return problem(404, "There is nothing at this address.", "not_found");
  }
  return send(found->second, asked);
}

}  // namespace viab::net
