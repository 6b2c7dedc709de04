#include "shell/commands/output.hpp"

namespace care {
namespace {

// bash cuts words at `=` (COMP_WORDBREAKS), so that the value of --owner=ID is a word of its own.
// Quotes stand in the words as they were typed. Within quotes, only candidates that mean the same
// there are offered: readline puts them in as they are.
constexpr std::string_view bash_script = R"script(# bash completion for care
_care() {
  local IFS=$'\n' i word line quote=""
  local -a words=() lines=()
  COMPREPLY=()
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word == = ]]; then
      ((i < COMP_CWORD)) && continue
      word=""
    fi
    if ((i == COMP_CWORD)) && [[ $word == [\"\']* ]]; then
      quote=${word:0:1}
      word=${word:1}
    elif [[ $word == [\"\']* ]]; then
      word=${word:1:${#word}-2}
    else
      word=${word//\\/}
    fi
    words+=("$word")
  done
  mapfile -t lines < <(command care __complete "${words[@]}" 2>/dev/null)
  case ${lines[0]-} in
    files)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$word")
      ;;
    directories)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$word")
      ;;
    words)
      for line in "${lines[@]:1}"; do
        line=${line%%$'\t'*}
        if [[ -z $quote ]]; then
          printf -v line %q "$line"
        elif [[ $quote == \' && $line == *\'* ]] ||
          [[ $quote == \" && $line == *[\`\$\"\\\!]* ]]; then
          continue
        fi
        COMPREPLY+=("$line")
      done
      ;;
  esac
}
complete -F _care care
)script";

constexpr std::string_view zsh_script = R"script(#compdef care
_care() {
  local line
  local -a given lines candidates shown
  given=("${(@Q)words[2,CURRENT-1]}")
  lines=("${(@f)$(command care __complete "${given[@]}" "${(Q)PREFIX}" 2>/dev/null)}")
  case ${lines[1]} in
    files) compset -P '--*='; _files ;;
    directories) compset -P '--*='; _files -/ ;;
    words)
      for line in "${(@)lines[2,-1]}"; do
        candidates+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  -- }")
      done
      ((${#candidates})) && compadd -l -d shown -a candidates
      ;;
  esac
}
if [[ ${funcstack[1]-} == _care ]]; then
  _care "$@"
else
  compdef _care care
fi
)script";

constexpr std::string_view fish_script = R"script(# fish completion for care
function __care_complete
    set -l given (commandline -opc)
    set -e given[1]
    set -l current (commandline -ct | string replace -r '^["\']' '' | string replace -a '\\' '')
    set -l lines (command care __complete $given "$current" 2>/dev/null)
    switch "$lines[1]"
        case files directories
            set -l lead (string match -r '^--[^=]*=' -- "$current")
            set -l path (string replace -r '^--[^=]*=' '' -- "$current")
            for found in (__fish_complete_path "$path")
                echo "$lead$found"
            end
        case words
            string join \n -- $lines[2..-1]
    end
end
complete -c care -f -a '(__care_complete)'
)script";

/// `care completion SHELL`
struct Completing {
  std::string shell;
  OutputOption output;

  void declare(Options& options) {
    options.summary("What lets the Tab key complete commands, ids and tags");
    options.argument("SHELL", &shell, "bash, zsh or fish",
                     {Wanted::words, {"bash", "zsh", "fish"}});
    output.declare(options);
    options.example("source <(care completion bash)   in ~/.bashrc");
    options.example("care completion fish -o ~/.config/fish/completions/care.fish");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (shell.empty()) refuse("completion wants a shell: bash, zsh or fish");
    check_choice("completion", shell, {"bash", "zsh", "fish"});
    output.deliver(session, shell == "bash"  ? bash_script
                            : shell == "zsh" ? zsh_script
                                             : fish_script);
    return ExitCode::done;
  }
};

}  // namespace

CommandRow completion_command() { return row<Completing>("completion"); }

}  // namespace care
