#include "net/static_files.hpp"

#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace viab;
using net::request;

namespace {

struct site {
  tests::temporary_folder folder;
  site() {
    put("index.html", "<!doctype html>");
    put("favicon.svg", "<svg/>");
    put("assets/app-1f3a9c2b.js", "app");
    put("assets/app-1f3a9c2b.js.br", "BR");
    put("assets/app-1f3a9c2b.js.gz", "GZ");
    put("assets/app-a-B9c_2b.css", "css");
    put("assets/user-settings.js", "plain");
    put("index.html.br", "BR");
  }
  void put(std::string const& name, std::string const& text) {
    auto const path = std::filesystem::path(folder.path()) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
};

request asking(std::string path, net::fields headers = {}) {
  request out;
  out.method = "GET";
  out.path = std::move(path);
  out.headers = std::move(headers);
  return out;
}

std::string header(net::response const& answer, std::string_view name) {
  for (auto const& one : answer.headers) {
    if (one.name == name) return one.value;
  }
  return {};
}

}  // namespace

TEST_CASE("files are served with their type, hashed ones for ever") {
  site const here;
  net::static_files const files(here.folder.path());
  auto const script = files.answer(asking("/assets/app-1f3a9c2b.js"));
  CHECK(script.status == 200);
  CHECK(script.bytes() == "app");
  CHECK(script.content_type == "text/javascript; charset=utf-8");
  CHECK(script.for_ever);
  CHECK(files.answer(asking("/assets/app-a-B9c_2b.css")).for_ever);
  CHECK_FALSE(files.answer(asking("/assets/user-settings.js")).for_ever);
  CHECK_FALSE(files.answer(asking("/favicon.svg")).for_ever);
  CHECK(files.answer(asking("/favicon.svg")).content_type == "image/svg+xml");
}

TEST_CASE("packed siblings of hashed files only, when the browser takes them") {
  site const here;
  net::static_files const files(here.folder.path());
  auto const path = "/assets/app-1f3a9c2b.js";
  auto const with = [&](std::string accepted) {
    return files.answer(asking(path, {{"accept-encoding", std::move(accepted)}}));
  };
  CHECK(with("gzip, deflate, br").bytes() == "BR");
  CHECK(header(with("br"), "Content-Encoding") == "br");
  CHECK(with("gzip;q=1.0, br;q=0").bytes() == "GZ");
  CHECK(with("identity").bytes() == "app");
  CHECK(header(with("identity"), "Vary") == "Accept-Encoding");
  CHECK(header(with("br"), "ETag") != header(with("gzip"), "ETag"));
  CHECK(files.answer(asking("/", {{"Accept-Encoding", "br"}})).bytes() == "<!doctype html>");
  // They are no files of their own.
  CHECK(files.answer(asking("/assets/app-1f3a9c2b.js.br")).status == 404);
}

TEST_CASE("what the browser has is not sent again") {
  site const here;
  net::static_files const files(here.folder.path());
  auto const etag = header(files.answer(asking("/favicon.svg")), "ETag");
  CHECK(etag.size() == 18);
  auto const again = files.answer(asking("/favicon.svg", {{"If-None-Match", "\"x\", W/" + etag}}));
  CHECK(again.status == 304);
  CHECK(again.bytes().empty());
  CHECK(header(again, "ETag") == etag);
  CHECK(files.answer(asking("/favicon.svg", {{"If-None-Match", "\"x\""}})).status == 200);
}

TEST_CASE("paths of the app get its page, others 404") {
  site const here;
  net::static_files const files(here.folder.path());
  for (auto const* path : {"/", "/in", "/j/KQ7M3XVN", "/s/s1", "/teams/t1/history", "/about"}) {
    auto const page = files.answer(asking(path));
    CHECK(page.status == 200);
    CHECK(page.bytes() == "<!doctype html>");
    CHECK(page.content_type == "text/html; charset=utf-8");
    CHECK_FALSE(page.for_ever);
  }
  for (auto const* path : {"/api/v1/nothing", "/api", "/live/s1", "/assets/gone-1f3a9c2b.js",
                           "/robots.txt", "/readyz", "/metrics", "/.well-known/security.txt"}) {
    CHECK(files.answer(asking(path)).status == 404);
  }
}

TEST_CASE("without a folder there is nothing") {
  CHECK(net::static_files().answer(asking("/")).status == 404);
  CHECK(net::static_files(std::filesystem::path()).count() == 0);
  CHECK_THROWS(net::static_files("no such folder"));
}
