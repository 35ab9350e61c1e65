#include "test_server.hpp"

#include <catch2/catch.hpp>

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <iostream>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

using namespace viab;
using namespace viab::tests;

namespace {

std::size_t resident_bytes() {
  ::malloc_trim(0);
  std::ifstream in("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  in >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// Handles only: what the clients of this process take must not be counted.
struct crowd {
  std::vector<int> handles;
  crowd(test_server& here, int count) {
    for (int i = 0; i < count; ++i) {
      auto client = here.joined();
      handles.push_back(::dup(client.handle()));
    }
  }
  crowd(crowd const&) = delete;
  crowd& operator=(crowd const&) = delete;
  ~crowd() {
    for (int const one : handles) ::close(one);
  }
};

double bytes_per_idle_connection(test_server& here, int count) {
  crowd const warm(here, 200);
  auto const before = resident_bytes();
  crowd const all(here, count);
  auto const after = resident_bytes();
  return static_cast<double>(after - before) / count;
}

// Reads until that many bytes came on every handle together.
void drain(std::vector<int> const& handles, std::uint64_t wanted) {
  std::vector<pollfd> waiting;
  for (int const one : handles) waiting.push_back({one, POLLIN, 0});
  static std::array<char, 262144> buffer;
  for (std::uint64_t got = 0; got < wanted;) {
    ::poll(waiting.data(), waiting.size(), 5000);
    for (auto const& one : waiting) {
      if (!(one.revents & POLLIN)) continue;
      auto const size = ::recv(one.fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
      if (size > 0) got += static_cast<std::uint64_t>(size);
    }
  }
}

}  // namespace

TEST_CASE("an idle connection takes at most 10 KiB") {
  test_server here;
  auto const each = bytes_per_idle_connection(here, 1000);
  INFO("bytes per idle connection: " << each);
  CHECK(each <= 10 * 1024);
}

TEST_CASE("memory of 5,000 idle connections", "[.measure]") {
  test_server here;
  std::cout << "bytes per idle connection: " << bytes_per_idle_connection(here, 5000) << '\n';
}

// What the server's thread has worked so far; the load of the machine is not in it.
double worked_seconds(test_server& here) {
  timespec now{};
  here.run([&] { ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now); });
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

void send_and_drain(test_server& here, crowd const& room, int burst) {
  auto const before = here.counts();
  auto const wanted = before.frames_out + static_cast<std::uint64_t>(burst) * room.handles.size();
  here.run([&] { here.sessions.one->send_patches(burst, 200); });
  auto after = here.counts();
  while (after.frames_out < wanted) after = here.counts();
  drain(room.handles, after.bytes_out - before.bytes_out);
}

TEST_CASE("frames per second to a room of 1,000", "[.measure]") {
  for (int const burst : {1, 10, 50}) {
    test_server here;
    crowd const room(here, 1000);
    auto const before = here.counts();
    auto const begun = worked_seconds(here);
    for (int round = 0; round < 100 / burst; ++round) send_and_drain(here, room, burst);
    auto const took = worked_seconds(here) - begun;
    auto const after = here.counts();
    auto const frames = static_cast<double>(after.frames_out - before.frames_out);
    auto const writes = static_cast<double>(after.writes - before.writes);
    std::cout << burst << " frames at a time: " << frames / took << " frames per second of work, "
              << frames / writes << " frames per system call\n";
  }
}
