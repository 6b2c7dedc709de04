#include "import/support.hpp"

#include <functional>

using namespace care;
using namespace care::test;

namespace {

std::string card(const std::string& lines) {
  return "BEGIN:VCARD\nVERSION:3.0\n" + lines + "END:VCARD\n";
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST_SUITE_BEGIN("import");

// Each of these would take minutes if anything looked through everything for each one.

TEST_CASE("many cards, all with the same phone") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += card("FN:P" + std::to_string(i) + "\nTEL:555 0100 200\n");
  CHECK(import_cards(text).import.counts.added == 3000);
}

TEST_CASE("many cards of the same name") {
  std::string text;
  for (int i = 100000; i < 103000; ++i) {
    text += card("FN:John Smith\nTEL:602" + std::to_string(i) + "\n");
  }
  const Imported all = import_cards(text);
  CHECK(all.import.counts.added == 3000);
  CHECK(all.import.customers.back().id == "john-smith-3000");
}

TEST_CASE("a folded photo of two megabytes is left out, and counted") {
  const std::string photo = repeated(" " + repeated("QUJD", 18) + "\n", 28000);
  const Imported all =
      import_cards(card("FN:A\nPHOTO;ENCODING=b;TYPE=JPEG:QUJD\n" + photo + "TEL:602 555 0101\n"));
  CHECK(all.report == "1 read: 1 new\n\nLeft out: photos (1)\n");
  CHECK(all.text.size() < 200);
}

TEST_CASE("a card of ten megabytes in one line") {
  const std::string note = repeated("0123456789", 1000000);
  const Imported all = import_cards(card("FN:A\nNOTE:" + note + "\n"));
  CHECK(all.import.customers.at(0).notes.size() == note.size());
}

TEST_CASE("a card with a great many of everything") {
  std::string lines = "FN:A\n";
  for (int i = 0; i < 4000; ++i) {
    const std::string n = std::to_string(1000000 + i);
    lines += "TEL:" + n + "\nEMAIL:" + n + "@example.com\nURL:x" + n + "\nitem" + n +
             ".X-ABDATE:2001-02-03\nitem" + n + ".X-ABLABEL:" + n + "\nCATEGORIES:" + n +
             "\nADR:;;" + n + ";;;;\n";
  }
  const Imported all = import_cards(card(lines));
  CHECK(all.import.counts.added == 1);
  CHECK(all.report.find("has more than 200 of one kind of thing") != std::string::npos);
}

TEST_CASE("cards that begin and never end, and quotes that never end") {
  CHECK(import_cards(repeated("BEGIN:VCARD\n", 50000)).import.counts.added == 0);
  std::string table = "name,phone\n";
  for (int i = 0; i < 5000; ++i) table += "A" + std::to_string(i) + ",\"open\n";
  CHECK(import_table(table).import.counts.added >= 2500);
}

/// The second before the first, as two threads may.
void other_first(const std::function<void()>& one, const std::function<void()>& other) {
  other();
  one();
}

TEST_CASE("a large file is read in halves, which say the same as the whole") {
  const std::string note = "NOTE:" + repeated("n", 400) + "\n";
  const auto cards = [&](std::string_view begin, std::string_view within) {
    std::string text = "stray\n";
    for (int i = 1000; i < 5000; ++i) {
      const std::string n = std::to_string(i);
      text += std::string{begin} + "\nUID:u" + n + "\nFN:P" + n + "\nTEL:602 555 " + n +
              "\nBDAY:" + (i % 500 == 0 ? "1980-06-31" : "1980-06-30") + '\n' + note;
      if (i % 700 == 0) text += "PHOTO:x\n";
      text += std::string{within} + "END:VCARD\n";
      if (i == 1100 || i == 4800) text += "stray\n";
    }
    text += std::string{begin} + "\nKIND:group\nFN:G\nMEMBER:u1001\nMEMBER:u4999\n" + "END:VCARD\n";
    return text;
  };
  const std::string agent = "AGENT:\nBEGIN:VCARD\nFN:Agent\nEND:VCARD\n";
  for (const std::string& within : {std::string{}, std::string{"NOTE:caf\xe9\n"}, agent}) {
    CAPTURE(within);
    ImportOptions options = import_options();
    // Of these no border is looked for.
    const Imported whole = import_into({}, {"a.vcf", cards("begin:vcard", within)}, options);
    CHECK(whole.import.counts.added >= 4000);
    const Imported halves = import_into({}, {"a.vcf", cards("BEGIN:VCARD", within)}, options);
    options.together = other_first;
    const Imported turned = import_into({}, {"a.vcf", cards("BEGIN:VCARD", within)}, options);
    CHECK(halves.report == whole.report);
    CHECK(halves.text == whole.text);
    CHECK(turned.report == whole.report);
    CHECK(turned.text == whole.text);
  }
}

TEST_SUITE_END();

}  // namespace
