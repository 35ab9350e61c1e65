// Those who do nothing but be there: what an idle person costs, a whole office that comes back at
// once, and the first look at a session that nobody has looked at for months.
#pragma once

#include "bench/generator/crowd.hpp"
#include "bench/generator/report.hpp"

#include <vector>

namespace viab::bench {

// Resident memory before anybody came and when all are there and quiet, per participant.
class idle_crowd : public crowd {
public:
  explicit idle_crowd(arguments const& asked) : crowd(asked) {}
  void run();

private:
  void on_frame(client&, seen_frame const&, std::string_view, nanoseconds) override {}
};

// All connections are cut, and come back at once with cookie, epoch and seq: the server looks the
// cookie and the access up again, and sends what was missed. Counts until the last one has all.
class returning_crowd : public crowd {
public:
  explicit returning_crowd(arguments const& asked) : crowd(asked) {}
  void run();

private:
  void on_frame(client&, seen_frame const&, std::string_view text, nanoseconds now) override;
  void on_lost(client&) override;
  // Everybody is to miss something: three commands per room, of which two come again.
  void make_history();
  void cut_and_return();

  enum class stage { arriving, history, away, returning };
  stage now_ = stage::arriving;
  std::string epoch_;
  std::vector<char> recovered_;
  std::vector<client*> again_;
  std::size_t back_ = 0;
  std::size_t whole_views_ = 0;
  std::size_t dones_ = 0;
  std::uint64_t patches_again_ = 0;
  std::uint64_t retries_ = 0;
  nanoseconds began_ = 0;
  nanoseconds last_ = 0;
  samples times_;
};

// One connection after another, each to another session; from `connect` to the view.
class first_looks : public crowd {
public:
  explicit first_looks(arguments const& asked) : crowd(asked) {}
  void run();

private:
  void on_frame(client&, seen_frame const&, std::string_view, nanoseconds) override;
  nanoseconds seen_at_ = 0;
};

}  // namespace viab::bench
