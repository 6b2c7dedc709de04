#include "import/first_rows.hpp"

namespace care {

Singles singles_of(const Person& person) {
  Singles said;
  const auto add = [&](Single single, bool is_said) {
    said.set(static_cast<std::size_t>(single), is_said);
  };
  add(Single::birthday, person.birthday.has_value());
  add(Single::address, !person.addresses.empty());
  add(Single::call_me, !person.nickname.empty());
  add(Single::company, !person.company.empty());
  add(Single::sounds_like, !person.sounds_like.empty());
  add(Single::role, !person.role.empty());
  return said;
}

void FirstRows::add(const Singles& said, RowPlace row) {
  for (std::size_t i = 0; i < single_count; ++i)
    if (said.test(i) && rows_[i].line == 0) rows_[i] = row;
}

}  // namespace care
