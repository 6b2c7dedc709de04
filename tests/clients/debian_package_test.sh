#!/bin/bash
# Makes a Debian package and looks into it: debian_package_test.sh BUILD_DIRECTORY
# The last line is `N passed, M failed`.
set -uo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

needs cpack:cmake dpkg-deb:dpkg dpkg-shlibdeps:dpkg-dev file
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check NAME COMMAND...: passed if the command is.
check() {
  if "${@:2}" >"$work/out" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s: %s\n%s\n' "$1" "${*:2}" "$(tail -20 "$work/out")"
  fi
}

# missing PROGRAM: a part is skipped.
missing() {
  [[ -n ${CI:-} ]] && check "$1 is installed" false
  skip_part "$1 is not installed"
}

# refuses PROGRAM: no package is made, and it is said what is missing.
refuses() {
  ! PATH=$work/without-$1 cpack -D "CMAKE_IGNORE_PATH=/usr/bin;/bin" --config "$config" \
    -B "$work/none" >"$work/said" 2>&1 || return 1
  grep -q "$1" "$work/said" && [[ -z $(find "$work/none" -name '*.deb' 2>/dev/null) ]]
}

config=$1/CPackConfig.cmake
check "a package" cpack --config "$config" -B "$work/made"
package=$(echo "$work"/made/care_*.deb)
check "one file" test -f "$package"
if command -v lintian >/dev/null; then
  check "no error of Debian's policy" lintian --fail-on error "$package"
else
  missing lintian
fi
dpkg-deb -x "$package" "$work/root"
dpkg-deb -f "$package" >"$work/control"
check "it runs" "$work/root/usr/bin/care" --version
check "it depends on the libraries that it uses" grep -q '^Depends:.*libc6 (>= ' "$work/control"
for file in bin/care share/bash-completion/completions/care share/zsh/site-functions/_care \
  share/fish/vendor_completions.d/care.fish share/man/man1/care.1.gz share/man/man5/care-book.5.gz \
  share/doc/care/{copyright,changelog.gz,README.md,examples/corner-shop.toml}; do
  check "$file" test -s "$work/root/usr/$file"
done
if command -v mandoc >/dev/null; then
  check "mandoc reads the pages" mandoc "$work"/root/usr/share/man/man{1/care.1,5/care-book.5}.gz
else
  missing mandoc
fi

# Without what finds out the dependencies there is no package: one that cannot start is none.
for program in dpkg-shlibdeps file; do
  mkdir "$work/without-$program"
  for name in bash cat cmake cpack dpkg dpkg-deb dpkg-shlibdeps file gzip ld rm sh strip tar uname; do
    [[ $name == "$program" ]] || ln -s "$(command -v "$name")" "$work/without-$program"
  done
  check "none without $program" refuses "$program"
done
check "everybody may read it" test -z "$(find "$work/root" -type f ! -perm -444)"

echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
