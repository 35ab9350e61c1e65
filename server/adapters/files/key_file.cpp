#include "adapters/files/key_file.hpp"

#include "domain/ensure.hpp"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace viab::adapters {
namespace {

constexpr char first_line[] = "viab round key 1\n";
constexpr std::size_t first_line_bytes = sizeof first_line - 1;
constexpr std::size_t largest_file = 4096;

[[noreturn]] void fail(char const* doing, std::filesystem::path const& path) {
  throw std::system_error(errno, std::generic_category(), std::string(doing) + " " + path.string());
}

class open_file {
public:
  open_file(std::filesystem::path path, int flags)
      : path_(std::move(path)), fd_(::open(path_.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
  ~open_file() {
    if (fd_ >= 0) ::close(fd_);
  }
  open_file(open_file const&) = delete;
  open_file& operator=(open_file const&) = delete;

  bool is_open() const { return fd_ >= 0; }
  void must_be_open() const {
    if (fd_ < 0) fail("cannot open", path_);
  }
  void write(std::string_view text) const {
    while (!text.empty()) {
      auto const n = ::write(fd_, text.data(), text.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) fail("cannot write", path_);
      text.remove_prefix(static_cast<std::size_t>(n));
    }
  }
  void read(std::string& text) const {
    text.resize(largest_file);
    auto const n = ::read(fd_, text.data(), text.size());
    if (n < 0) fail("cannot read", path_);
    text.resize(static_cast<std::size_t>(n));
  }
  std::size_t size() const {
    struct stat about {};
    if (::fstat(fd_, &about) != 0) fail("cannot look at", path_);
    return static_cast<std::size_t>(about.st_size);
  }
  void sync() const {
    if (::fsync(fd_) != 0) fail("cannot sync", path_);
  }

private:
  std::filesystem::path path_;
  int fd_;
};

void sync_folder(std::filesystem::path const& folder) {
  open_file const handle(folder, O_RDONLY | O_DIRECTORY);
  handle.must_be_open();
  handle.sync();
}

void wipe(std::string& text) { sodium_memzero(text.data(), text.size()); }

}  // namespace

round_key::~round_key() { wipe(key); }

void make_private_folder(std::filesystem::path const& folder) {
  std::error_code ignored;
  std::filesystem::create_directories(folder.parent_path(), ignored);
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail("cannot make", folder);
  if (::chmod(folder.c_str(), 0700) != 0) fail("cannot close to others", folder);
  sync_folder(folder);
  sync_folder(folder.has_parent_path() ? folder.parent_path() : ".");
}

std::filesystem::path key_path(std::filesystem::path const& folder, std::string const& round) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(round.data()),
                     round.size());
  std::array<char, 2 * crypto_hash_sha256_BYTES + 1> name;
  sodium_bin2hex(name.data(), name.size(), hash.data(), hash.size());
  return folder / (std::string(name.data()) + ".key");
}

round_key make_key(std::filesystem::path const& folder, std::string const& round) {
  VIAB_ENSURE(round.size() + first_line_bytes + key_bytes <= largest_file);
  round_key made(round, std::string(key_bytes, '\0'));
  randombytes_buf(made.key.data(), made.key.size());

  auto const file = key_path(folder, round);
  auto const unfinished = std::filesystem::path(file).concat(".new");
  ::unlink(unfinished.c_str());
  {
    open_file const handle(unfinished, O_WRONLY | O_CREAT | O_EXCL);
    handle.must_be_open();
    handle.write(first_line);
    handle.write(made.key);
    handle.write(round);
    handle.sync();
  }
  if (::rename(unfinished.c_str(), file.c_str()) != 0) fail("cannot rename", unfinished);
  sync_folder(folder);
  return made;
}

std::optional<round_key> read_key(std::filesystem::path const& file) {
  open_file const handle(file, O_RDONLY);
  if (!handle.is_open() && errno == ENOENT) return std::nullopt;
  handle.must_be_open();
  std::string text;
  handle.read(text);
  std::optional<round_key> found;
  if (text.starts_with(first_line) && text.size() > first_line_bytes + key_bytes) {
    found.emplace(text.substr(first_line_bytes + key_bytes),
                  text.substr(first_line_bytes, key_bytes));
  }
  wipe(text);
  return found;
}

void destroy_key(std::filesystem::path const& file) {
  {
    open_file const handle(file, O_WRONLY);
    if (!handle.is_open() && errno == ENOENT) return;
    handle.must_be_open();
    handle.write(std::string(handle.size(), '\0'));
    handle.sync();
  }
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) fail("cannot remove", file);
  sync_folder(file.parent_path());
}

std::vector<std::string> tidy_keys(std::filesystem::path const& folder) {
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::vector<std::string> rounds;
  for (auto const& file : files) {
    if (file.extension() == ".key") {
      if (auto const found = read_key(file)) {
        rounds.push_back(found->round);
        continue;
      }
    }
    if (file.extension() == ".key" || file.extension() == ".new") destroy_key(file);
  }
  return rounds;
}

}  // namespace viab::adapters
