// The contract of the vault and of the seals that it gives.
#include "adapters/files/file_vault.hpp"
#include "adapters/memory/memory_vault.hpp"
#include "adapters/sodium/round_seal.hpp"
#include "support/event_loop.hpp"
#include "support/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace viab;
using namespace viab::tests;

namespace {

struct vault_in_memory {
  event_loop loop;
  adapters::memory_vault vault;
};
struct vault_in_files {
  event_loop loop;
  temporary_folder folder;
  adapters::file_vault vault{folder.path() / "round-keys", adapters::make_round_seal};
};

}  // namespace

#define BOTH_VAULTS vault_in_memory, vault_in_files

TEMPLATE_TEST_CASE("a round has one key until it is destroyed", "", BOTH_VAULTS) {
  TestType kept;
  auto& loop = kept.loop;
  CHECK_FALSE(loop.await(kept.vault.find_round("s1.vote.1")));
  auto const first = loop.await(kept.vault.open_round("s1.vote.1"));
  auto const again = loop.await(kept.vault.open_round("s1.vote.1"));
  auto const found = loop.await(kept.vault.find_round("s1.vote.1"));
  REQUIRE(found);
  CHECK(first->pseudonym("p7") == again->pseudonym("p7"));
  CHECK(first->pseudonym("p7") == found->pseudonym("p7"));
  CHECK(found->open(first->seal("ballot", 100)) == "ballot");

  loop.await(kept.vault.destroy("s1.vote.1"));
  CHECK_FALSE(loop.await(kept.vault.find_round("s1.vote.1")));
  loop.await(kept.vault.destroy("s1.vote.1"));
  auto const next = loop.await(kept.vault.open_round("s1.vote.1"));
  CHECK(next->pseudonym("p7") != first->pseudonym("p7"));
  CHECK_FALSE(next->open(first->seal("ballot", 100)));
}

TEMPLATE_TEST_CASE("the rounds that have a key are listed", "", BOTH_VAULTS) {
  TestType kept;
  auto& loop = kept.loop;
  loop.await(kept.vault.open_round("s1.vote.1"));
  loop.await(kept.vault.open_round("s1.vote.2"));
  loop.await(kept.vault.open_round("s2.check_out.1"));
  loop.await(kept.vault.destroy("s1.vote.2"));
  auto rounds = loop.await(kept.vault.rounds());
  std::sort(rounds.begin(), rounds.end());
  CHECK(rounds == std::vector<std::string>{"s1.vote.1", "s2.check_out.1"});
}

TEMPLATE_TEST_CASE("pseudonyms join the ballots of one person within a round only", "",
                   BOTH_VAULTS) {
  TestType kept;
  auto const one = kept.loop.await(kept.vault.open_round("s1.vote.1"));
  auto const other = kept.loop.await(kept.vault.open_round("s1.vote.2"));
  CHECK(one->pseudonym("p7") == one->pseudonym("p7"));
  CHECK(one->pseudonym("p7") != one->pseudonym("p8"));
  CHECK(one->pseudonym("p7") != other->pseudonym("p7"));
  CHECK(one->pseudonym("p7").value.size() <= 64);
  // Long enough that a pseudonym does not hold it by chance.
  CHECK(one->pseudonym("marijke.van.dam").value.find("marijke") == std::string::npos);
}

TEMPLATE_TEST_CASE("sealed ballots have one size, and only their own key opens them", "",
                   BOTH_VAULTS) {
  TestType kept;
  auto const one = kept.loop.await(kept.vault.open_round("s1.vote.1"));
  auto const other = kept.loop.await(kept.vault.open_round("s1.vote.2"));
  auto const small = one->seal("", 200);
  auto const large = one->seal(std::string(200, 'x'), 200);
  CHECK(small.size() == large.size());
  CHECK(one->open(small) == "");
  CHECK(one->open(large) == std::string(200, 'x'));
  CHECK(large.find("xxxx") == std::string::npos);
  CHECK_FALSE(other->open(small));
  CHECK_FALSE(one->open(""));
  CHECK_FALSE(one->open(small.substr(0, small.size() - 1)));
  for (std::size_t place : {std::size_t{0}, small.size() / 2, small.size() - 1}) {
    auto changed = small;
    changed[place] = static_cast<char>(changed[place] ^ 1);
    CHECK_FALSE(one->open(changed));
  }
  CHECK_THROWS(one->seal(std::string(201, 'x'), 200));
}
