# shellcheck shell=sh
# `./artifact test`: every check there is. All of them run, so that one failure does not hide another.

steps_passed=0
steps_failed=0
steps_left_out=0

# What a step ends with that needs something which cannot be brought here, and which nothing else needs.
status_left_out=77

# step NAME COMMAND…
step() {
    say "test: $1"
    step_name=$1
    step_start_s=$(date +%s)
    shift
    step_status=0
    "$@" || step_status=$?
    case $step_status in
    0)
        steps_passed=$((steps_passed + 1))
        say "passed in $(($(date +%s) - step_start_s)) s: $step_name"
        ;;
    "$status_left_out")
        steps_left_out=$((steps_left_out + 1))
        say "LEFT OUT: $step_name"
        ;;
    *)
        steps_failed=$((steps_failed + 1))
        say "FAILED: $step_name"
        failed_steps="${failed_steps-}  $step_name
"
        ;;
    esac
}

verb_test() {
    [ $# -eq 0 ] || usage_error "test takes no arguments"
    need_rust && begin_light
    step "build" build_all
    step "build for the PoCs" build_for_pocs
    step "build for the targets" build_for_targets
    step "a sample on the targets" targets_print_a_sample
    step "test tools" need_test_tools
    step "format" formatted
    step "lints" linted
    step "tests" host_tests
    step "tests of --isolated" can_isolate
    step "documentation tests" host_cargo test --release --locked --workspace --doc
    for tier in tier-full tier-light; do
        step "$tier: lints" linted_guest "$tier"
    done
    step "tier-full: tests" guest_tests tier-full
    step "shell scripts" shell_scripts_are_clean
    step "provenance, by others' validators" provenance_is_as_others_read_it
    step "manifests, by their schema" manifests_are_of_their_schema
    step "the book in a browser" browsed
    step "provisioning" "$root/provision/test"
    step "flake" "$root/nix/test"
    printf '%s' "${failed_steps:+failed:
$failed_steps}" >&2
    echo "steps: $steps_passed passed, $steps_failed failed, $steps_left_out left out"
    [ "$steps_failed" -eq 0 ]
}

targets_print_a_sample() {
    "$tiers" diff --cells "$(target_cells)" "$root/samples/idioms/01_metaclass_registry.py"
}

# The cells of other targets that this machine can have, as cells.toml names them, with commas between.
target_cells() {
    awk -F '"' '
        /^\[\[cell\]\]/ { name = ""; target = "" }
        /^name = / { name = $2 }
        /^target = / { target = $2 }
        /^role = "attempt"/ { name = "" }
        /^provision = "\.\/artifact build all"/ && name != "" && target != "x86_64" { print name }
    ' "$root/cells.toml" | paste -sd , -
}

need_test_tools() {
    have cargo-fmt || install rustfmt rustfmt-web || return
    have cargo-clippy || install clippy rust-web-clippy || return
    need shellcheck shellcheck && need nix nix-bin
}

formatted() {
    cargo_in "$root" fmt --all --check && cargo_in "$root/fuzz" fmt --check && cargo_in "$root/crates/tier-full" fmt --check &&
        cargo_in "$root/crates/tier-light" fmt --check && cargo_in "$root/crates/attempt-full" fmt --check
}

linted() { host_cargo clippy --release --locked --workspace --all-targets -- -D warnings; }

# shellcheck disable=SC2046 # The flags are words.
linted_guest() { guest_cargo "$1" clippy $(guest_flags "$1") --all-targets -- -D warnings; }

# Whether this machine has what --isolated takes. Where it has not, the tests of it are left out of the others.
can_isolate() { "$libexec/tiers-confine" /bin/sh -c : || return "$status_left_out"; }

# Examples first: the tests of the library start one of them.
host_tests() {
    host_cargo build --release --locked --workspace --examples || return
    can_isolate && isolation= || isolation=no
    if have cargo-nextest; then
        host_cargo nextest run --release --locked --workspace --no-fail-fast ${isolation:+-E 'not test(/^isolated/)'}
    else
        # shellcheck disable=SC2086 # Words, or none.
        host_cargo test --release --locked --workspace --lib --bins --tests --no-fail-fast ${isolation:+-- --skip isolated}
    fi
}

# Unoptimized, which compiles sooner. The guest as it is built for use is what the host's tests run.
guest_tests() {
    can_isolate && isolation= || isolation=no
    # shellcheck disable=SC2086 # Words, or none.
    guest_cargo "$1" test --locked -- ${isolation:+--skip isolated}
}

# The parts in provision/ are read through `artifact`, which includes them.
shell_scripts_are_clean() (
    cd "$root" && shellcheck -x artifact provision/attempt provision/contained provision/test nix/here nix/test .ci/run \
        examples/cluster/shard examples/cluster/merge examples/cluster/slurm.sh examples/cluster/kubernetes.sh
)
