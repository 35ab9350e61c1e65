// One thread that runs all of libcurl's transfers, so that none of them blocks the event loop.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <curl/curl.h>

#include <functional>
#include <map>
#include <memory>
#include <thread>

namespace viab::adapters {

// One transfer with all that libcurl reads and writes while it lasts. The thread of `transfers`
// has it to itself from `run` until it answers.
class transfer {
public:
  transfer();  // throws std::runtime_error when libcurl gives no handle
  virtual ~transfer();
  transfer(transfer const&) = delete;
  transfer& operator=(transfer const&) = delete;

  CURL* handle() const { return handle_; }

protected:
  // Sets an option, or throws std::logic_error: an option that libcurl refuses is our mistake.
  template <class T>
  void set(CURLoption option, T value) {
    require(curl_easy_setopt(handle_, option, value));
  }
  static void require(CURLcode code);

private:
  CURL* handle_;
};

// Destroyed before the io_context of whoever waits. What has not ended then ends with
// CURLE_ABORTED_BY_CALLBACK.
class transfers {
public:
  // More than `most_at_once` connections wait for one another.
  explicit transfers(long most_at_once = 32);
  ~transfers();
  transfers(transfers const&) = delete;
  transfers& operator=(transfers const&) = delete;

  boost::asio::awaitable<CURLcode> run(std::shared_ptr<transfer>);

private:
  struct running {
    std::shared_ptr<transfer> what;
    std::function<void(CURLcode)> ended;
  };

  void begin(running);
  void loop();
  void finish(CURL* handle, CURLcode code);

  CURLM* multi_;
  bool stopping_ = false;  // the rest belongs to the thread
  std::map<CURL*, running> running_;
  // Hands work to the thread: posted here, then libcurl's wait is interrupted.
  boost::asio::io_context jobs_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> keep_;
  std::thread thread_;
};

}  // namespace viab::adapters
