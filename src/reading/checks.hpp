#pragma once

#include <span>
#include <string_view>

#include "reading/written.hpp"

namespace care::reading {

/// What a kind of record asks beyond its keys, reported and mended: an outcome needs a request, an
/// id is unique … False where the record cannot stand in the book; whom that could make forgotten
/// is in `Reader::lost` then.
bool stands(Reader& in, Staff& staff, const Written<Staff>& keys);
bool stands(Reader& in, Customer& customer, const Written<Customer>& keys);
bool stands(Reader& in, Contact& contact, const Written<Contact>& keys);
bool stands(Reader& in, Event& event, const Written<Event>& keys);
bool stands(Reader& in, Plan& plan, const Written<Plan>& keys);
bool stands(Reader& in, OwnPlan& plan, const Written<OwnPlan>& keys);
bool stands(Reader& in, Message& message, const Written<Message>& keys);
bool stands(Reader& in, LearnedContact& contact, const Written<LearnedContact>& keys);
bool stands(Reader& in, LearnedEvent& event, const Written<LearnedEvent>& keys);
bool stands(Reader& in, Fact& fact, const Written<Fact>& keys);
bool stands(Reader& in, Touch& touch, const Written<Touch>& keys);
bool stands(Reader& in, Request& request, const Written<Request>& keys);
bool stands(Reader& in, Promise& promise, const Written<Promise>& keys);

/// What plans and messages name, and whether their names are unique, once all is read: unknown
/// tiers, kinds and fields. `texts` are the files as they were read.
void check_plans(Reader& in);
/// Puts plans that name a customer behind those of the customer's own table.
void place_later_plans(Reader& in);
void check_messages(Reader& in, std::span<const std::string_view> texts);

/// `acme-2026-11-24`, for a record that has no id of its own.
void imply_id(TextStore& texts, Request& request, std::string_view customer);
void imply_id(TextStore& texts, Promise& promise, std::string_view customer);

/// The others stand once all that they need could be read.
template <class Record>
bool stands(Reader& /*in*/, Record& /*record*/, const Written<Record>& keys) {
  return keys.is_complete();
}

}  // namespace care::reading
