// Key files: nobody else can read them, and what was destroyed is gone from the disk.
#include "adapters/files/file_vault.hpp"
#include "adapters/sodium/round_seal.hpp"
#include "failing_disk.hpp"
#include "support/event_loop.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <system_error>

using namespace viab;
using namespace viab::tests;
namespace fs = std::filesystem;

namespace {

struct vault_under_test {
  event_loop loop;
  temporary_folder place;
  fs::path folder = place.path() / "data" / "round-keys";
  adapters::file_vault vault{folder, adapters::make_round_seal};

  fs::path only_file() const {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    REQUIRE(files.size() == 1);
    return files[0];
  }
};

unsigned mode(fs::path const& path) {
  struct stat about {};
  ::stat(path.c_str(), &about);
  return about.st_mode & 0777;
}

}  // namespace

TEST_CASE("keys are for the server alone, whatever the umask") {
  auto const before = ::umask(0);
  vault_under_test kept;
  kept.loop.await(kept.vault.open_round("s1.vote.1"));
  ::umask(before);
  CHECK(mode(kept.folder) == 0700);
  CHECK(mode(kept.only_file()) == 0600);
  CHECK(kept.only_file().filename().string().find("s1") == std::string::npos);
}

TEST_CASE("a key survives a restart") {
  vault_under_test kept;
  auto const seal = kept.loop.await(kept.vault.open_round("s1.vote.1"));
  adapters::file_vault again(kept.folder, adapters::make_round_seal);
  auto const found = kept.loop.await(again.find_round("s1.vote.1"));
  REQUIRE(found);
  CHECK(found->open(seal->seal("ballot", 64)) == "ballot");
}

TEST_CASE("a key is overwritten before its file goes") {
  vault_under_test kept;
  kept.loop.await(kept.vault.open_round("s1.vote.1"));
  // A second name for the same bytes on disk.
  auto const witness = kept.place.path() / "witness";
  fs::create_hard_link(kept.only_file(), witness);
  auto const size = fs::file_size(witness);
  int const syncs = failing_disk::syncs;
  kept.loop.await(kept.vault.destroy("s1.vote.1"));
  CHECK(fs::is_empty(kept.folder));
  CHECK((read_bytes(witness) == std::string(size, '\0')));
  CHECK(failing_disk::syncs == syncs + 2);  // the file, then its folder
}

TEST_CASE("a new key is synced, file and folder, before it is used") {
  vault_under_test kept;
  int const syncs = failing_disk::syncs;
  kept.loop.await(kept.vault.open_round("s1.vote.1"));
  CHECK(failing_disk::syncs == syncs + 2);
  kept.loop.await(kept.vault.open_round("s1.vote.1"));
  CHECK(failing_disk::syncs == syncs + 2);
}

TEST_CASE("a key that could not be synced is not used") {
  vault_under_test kept;
  failing_disk disk;
  disk.syncs_fail = true;
  CHECK_THROWS_AS(kept.loop.await(kept.vault.open_round("s1.vote.1")), std::system_error);
  disk.syncs_fail = false;
  CHECK_FALSE(kept.loop.await(kept.vault.find_round("s1.vote.1")));
}

TEST_CASE("what a crash left half done is finished at the next start") {
  vault_under_test kept;
  kept.loop.await(kept.vault.open_round("s1.vote.1"));
  auto const file = kept.only_file();
  write_bytes(fs::path(file).concat(".new"), "half a key");
  write_bytes(kept.folder / "0123.key", std::string(60, '\0'));  // overwritten, not yet removed
  adapters::file_vault again(kept.folder, adapters::make_round_seal);
  CHECK(kept.only_file() == file);
  CHECK(kept.loop.await(again.rounds()) == std::vector<std::string>{"s1.vote.1"});
}

TEST_CASE("an overwritten key counts as gone, and its round gets a new one") {
  vault_under_test kept;
  auto const old = kept.loop.await(kept.vault.open_round("s1.vote.1"));
  write_bytes(kept.only_file(), std::string(60, '\0'));
  CHECK_FALSE(kept.loop.await(kept.vault.find_round("s1.vote.1")));
  auto const fresh = kept.loop.await(kept.vault.open_round("s1.vote.1"));
  CHECK(fresh->pseudonym("p1") != old->pseudonym("p1"));
}
