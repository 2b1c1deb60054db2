# shellcheck shell=sh
# Validators that others wrote, for what this project writes for others' tools: packages of PyPI, each file known by its hash
# (provision/validators/requirements.txt), in the cache and nowhere else.

# What is compiled in them is for one version of Python, and a machine may have more than one. After need_pip.
validators_folder() {
    python_tag=$("$pip_python" -c 'import sys; print(sys.implementation.cache_tag)') || return
    echo "$cache/validators-$python_tag-$(sha256_of "$root/provision/validators/requirements.txt" | cut -c 1-32)"
}

need_validators() {
    need_pip "validators" || return
    validators=$(validators_folder)
    [ ! -d "$validators" ] || return 0
    say "fetching validators from PyPI"
    unfinished="$cache/.unfinished-validators"
    rm -rf "$unfinished"
    mkdir -p "$cache" || return
    patiently install_validators "$unfinished" || { missing "validators" "the same again, with a network"; return; }
    mv "$unfinished" "$validators"
}

# All of them are named there: nothing is resolved.
install_validators() {
    "$pip_python" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes \
        --no-warn-conflicts --target "$1" --requirement "$root/provision/validators/requirements.txt" >&2
}

validate() { PYTHONPATH=$validators "$pip_python" -B "$root/provision/validators/validate.py" "$@"; }

# The reference run, the same as of a run that was not published, and a statement about a book.
provenance_is_as_others_read_it() {
    need_validators || return
    unpublished="$cache/build/unpublished"
    book="$cache/build/browse"
    rm -rf "$unpublished" && mkdir -p "$unpublished" && cp -r "$root/results/reference/." "$unpublished" &&
        rm "$unpublished/ro-crate-metadata.json" && "$tiers" provenance --results "$unpublished" &&
        "$tiers" report --results "$root/results/reference" --out "$book" || return
    validate run "$root/results/reference" && validate run "$unpublished" &&
        validate statement "$book/provenance.intoto.json"
}

manifests_are_of_their_schema() {
    need_validators && validate manifests "$root/examples/cluster/kubernetes.yaml" "$root/examples/cluster/kubernetes-merge.yaml"
}
