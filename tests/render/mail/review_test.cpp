#include <care/render_formats.hpp>

#include <algorithm>

#include "render/hand_made.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("a message carries the review as text and as HTML, and is the same when made again") {
  const Envelope envelope{{{}, "a@example.com"}, {{{}, "b@example.com"}}, "", {}};
  const auto mail = [&](Moment now) {
    const std::vector<Problem> none;
    HandMade made{house_book(), "2026-08-26", "2026-11-23"};
    fill_house(made);
    made.review.now = now;
    return find_format("email")->review_message({made.review, none}, envelope, {});
  };
  const std::string one = mail(at("2026-11-23T07:30"));
  const auto has = [&](std::string_view part) { return one.find(part) != std::string::npos; };
  CHECK(has("Subject: Care, 26 August to 23 November 2026: 61 customers, 412 contacts\n"));
  CHECK(has("Content-Type: text/plain"));
  CHECK(has("Content-Type: text/html"));
  CHECK(has("<svg"));
  const auto id = [](const std::string& message) {
    const std::size_t from = message.find("Message-ID: ");
    return message.substr(from, message.find('\n', from) - from);
  };
  CHECK(id(one) == id(mail(at("2026-11-23T07:31"))));
  CHECK(std::ranges::all_of(one, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
}
