#include "shell/disk/begun_draft.hpp"

#include <algorithm>
#include <utility>

namespace care {

BegunDraft::BegunDraft(std::unique_ptr<Draft> draft, FileText text)
    : draft_{std::move(draft)},
      text_{std::move(text)},
      writing_{std::async(std::launch::async, [this] { write(); })} {}

BegunDraft::~BegunDraft() {
  is_wanted_ = false;
  if (writing_.valid()) writing_.wait();
}

bool BegunDraft::is_of(std::string_view text) const {
  return draft_ && text.data() == text_.view().data() && text.size() == text_.view().size();
}

std::unique_ptr<Draft> BegunDraft::finished() {
  writing_.get();
  return std::move(draft_);
}

/// In pieces, so that it can stop.
void BegunDraft::write() const {
  constexpr std::size_t piece = std::size_t{1} << 22;
  std::string_view left = text_;
  while (!left.empty() && is_wanted_) {
    draft_->add(left.substr(0, piece));
    left.remove_prefix(std::min(piece, left.size()));
  }
  draft_->begin_on_disk();
}

}  // namespace care
