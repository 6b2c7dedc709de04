#pragma once

#include <care/book.hpp>

namespace care {

/// Takes out of a fact what holds already on its day; returns that. A mood stays, as the
/// row of touches that end it begins anew (R5).
[[nodiscard]] Fact take_out_known(const Book& book, Fact& fact);
/// Takes over what a fact says, as if it had always been so; notes and likes go behind those that
/// are there.
void learn(const Fact& fact, Customer& customer, TextStore& texts);
void learn(const Fact& fact, Contact& contact, TextStore& texts);
/// Whether it says nothing of anybody.
[[nodiscard]] bool is_blank(const Fact& fact);

/// Their `because` on a day, but for what was said when they left or asked not to be contacted:
/// that ends with the way back.
[[nodiscard]] Text lasting_because(const Book& book, CustomerIndex who, Date day);

}  // namespace care
