#include "adapters/sqlite/disk.hpp"

#include <sodium.h>

#include <fcntl.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <vector>

namespace viab::adapters::sqlite {
namespace {

[[noreturn]] void fail(char const* doing, std::filesystem::path const& path) {
  throw std::system_error(errno, std::generic_category(), std::string(doing) + " " + path.string());
}

void sync(std::filesystem::path const& path, int flags) {
  int const fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) fail("cannot open", path);
  int const outcome = ::fsync(fd);
  int const why = errno;
  ::close(fd);
  errno = why;
  if (outcome != 0) fail("cannot sync", path);
}

std::string hex(unsigned char const* bytes, std::size_t count) {
  std::vector<char> text(2 * count + 1);
  sodium_bin2hex(text.data(), text.size(), bytes, count);
  return text.data();
}

}  // namespace

void sync_file(std::filesystem::path const& path) { sync(path, O_RDONLY); }
void sync_folder(std::filesystem::path const& path) { sync(path, O_RDONLY | O_DIRECTORY); }

std::string sha256_of(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail("cannot read", path);
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  std::vector<char> block(1 << 20);
  while (file) {
    file.read(block.data(), static_cast<std::streamsize>(block.size()));
    crypto_hash_sha256_update(&state, reinterpret_cast<unsigned char const*>(block.data()),
                              static_cast<unsigned long long>(file.gcount()));
  }
  if (file.bad()) fail("cannot read", path);
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256_final(&state, hash.data());
  return hex(hash.data(), hash.size());
}

std::string sha256_of_text(std::string const& text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(text.data()), text.size());
  return hex(hash.data(), hash.size());
}

std::string random_hex(std::size_t bytes) {
  std::vector<unsigned char> raw(bytes);
  randombytes_buf(raw.data(), raw.size());
  return hex(raw.data(), raw.size());
}

}  // namespace viab::adapters::sqlite
