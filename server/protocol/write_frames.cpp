#include "protocol/describe/domain.hpp"
#include "protocol/drawn_view.hpp"
#include "protocol/frames.hpp"
#include "protocol/write_value.hpp"

#include <utility>

namespace viab::protocol {
namespace {

frame sealed(std::string text) { return std::make_shared<std::string const>(std::move(text)); }

// {"name":{…}}, member by member.
class framed {
public:
  explicit framed(std::string_view name, std::size_t size = 96) {
    out_.reserve(size);
    out_ += "{\"";
    out_ += name;
    out_ += "\":";
  }
  std::string& member(std::string_view name) {
    out_ += lead_;
    lead_ = ',';
    out_ += '"';
    out_ += name;
    out_ += "\":";
    return out_;
  }
  template <class T>
  framed& with(std::string_view name, T const& value) {
    writer to{member(name)};
    write_value(to, value);
    return *this;
  }
  framed& with_raw(std::string_view name, std::string_view json) {
    member(name) += json;
    return *this;
  }
  // Left out when there are none.
  framed& with_operations(std::string_view name, operations const& some) {
    if (!some.empty()) ((member(name) += '[') += some) += ']';
    return *this;
  }
  framed& with_seq(std::uint64_t seq) {
    append_number(member("seq"), static_cast<std::int64_t>(seq));
    return *this;
  }
  frame done() {
    out_ += "}}";
    return sealed(std::move(out_));
  }

private:
  std::string out_;
  char lead_ = '{';
};

constexpr std::size_t around = 64;  // what a frame has besides its parts, at most

}  // namespace

frame write_welcome(welcome const& w) {
  return framed("welcome", 256)
      .with("you", w.you)
      .with("role", w.as)
      .with("epoch", w.epoch)
      .with_seq(w.seq)
      .with("recovered", w.recovered)
      .with("build", w.build)
      .with("now", w.now)
      .done();
}

frame write_pong(std::int64_t number) {
  std::string out = "{\"pong\":";
  append_number(out, number);
  out += '}';
  return sealed(std::move(out));
}

frame write_done(command_id const& id, std::uint64_t seq) {
  return framed("done").with("id", id).with_seq(seq).done();
}

frame write_refused(std::optional<command_id> const& id, refusal const& why,
                    std::string_view message) {
  framed out("refused", 256);
  if (id) out.with("id", *id);
  out.with("code", why.code);
  append_quoted(out.member("message"), message);
  if (!why.detail.empty()) out.with("detail", why.detail);
  return out.done();
}

frame write_closed(int code, std::string_view reason) {
  framed out("closed");
  out.with("code", code);
  append_quoted(out.member("reason"), reason);
  return out.done();
}

frame write_presence(presence const& now) {
  framed out("notice", 64 + now.people.size() * 8);
  out.with_raw("kind", "\"presence\"").with("connected", now.connected).with("people", now.people);
  auto& list = out.member("editing");
  char lead = '[';
  for (auto const& [who, entry] : now.editing) {
    list += lead;
    lead = ',';
    list += "{\"who\":";
    write_key(list, who);
    list += ",\"entry\":";
    append_quoted(list, entry);
    list += '}';
  }
  list += lead == '[' ? "[]" : "]";
  return out.done();
}

frame write_view(std::uint64_t seq, std::string_view shared, std::string_view mine,
                 std::string_view lead) {
  framed out("view", shared.size() + mine.size() + lead.size() + around);
  out.with_seq(seq);
  if (!shared.empty()) out.with_raw("shared", shared);
  if (!mine.empty()) out.with_raw("mine", mine);
  if (!lead.empty()) out.with_raw("lead", lead);
  return out.done();
}

frame write_shared_patch(std::uint64_t seq, operations const& shared) {
  framed out("patch", shared.size() + around);
  return out.with_seq(seq).with_operations("shared", shared).done();
}

frame write_own_patch(std::uint64_t seq, operations const& mine, operations const& lead) {
  framed out("patch", mine.size() + lead.size() + around);
  return out.with_seq(seq).with_operations("mine", mine).with_operations("lead", lead).done();
}

}  // namespace viab::protocol
