#include "adapters/curl/transfers.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>
#include <string>
#include <utility>

namespace viab::adapters {
namespace {

namespace asio = boost::asio;

constexpr int longest_wait_ms = 1000;

// libcurl wants this once per process, before anything else.
void start_curl() {
  static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

}  // namespace

transfer::transfer() {
  start_curl();
  handle_ = curl_easy_init();
  if (handle_ == nullptr) throw std::runtime_error("libcurl has no handle");
}

transfer::~transfer() { curl_easy_cleanup(handle_); }

void transfer::require(CURLcode code) {
  if (code != CURLE_OK) {
    throw std::logic_error(std::string("libcurl refuses an option: ") + curl_easy_strerror(code));
  }
}

transfers::transfers(long most_at_once) : keep_(jobs_.get_executor()) {
  start_curl();
  multi_ = curl_multi_init();
  if (multi_ == nullptr) throw std::runtime_error("libcurl has no handle");
  curl_multi_setopt(multi_, CURLMOPT_MAX_TOTAL_CONNECTIONS, most_at_once);
  thread_ = std::thread([this] { loop(); });
}

transfers::~transfers() {
  asio::post(jobs_, [this] { stopping_ = true; });
  curl_multi_wakeup(multi_);
  thread_.join();
  curl_multi_cleanup(multi_);
}

asio::awaitable<CURLcode> transfers::run(std::shared_ptr<transfer> what) {
  auto start = [this](auto handler, std::shared_ptr<transfer> one) {
    // Shared, because std::function copies; answered where the handler belongs.
    auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
    auto const home = asio::get_associated_executor(*waiting);
    auto work = asio::make_work_guard(home);
    running next{std::move(one), [waiting, home, work](CURLcode code) {
                   asio::post(home, [waiting, code]() mutable { (*waiting)(code); });
                 }};
    asio::post(jobs_, [this, next = std::move(next)]() mutable { begin(std::move(next)); });
    curl_multi_wakeup(multi_);
  };
  auto pending = asio::async_initiate<asio::use_awaitable_t<> const, void(CURLcode)>(
      std::move(start), asio::use_awaitable, std::move(what));
  co_return co_await std::move(pending);
}

void transfers::begin(running next) {
  auto* const handle = next.what->handle();
  if (stopping_ || curl_multi_add_handle(multi_, handle) != CURLM_OK) {
    next.ended(CURLE_ABORTED_BY_CALLBACK);
    return;
  }
  running_.emplace(handle, std::move(next));
}

void transfers::loop() {
  while (!stopping_) {
    int at_work = 0;
    curl_multi_perform(multi_, &at_work);
    int left = 0;
    while (auto const* const message = curl_multi_info_read(multi_, &left)) {
      if (message->msg == CURLMSG_DONE) finish(message->easy_handle, message->data.result);
    }
    curl_multi_poll(multi_, nullptr, 0, longest_wait_ms, nullptr);
    jobs_.poll();
  }
  while (!running_.empty()) finish(running_.begin()->first, CURLE_ABORTED_BY_CALLBACK);
}

void transfers::finish(CURL* handle, CURLcode code) {
  curl_multi_remove_handle(multi_, handle);
  auto one = running_.extract(handle);
  if (one.empty()) return;
  auto const ended = std::move(one.mapped().ended);
  one.mapped().what.reset();  // before the answer: whoever waits has it alone then
  ended(code);
}

}  // namespace viab::adapters
