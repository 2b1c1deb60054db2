# shellcheck shell=sh
# Guests that are made for what they run: a build that counts where it comes by runs the samples, and the guest is made for those
# counts, with what runs often inlined and laid out side by side. Light's own code is compiled for them (counts.sh), and of
# Full, whose code is a libpython that others compiled, the finished program is laid out anew (layout.sh).
#
# $cache/profiles/NAME-KEY   the counts of a guest; KEY is the guest's
#
# Two runs do not count quite the same: Rust's hash tables draw their seeds by chance, and what hangs on addresses differs. The same
# counts give the same guest, and its description names them. Nix, which wants the same guest from nothing, has no tool for
# this. Only for what this machine runs itself: emulated time is no speed.

# The samples that a guest is trained on, and for how many rounds the loops among them run.
trained_on="idioms syntax"
trained_loops="pure dynamic"
trained_rounds=50000

# How long one of them may take, in seconds.
training_limit_s=60

# The means by which a guest is made for its counts; none for one that never is.
means_of() {
    case $1 in
    tier-light) echo counts ;;
    tier-full | tier-full-factors) echo layout ;;
    esac
}

# Whether a guest can be trained here.
is_trained() {
    case $(means_of "$1") in
    counts) find_profdata >/dev/null ;;
    layout) find_bolt >/dev/null ;;
    *) return 1 ;;
    esac
}

# need_training NAME: one that cannot be trained is built all the same, and its description says so.
need_training() {
    case $(means_of "$1") in
    counts) set -- "$1" "llvm-$(llvm_version)" ;;
    layout) set -- "$1" "bolt-$(llvm_version)" "libbolt-$(llvm_version)-dev" ;;
    *) return 0 ;;
    esac
    ! is_trained "$1" || return 0
    untrained=$1
    shift
    if can_install && refresh_package_lists && package_is_offered "$1"; then install "the training of $untrained" "$@" || :; fi
    is_trained "$untrained" || say "$untrained is built without training, for want of $1"
}

# What of the training is in a guest's key.
training_inputs() {
    [ -n "$(means_of "$1")" ] || return 0
    is_trained "$1" || { echo "not trained"; return; }
    training_tool "$1"
    [ "$(means_of "$1")" != layout ] || echo "$layout_flags"
    echo "$trained_loops $trained_rounds"
    (cd "$root" && training_programs | LC_ALL=C sort | xargs sha256sum)
}

training_tool() {
    case $(means_of "$1") in
    counts) "$(find_profdata)" --version | sed -n 's/.*\(LLVM version .*\)/llvm-profdata, \1/p' ;;
    layout) "$(find_bolt)" --version | sed -n 's/.*\(LLVM version .*\)/llvm-bolt, \1/p' ;;
    esac
}

training_programs() {
    for folder in $trained_on; do find "samples/$folder" -name '*.py'; done
    for loop in $trained_loops; do echo "samples/speed/$loop.py"; done
}

# What a guest was trained on, for its description.
training_fields() {
    [ -n "$(means_of "$1")" ] || return 0
    is_trained "$1" && [ -f "$(counts_of "$1")" ] || { field training none; return; }
    field training "$(training_tool "$1"); samples: $trained_on; loops of $trained_rounds rounds: $trained_loops"
    field training_counts_sha256 "$(sha256_of "$(counts_of "$1")")"
}

counts_of() { echo "$cache/profiles/$1-$(guest_key "$1")"; }

# keep_counts NAME COMMAND…: has the command write the counts of a guest, whose file comes last, unless they are here.
keep_counts() {
    kept=$(counts_of "$1")
    [ ! -f "$kept" ] || return 0
    shift
    mkdir -p "$cache/profiles" && rm -f "$kept.new" && "$@" "$kept.new" && mv "$kept.new" "$kept"
}

# Trained or not, it is the same interpreter: what goes wrong with training is told, and costs time alone.
say_untrained() { say "$1 could not be trained (why stands above): it is built without"; }

# train COMMAND…: runs each sample by the command, in this folder. Some are there to fail, and what they print is looked at
# elsewhere.
train() {
    for program in $(cd "$root" && training_programs); do
        case $program in
        samples/speed/*) trained_by "$@" "$root/$program" "$trained_rounds" ;;
        *) trained_by "$@" "$root/$program" ;;
        esac
    done
}

trained_by() { timeout "$training_limit_s" "$@" </dev/null >/dev/null 2>&1 || :; }
