# shellcheck shell=sh
# `./artifact fuzz`: hostile input. First the programs in fuzz/, by cargo-fuzz, each for so many seconds from the inputs that
# are kept in fuzz/corpus; then whole Python programs, random and mutated, through `tiers explain` and `tiers diff`.

cargo_fuzz_version=0.13.2
fuzz_seconds_default=600

# As many programs are made, by this seed.
mutations_count=10000
mutations_seed=1

# What mutated programs are compared on: one of each tier. They run where they can do no harm.
mutations_cells=full-static-x86_64,light-standalone-x86_64

# What one input may take: longer, or more, is a fault like any other.
fuzz_input_seconds=20
fuzz_memory_mib=2048
fuzz_input_bytes=8192

fuzz_build="$cache/build/fuzz"
fuzz_folder="$root/fuzz"

fuzz_targets() { sed -n '/^\[\[bin\]\]/,/^path/s/^name = "\(.*\)"$/\1/p' "$fuzz_folder/Cargo.toml"; }

verb_fuzz() {
    fuzz_seconds=$fuzz_seconds_default
    fuzz_summary=
    while [ $# -gt 0 ]; do
        case $1 in
        --summary) [ $# -ge 2 ] || usage_error "--summary takes a file"; fuzz_summary=$2; shift ;;
        *[!0-9]* | '') usage_error "fuzz takes a number of seconds for each target, and --summary FILE" ;;
        *) fuzz_seconds=$1 ;;
        esac
        shift
    done
    fuzz_parts=$(mktemp -d) || return
    need_rust && build_all && need_fuzzer && build_fuzz_targets && build_mutations || return
    fuzz_faults=0
    for target in $(fuzz_targets); do fuzz_target "$target" || fuzz_faults=1; done
    mutate_programs || fuzz_faults=1
    [ -z "$fuzz_summary" ] || write_fuzz_summary >"$fuzz_summary" || return
    rm -rf "$fuzz_parts"
    return "$fuzz_faults"
}

# The fuzzer's own library is C++.
need_fuzzer() { need_linking && need c++ g++ && cargo_install cargo-fuzz "$cargo_fuzz_version"; }

# What cargo-fuzz asks of the compiler has a stable form in none yet; the stable compiler takes it all the same. Sanitizers
# watch over `unsafe`, of which what is fed here has none, and would halve the pace; checks of overflow stay on.
build_fuzz_targets() {
    say "building the fuzz targets (minutes the first time)"
    fetch_crates "$fuzz_folder" "$rust_triple" || return
    (
        RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$fuzz_build"
        export RUSTC_BOOTSTRAP CARGO_TARGET_DIR
        cd "$root" && "$cache/tools/bin/cargo-fuzz" fuzz build --sanitizer none --codegen-units 16 >&2
    ) || build_failed "the fuzz targets"
}

# From what is kept and what earlier runs on this machine found; what is new goes to the latter.
fuzz_target() {
    found="$fuzz_build/corpus/$1"
    log="$fuzz_build/$1.log"
    mkdir -p "$found" "$fuzz_folder/artifacts/$1" || return
    status=0
    "$fuzz_build/$rust_triple/release/$1" "$found" "$fuzz_folder/corpus/$1" -max_total_time="$fuzz_seconds" \
        -timeout="$fuzz_input_seconds" -rss_limit_mb="$fuzz_memory_mib" -max_len="$fuzz_input_bytes" \
        -artifact_prefix="$fuzz_folder/artifacts/$1/" -print_final_stats=1 $(fuzz_dictionary "$1") 2>"$log" || status=$?
    tell_fuzzed "$1"
    [ "$status" -eq 0 ] || tell_crash "$1"
}

fuzz_dictionary() { [ "$1" != decision ] || echo "-dict=$fuzz_folder/python.dict"; }

# tell_fuzzed TARGET: one line, and one of JSON for the summary.
tell_fuzzed() {
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
    edges=$(sed -n 's/^#.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
    seconds=$(sed -n 's/^Done [0-9]* runs in \([0-9]*\) second.*/\1/p' "$log")
    crashes=$((status != 0))
    kept=$(find "$fuzz_folder/corpus/$1" -type f | wc -l)
    echo "$1: ${executions:=0} executions in ${seconds:=0} s, ${edges:=0} edges, $crashes crashes, $((kept)) inputs kept"
    printf '"%s":{"crashes":%d,"edges":%d,"executions":%d,"inputs_kept":%d,"seconds":%d}\n' \
        "$1" "$crashes" "$edges" "$executions" "$((kept))" "$seconds" >"$fuzz_parts/$1"
}

tell_crash() {
    artifact=$(sed -n 's/^.*Test unit written to //p' "$log" | tail -n 1)
    say "$1 CRASHED on ${artifact:-an input that was not written}; what was said: $log"
    hint "to see it again: $fuzz_build/$rust_triple/release/$1 ${artifact:-}"
    return 1
}

build_mutations() {
    host_cargo build --quiet --release --locked --workspace --bin mutations || build_failed "the maker of mutations"
}

# Where this machine makes no namespaces, programs that chance wrote are explained, which runs nothing, and not run.
mutate_programs() {
    say "$mutations_count random and mutated programs through explain and diff"
    kept="$fuzz_folder/artifacts/mutations"
    mkdir -p "$kept" || return
    status=0
    mutations "$root/provision/contained" "$kept" -- "$mutations_cells" || status=$?
    if [ "$status" -eq "$status_left_out" ]; then
        say "LEFT OUT: diff; there is nothing here in which programs that chance wrote could be run"
        status=0
        mutations env -- || status=$?
    fi
    echo "mutations: $(cat "$fuzz_parts/mutations.json")"
    [ "$status" -eq 0 ] || { say "mutated programs showed faults: $kept"; hint "tiers explain FILE, tiers diff FILE"; return 1; }
}

# mutations RUNNER… -- [CELLS]: counts into the summary's part.
mutations() {
    words=
    while [ "$1" != -- ]; do words="$words $1"; shift; done
    shift
    # shellcheck disable=SC2086 # The runner is words.
    $words "$cache/build/host/release/mutations" "$tiers" "$libexec" "$root" "$mutations_seed" "$mutations_count" \
        "$kept" "$@" >"$fuzz_parts/mutations.json"
}

# No time of day, nothing of this machine: keys in their order, see METHODOLOGY.md.
write_fuzz_summary() {
    printf '{"mutations":%s,"schema":"tiers.fuzz/1","targets":{%s}}\n' "$(cat "$fuzz_parts/mutations.json")" \
        "$(for target in $(fuzz_targets | LC_ALL=C sort); do cat "$fuzz_parts/$target"; done | paste -sd , -)"
}
