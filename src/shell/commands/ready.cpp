#include "shell/commands/record.hpp"

namespace care {
namespace {

/// The event that is named, else the only one to prepare for that day.
Text event_ready(const RecordContext& context, const std::string& text) {
  const auto& events = context.customer().events;
  if (!text.empty()) {
    const auto what = [](const Event& event) { return event.what; };
    const auto found = named(events, text, what);
    if (found) return events[*found].what;
    refuse("{} has no event \"{}\"{}",
           {context.id(), shown(text),
            events.empty() ? "; care set " + context.id() + " --event WHAT --date DAY adds one"
                           : "; " + there_are(events, what)});
  }
  std::vector<Item> items = context.plan().items;
  std::erase_if(items, [](const Item& item) { return item.kind != Kind::prepare; });
  if (items.size() == 1) return items.front().what;
  if (items.empty() && events.empty()) {
    refuse("{0} has no event; care set {0} --event WHAT --date DAY adds one", {context.id()});
  }
  if (items.empty()) {
    refuse("nothing is to be prepared for {0} now; name the event: care ready {0} \"{1}\"",
           {context.id(), shown(events[0].what)});
  }
  refuse("which is ready: {}? Name it: care ready {} \"{}\"",
         {listed(items, [](const Item& item) { return item.what; }), context.id(),
          shown(items.front().what)});
}

/// `care ready WHO [WHAT…]`
struct Preparing {
  static constexpr auto precision = Precision::day;
  std::string who;
  std::vector<std::string> words;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("The card or gift for an event is prepared");
    options.who(who);
    options.argument("[WHAT...]", &words, "The event; default: the only one to prepare for",
                     {Wanted::event});
    record.declare_on(options);
    record.declare(options);
    options.example("care ready acme");
    options.example("care ready acme opening day");
  }

  void check() const {}

  [[nodiscard]] Ready made(const RecordContext& context) const {
    auto ready = context.begun<Ready>();
    ready.what = event_ready(context, joined(context.words));
    return ready;
  }
};

}  // namespace

CommandRow ready_command() { return row<Writing<Preparing>>("ready"); }

}  // namespace care
