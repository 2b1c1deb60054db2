# shellcheck shell=sh
# `./artifact deny` and `./artifact sbom`: what this project is built from. Both tools come from the registry and take minutes to
# compile, so `./artifact test` does without them: a test of the command line reads deny.toml itself.

cargo_deny_version=0.20.2
cargo_cyclonedx_version=0.5.9

# Every workspace has a lock of its own.
supply_workspaces=". crates/attempt-full crates/tier-full crates/tier-light fuzz"

# What people run: the command line, and what each guest is made of.
sbom_workspaces=". crates/tier-full crates/tier-light"

# Advisories stand in a database that is elsewhere. Where it cannot be had, nothing is said about them, and that is said: the
# status is then that of something that is not provisioned.
verb_deny() {
    [ $# -eq 0 ] || usage_error "deny takes no arguments"
    need_rust && need_linking && cargo_install cargo-deny "$cargo_deny_version" || return
    denied=0
    for workspace in $supply_workspaces; do
        # For all platforms: a licence counts wherever its crate would be built.
        patiently cargo_in "$root/$workspace" fetch --quiet --locked || return
        say "licences, sources and bans: $workspace"
        deny "$workspace" --offline check --hide-inclusion-graph licenses sources bans || denied=1
    done
    [ $denied -eq 0 ] || return 1
    if ! patiently deny . fetch db; then
        say "no advisory was looked for"
        missing "the database of advisories, which stands on a Git host" "the same again, with a network"
        return
    fi
    for workspace in $supply_workspaces; do
        say "advisories: $workspace"
        deny "$workspace" check --disable-fetch advisories || denied=1
    done
    return $denied
}

# deny WORKSPACE ARGS…
deny() {
    manifest="$root/$1/Cargo.toml"
    shift
    "$cache/tools/bin/cargo-deny" --manifest-path "$manifest" --locked --config "$root/deny.toml" "$@"
}

# A bill of materials for each workspace, in CycloneDX's JSON. The same sources give the same bytes: without a serial number and
# a time of day, which would say nothing of what is in a program, and with paths of this machine taken out.
verb_sbom() {
    [ $# -le 1 ] || usage_error "sbom takes nothing, or a folder"
    bills=${1:-$root/target/sbom}
    need_rust && need_linking && cargo_install cargo-cyclonedx "$cargo_cyclonedx_version" && need_validators &&
        mkdir -p "$bills" || return
    for workspace in $sbom_workspaces; do
        fetch_crates "$root/$workspace" "$rust_triple" && write_bill "$workspace" || return
    done
    validate bills "$bills"/*.cdx.json
}

# cargo-cyclonedx writes beside each manifest, so it works on a copy of what it reads.
write_bill() {
    case $1 in .) program=tiers crate=crates/cli ;; *) program=${1##*/} crate=$1 ;; esac
    say "the bill of materials of $program"
    copy=$(mktemp -d) || return
    bill_status=0
    bill_in "$copy" "$1" "$crate" >"$bills/$program.cdx.json" || bill_status=$?
    rm -rf "$copy"
    return "$bill_status"
}

# bill_in COPY WORKSPACE CRATE
bill_in() {
    (
        cd "$root" && find Cargo.toml Cargo.lock crates -name target -prune -o -type f \
            '(' -name '*.rs' -o -name '*.toml' -o -name Cargo.lock ')' -print0 | xargs -0 cp --parents -t "$1"
    ) || return
    (
        cd "$1/$2" && "$cache/tools/bin/cargo-cyclonedx" cyclonedx --format json --spec-version 1.5 --all-features \
            --target "$rust_triple" --quiet >&2
    ) || { say "no bill of materials could be made of $2"; return 1; }
    "$pip_python" -B "$root/provision/validators/bill.py" "$1" <"$1/$3/${3##*/}.cdx.json"
}
