#pragma once

#include <cstdint>

#include <care/calendar.hpp>

namespace care {

enum class Mood : std::uint8_t { delighted, content, strained };
enum class Status : std::uint8_t { active, former, do_not_contact };
enum class Channel : std::uint8_t { call, visit, meeting, video, email, letter, text, gift, other };
enum class Outcome : std::uint8_t { done, withdrawn, alternative };
enum class Answer : std::uint8_t { accepted, refused };
enum class Anniversaries : std::uint8_t { round, all, none };

/// A word of the format and what it stands for: `call`, `strained`, `do-not-contact` …
template <class Value>
struct Choice {
  Value value;
  std::string_view word;
};

/// All words of one kind, in the order in which they are offered.
template <class Value>
inline constexpr std::array<Choice<Value>, 0> word_rows{};

template <>
inline constexpr auto word_rows<Mood> = std::to_array<Choice<Mood>>({{Mood::delighted, "delighted"},
                                                                     {Mood::content, "content"},
                                                                     {Mood::strained, "strained"}});
template <>
inline constexpr auto word_rows<Status> = std::to_array<Choice<Status>>({{Status::active, "active"},
                                                                         {Status::former, "former"},
                                                                         {Status::do_not_contact,
                                                                          "do-not-contact"}});
template <>
inline constexpr auto word_rows<Channel> =
    std::to_array<Choice<Channel>>({{Channel::call, "call"},
                                    {Channel::visit, "visit"},
                                    {Channel::meeting, "meeting"},
                                    {Channel::video, "video"},
                                    {Channel::email, "email"},
                                    {Channel::letter, "letter"},
                                    {Channel::text, "text"},
                                    {Channel::gift, "gift"},
                                    {Channel::other, "other"}});
template <>
inline constexpr auto word_rows<Outcome> =
    std::to_array<Choice<Outcome>>({{Outcome::done, "done"},
                                    {Outcome::withdrawn, "withdrawn"},
                                    {Outcome::alternative, "alternative"}});
template <>
inline constexpr auto word_rows<Answer> =
    std::to_array<Choice<Answer>>({{Answer::accepted, "accepted"}, {Answer::refused, "refused"}});
template <>
inline constexpr auto word_rows<Anniversaries> = std::to_array<Choice<Anniversaries>>(
    {{Anniversaries::round, "round"}, {Anniversaries::all, "all"}, {Anniversaries::none, "none"}});
template <>
inline constexpr auto word_rows<LeapDay> =
    std::to_array<Choice<LeapDay>>({{LeapDay::february_28, "02-28"}, {LeapDay::march_1, "03-01"}});

/// The words alone.
template <class Value>
inline constexpr auto choice_words = [] {
  std::array<std::string_view, word_rows<Value>.size()> words;
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = word_rows<Value>[i].word;
  return words;
}();

template <class Value>
requires(!word_rows<Value>.empty()) [[nodiscard]] constexpr std::string_view word(Value value) {
  for (const Choice<Value>& choice : word_rows<Value>)
    if (choice.value == value) return choice.word;
  return {};
}

/// What the word stands for; nothing where it is not one of them.
template <class Value>
[[nodiscard]] constexpr std::optional<Value> meaning_of(std::string_view word) {
  for (const Choice<Value>& choice : word_rows<Value>)
    if (choice.word == word) return choice.value;
  return std::nullopt;
}

/// Words that people use for "no" where an outcome is asked for: never say no.
inline constexpr std::string_view refusals[] = {
    "no",     "nope", "declined",   "decline", "rejected", "reject",    "refused",     "refuse",
    "denied", "deny", "impossible", "wontfix", "can't do", "cannot do", "not possible"};

}  // namespace care
