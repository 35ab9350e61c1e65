// Which members of commands may be left out of a frame, and which have limits of their own.
#pragma once

#include "protocol/described.hpp"
#include "protocol/frames.hpp"

namespace viab::protocol {

template <>
inline constexpr bool has_default<&session::set_ready::yes> = true;
template <>
inline constexpr bool has_default<&session::next_step::inputs> = true;
template <>
inline constexpr bool has_default<&session::go_to_step::inputs> = true;
template <>
inline constexpr bool has_default<&session::extend_time::seconds> = true;
template <>
inline constexpr bool has_default<&session::lock::yes> = true;
template <>
inline constexpr bool has_default<&steps::run_again::as_open> = true;
template <>
inline constexpr bool has_default<&steps::group::add_card::column> = true;
template <>
inline constexpr bool has_default<&steps::discuss::give_more_time::seconds> = true;
template <>
inline constexpr bool has_default<&steps::pick::keep::yes> = true;
template <>
inline constexpr bool has_default<&steps::pick::approve::yes> = true;
template <>
inline constexpr bool has_default<&steps::commit::raise_obstacle::about> = true;

template <>
inline constexpr bool filled_by_host<&session::remove::ballots> = true;

template <>
inline constexpr int longest<&steps::discuss::write_note::text> = note_text::limit;
template <>
inline constexpr int longest<&editing::entry> = 20;

}  // namespace viab::protocol
