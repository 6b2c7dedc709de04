#include "shell/disk/begun_draft.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace care {

BegunDraft::BegunDraft(std::unique_ptr<Draft> draft, FileText text)
    : draft_{std::move(draft)},
      text_{std::move(text)},
      writing_{std::async(std::launch::async, [this] { return write(); })} {}

BegunDraft::~BegunDraft() {
  is_wanted_ = false;
  if (writing_.valid()) writing_.wait();
}

bool BegunDraft::is_of(std::string_view text) const {
  return draft_ && text.data() == text_.view().data() && text.size() == text_.view().size();
}

std::unique_ptr<Draft> BegunDraft::finished() {
  return writing_.get() ? std::move(draft_) : nullptr;
}

/// In pieces, so that it can stop. False where some of the text could not be had.
bool BegunDraft::write() const {
  const Pages* const pages = text_.pages();
  const std::string_view text = text_;
  std::vector<char> window(pages != nullptr ? pages->window() : 0);
  constexpr std::size_t piece = std::size_t{1} << 22;
  for (std::size_t begin = 0; begin < text.size() && is_wanted_;) {
    std::string_view next = text.substr(begin, piece);
    if (pages != nullptr) {
      const std::size_t size = std::min(window.size(), text.size() - begin);
      next = {window.data(), pages->copy(begin, std::span{window}.first(size))};
      if (next.empty()) return false;
    }
    draft_->add(next);
    begin += next.size();
    if (begin % piece == 0 || begin == text.size()) draft_->begin_on_disk();
  }
  return true;
}

}  // namespace care
