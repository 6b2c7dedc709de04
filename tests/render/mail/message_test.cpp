#include <care/render_formats.hpp>
#include <care/text.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string message(const std::string& text, std::string_view now, Envelope envelope = {}) {
  const Today one{text, now};
  envelope.from.address = "care@example.com";
  envelope.to = {{{}, "dana@example.com"}};
  return render_message({one.agenda, {}, {}}, envelope, {});
}
std::string header(const std::string& message, std::string_view name) {
  const std::size_t at = message.find("\n" + std::string{name} + ": ") + name.size() + 3;
  return message.substr(at, message.find('\n', at) - at);
}

const std::string urgent = acme(no_follow_up) + request("2026-11-23T07:10", "urgent = true");

}  // namespace

TEST_CASE("the date of a message has the offset of its zone at that moment") {
  const auto date = [](std::optional<std::chrono::minutes> zone) {
    Envelope envelope;
    envelope.zone = zone;
    return header(message(urgent, "2026-11-23T07:30", envelope), "Date");
  };
  CHECK(date(std::chrono::hours{9}) == "Mon, 23 Nov 2026 07:30:00 +0900");
  CHECK(date(std::chrono::minutes{-210}) == "Mon, 23 Nov 2026 07:30:00 -0330");
  CHECK(date(std::chrono::minutes{0}) == "Mon, 23 Nov 2026 07:30:00 +0000");
  CHECK(date(std::nullopt) == "Mon, 23 Nov 2026 07:30:00 -0000");
}

TEST_CASE("the Message-ID follows what the page says, but for the minute") {
  const auto id = [](const std::string& text, std::string_view now) {
    return header(message(text, now), "Message-ID");
  };
  CHECK(id(urgent, "2026-11-23T07:30") == id(urgent, "2026-11-23T07:32"));
  CHECK(id(urgent, "2026-11-23T07:30") != id(urgent, "2026-11-23T07:50"));  // late by then
  const std::string second = urgent + customer("zen", no_follow_up) +
                             table("[[request]]", "customer = 'zen'", "what = 'stopped'",
                                   "asked = 2026-11-23T07:20", "urgent = true");
  CHECK(id(urgent, "2026-11-23T07:30") != id(second, "2026-11-23T07:30"));
}

TEST_CASE("a domain beyond ASCII goes out as xn--; a local part beyond it does not") {
  const auto address = [](std::string_view text) {
    const auto mailbox = parse_mailbox(text);
    return mailbox ? mailbox->address : "none";
  };
  CHECK(address("jo@bäckerei.example") == "jo@xn--bckerei-5wa.example");
  CHECK(address("Jo <jo@BÄCKEREI.example>") == "jo@xn--bckerei-5wa.example");
  CHECK(address("jo@ba\u0308ckerei.example") == "jo@xn--bckerei-5wa.example");
  CHECK(address("jo@例え.jp") == "jo@xn--r8jz45g.jp");
  CHECK(address("jo@münchen.bücher.example") == "jo@xn--mnchen-3ya.xn--bcher-kva.example");
  CHECK(address("jo@straße.example") == "jo@xn--strae-oqa.example");
  CHECK(address("jo@b\u202eck.example") == "none");
  CHECK(address("jo@a-b.example") == "jo@a-b.example");
  CHECK(address("jo@-x.example") == "none");
  CHECK(address("jo@x-.example") == "none");
  CHECK(address("jo@-bä.example") == "none");
  CHECK(address("jo@" + std::string(63, 'a') + ".example") != "none");
  CHECK(address("jo@" + std::string(64, 'a') + ".example") == "none");
  CHECK(address("jö@example.com") == "none");
  CHECK(is_local_part_foreign("Jo <jö@example.com>"));
  CHECK_FALSE(is_local_part_foreign("jo@bäckerei.example"));
}
