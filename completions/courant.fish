# Completes command lines of courant in fish. The program itself says what can stand where: courant complete-word WORD….

function __courant_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    # The word as the program would get it: without the quote that it begins with.
    set -l bare (string replace -r '^["\']' '' -- $typed | string unescape --style=script 2>/dev/null; or echo -- $typed)
    set -l lines (command $words[1] complete-word $words[2..-1] "$bare" 2>/dev/null)
    if test (count $lines) -gt 1
        printf '%s\n' $lines[2..-1]
    end
    # What stands before the name of a file, as in --in=NAME, is none of it.
    set -l before (string match -r '^--[^=]*=' -- $typed)
    set -l name (string replace -r '^--[^=]*=' '' -- $typed)
    switch "$lines[1]"
        case 'files*'
            __fish_complete_path $name | string replace -r '^' -- "$before"
        case 'folders*'
            __fish_complete_directories $name '' | string replace -r '^' -- "$before"
    end
end

complete -c courant -f -k -a '(__courant_complete)'
