/** What a shell is told once, so that Tab asks `miyu complete` for what may come next. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** Each hands over the words up to the cursor, the last of them unfinished; without an answer the shell offers files. */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `_miyu() {
  local IFS=$'\\n'
  COMPREPLY=($("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _miyu miyu`,
  zsh: `#compdef miyu
_miyu() {
  local -a found
  found=("\${(@f)$("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then compadd -a found; else _files; fi
}
compdef _miyu miyu`,
  fish: `function __miyu_complete
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  $typed[1] complete -- $typed[2..-1] "$current" 2>/dev/null
end
complete -c miyu -f -a '(__miyu_complete)'
complete -c miyu -F -n '__fish_seen_subcommand_from export import'`,
};
