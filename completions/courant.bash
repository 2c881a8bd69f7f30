# Completes command lines of courant in bash. The program itself says what can stand where: courant complete-word WORD….

_courant() {
  # bash takes a word apart at each : and =, as in is:unread; here the pieces that touch are put together again.
  local words=() last=-1 rest=${COMP_LINE:0:COMP_POINT} piece index
  for ((index = 0; index <= COMP_CWORD; index++)); do
    piece=${COMP_WORDS[index]}
    if [[ $last -lt 0 || $rest == [[:space:]]* ]]; then
      while [[ $rest == [[:space:]]* ]]; do rest=${rest#?}; done
      last=$((last + 1)) words[last]=
    fi
    # The one that the cursor stands in is taken up to the cursor.
    [[ ${#rest} -ge ${#piece} ]] || piece=$rest
    words[last]+=$piece rest=${rest:${#piece}}
  done
  local typed=${words[last]} quote=
  case $typed in
    [\"\']*) quote=${typed:0:1} typed=${typed:1} ;;
    *\\*) typed=${typed//\\/} ;;
  esac
  words[last]=$typed

  local lines=() line
  while IFS= read -r line; do lines+=("$line"); done < <("${words[0]}" complete-word "${words[@]:1}" 2>/dev/null)
  local head=${lines[0]:-none} candidates=("${lines[@]:1}")
  # What stands before the last : or = is on the line already, unless the word is in quotes.
  local before=
  if [[ -z $quote && $typed == *[:=]* ]]; then before=${typed%"${typed##*[:=]}"}; fi

  COMPREPLY=()
  local word note
  for line in "${candidates[@]}"; do
    word=${line%%$'\t'*} note=
    [[ $line != *$'\t'* ]] || note=${line#*$'\t'}
    word=${word#"$before"}
    [[ -n $quote ]] || printf -v word %q "$word"
    # Where several are listed, what is said of each stands beside it; bash inserts only what all begin with.
    if [[ ${#candidates[@]} -gt 1 && $COMP_TYPE == 63 && -n $note ]]; then
      printf -v word '%-14s  %.*s' "$word" "$((${COLUMNS:-80} > 40 ? ${COLUMNS:-80} - 24 : 20))" "$note"
    fi
    COMPREPLY+=("$word")
  done
  local kind=
  case $head in
    files*) kind=-f ;;
    folders*) kind=-d ;;
  esac
  if [[ -n $kind ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do
      # What begins with a point is hidden until one is typed.
      [[ ${line##*/} == .* && ${typed##*/} != .* ]] || COMPREPLY+=("$line")
    done < <(compgen "$kind" -- "${typed#"$before"}")
  fi
  # In the order in which they come: the newest story first.
  compopt -o nosort 2>/dev/null
  [[ $head != *open ]] || compopt -o nospace 2>/dev/null
}

complete -F _courant courant
