#include <ostream>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "shell/commands/excerpt.hpp"

namespace care {
namespace {

constexpr std::string_view acme =
    "[[customer]]\nid = \"acme\"\nname = \"Acme\"\ntags = [\"west\"]\n";
constexpr std::string_view holm =
    "[[customer]]\nid = \"holm\"\nname = \"Holm\"\ntags = [\"west\"]\n";
constexpr std::string_view rest =
    "[policy]\ntiers = { A = \"2w\" }\n[[staff]]\nid = \"dana\"\nname = \"Dana\"\n"
    "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20\n";

std::vector<Source> book(std::string text) {
  std::vector<Source> sources;
  sources.push_back({"book.toml", std::move(text)});
  return sources;
}

/// What the Tab key offers, from whatever was read.
std::set<std::string> offered(const std::vector<Source>& sources, Wanted wanted,
                              std::string_view prefix) {
  const Reading reading = read_book(sources);
  std::set<std::string> words;
  for (const Customer& customer : reading.book.customers) {
    if (wanted == Wanted::tag) words.insert(customer.tags.begin(), customer.tags.end());
    if (wanted == Wanted::customer && customer.id.starts_with(prefix)) {
      words.insert(std::string{customer.id} + ": " + std::string{customer.name});
    }
  }
  for (const Staff& staff : reading.book.staff) {
    if (wanted == Wanted::staff) words.emplace(staff.id);
  }
  for (const Tier& tier : reading.book.policy.tiers) {
    if (wanted == Wanted::tier) words.emplace(tier.name);
  }
  return words;
}

std::size_t size_of(const std::vector<Source>& sources) {
  return std::string_view{sources.front().text}.size();
}

}  // namespace

TEST_CASE("the Tab key offers the same from an excerpt as from the whole book") {
  const std::string plain = std::string{acme} + std::string{holm} + std::string{rest};
  const std::string_view odd[] = {
      "",
      "# a comment\n",
      "[[customer.contact]]\nname = \"Joe\"  # a contact, no customer\n",
      "[[touch]]\ncustomer = \"acme\"\nsaid = \"\"\"\n[[customer]]\nid = \"none\"\n\"\"\"\n",
      "[[touch]]\ncustomer = \"acme\"\nsaid = \"\"\"\n\\\"\"\"\n[[customer]]\n\"\"\"\"\"\n",
      "[[touch]]\ncustomer = \"acme\"\nsaid = '''\n[[customer]]\n'''  # '''\n",
      "[[touch]]\ncustomer = \"acme\"\nsaid = \"'''\"\n",
      "[[touch]]\ncustomer = \"acme\"\nsaid = \"\"\"\n[[customer]]\n",
      "[[touch]]\ncustomer = \"acme\"\nx = [\n[1, 2],\n  [3]\n]\n",
      "[[customer]]\nid = 'birch'\nname = \"Birch\"\ntags = ['north']\n",
      "[[customer]]\nname = \"a\\\"b\"\nid = \"axle\"\ntags = [\n\"north\",\n]\n",
      "[[customer]]\nid = \"acme\"\nname = \"Twice\"\n",
      "[[customer]]\r\nid = \"ace\"\r\nname = \"Ace\"\r\ntags = [\"a]\"]\r\n",
      "[[customer]]   # somebody\nid = \"aspen\"   # short\nname = \"Aspen\"\n",
      "  [[customer]]\n  id = \"alder\"\n  name = \"Alder\"\n",
      "[[ customer ]]\nid = \"apple\"\nname = \"Apple\"\n",
      "[[\"customer\"]]\nid = \"apple\"\nname = \"Apple\"\n",
      "[[customer]]\nname = \"Nobody\"\n",
      "[[customer]]\nid = \"A b\"\nname = \"Wrong\"\n",
      "[[customer]]\nid = \"arch\"\nname = \"Arch\"\nnotes = \"\"\"\nid = \"x\"\n\"\"\"\n",
      "[[customer]]\nnotes = \"\"\"\nid = \"x\"\n\"\"\"\nid = \"arch\"\nname = \"Arch\"\n",
  };
  for (const std::string_view part : odd) {
    for (const std::string& text : {plain + std::string{part}, std::string{part} + plain}) {
      CAPTURE(text);
      for (const Wanted wanted : {Wanted::customer, Wanted::tag, Wanted::staff, Wanted::tier}) {
        for (const std::string_view prefix : {"", "a", "acme", "x"}) {
          CHECK(offered(excerpt(book(text), wanted, prefix), wanted, prefix) ==
                offered(book(text), wanted, prefix));
        }
      }
    }
  }
}

TEST_CASE("an excerpt is short where the book is plain, and whole where more is wanted") {
  const auto whole = book(std::string{acme} + std::string{holm} + std::string{rest});
  const std::string_view acme_alone = acme.substr(0, acme.find("tags"));
  CHECK(std::string_view{excerpt(whole, Wanted::customer, "a").front().text} == acme_alone);
  CHECK(std::string_view{excerpt(whole, Wanted::tag, "").front().text} == acme);
  CHECK(size_of(excerpt(whole, Wanted::staff, "")) < acme.size());
  CHECK(size_of(excerpt(whole, Wanted::request, "")) == size_of(whole));
  CHECK(size_of(excerpt(book("name = 1\n" + std::string{acme}), Wanted::customer, "x")) >
        acme.size());
}

}  // namespace care
