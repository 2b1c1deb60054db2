# shellcheck shell=sh
# What guests for aarch64 are linked with, and what runs them on another processor.

cross_compiler=${CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER:-aarch64-linux-gnu-gcc}
cross_packages='gcc-aarch64-linux-gnu libc6-dev:arm64 libffi-dev:arm64'

# aarch64_links FLAGS…: whether a C program for aarch64 can be linked with them.
aarch64_links() {
    echo 'int main(void) { return 0; }' | "$cross_compiler" -x c - "$@" -o /dev/null 2>/dev/null
}

# need_aarch64_linking FLAGS…
# shellcheck disable=SC2086 # Packages are words.
need_aarch64_linking() {
    aarch64_links "$@" || {
        can_install && allow_foreign_packages arm64 libc6-dev && install "linking for aarch64" $cross_packages
    } || missing "a C compiler, libc and libffi for aarch64" "$(foreign_hint $cross_packages)"
}

# foreign_hint PACKAGE…
foreign_hint() { echo "as root, on Debian: dpkg --add-architecture arm64; apt-get update; apt-get install $*"; }

# Debian's CPython for aarch64, which is not the one that all else is judged by: the interpreter of the same version is the
# oracle of that cell, and says how the library is linked, since both are described in one folder.
debian_python_version=3.11
debian_python_packages="python$debian_python_version libpython$debian_python_version-dev:arm64"

# Sets debian_python and debian_python_config.
# shellcheck disable=SC2086 # Packages are words.
need_debian_python() {
    debian_python=/usr/bin/python$debian_python_version
    find_debian_python || { install_debian_python && find_debian_python; } || {
        missing "CPython $debian_python_version for aarch64, and the same for this machine" \
            "$(foreign_hint $debian_python_packages)"
        return
    }
}

find_debian_python() {
    [ -x "$debian_python" ] && debian_python_config=$(debian_python_link) && debian_pythons_agree
}

debian_python_link() {
    debian_python_describes "$debian_python" -I "$root/crates/tier-full/link.py" 2>/dev/null
}

# debian_python_describes COMMAND…: an interpreter's sysconfig reads the description that this variable names. (In a
# subshell: where the command is a function, some shells would keep the variable.)
debian_python_describes() (
    export _PYTHON_SYSCONFIGDATA_NAME=_sysconfigdata__aarch64-linux-gnu
    "$@"
)

# An interpreter that is older or newer than the library by a patch is no oracle for it.
debian_pythons_agree() {
    # shellcheck disable=SC2086 # Packages are words.
    versions=$(dpkg-query -W -f '${Package} ${Architecture} ${Version}\n' $debian_python_packages) || return
    [ "$(echo "$versions" | cut -d ' ' -f 3 | sort -u | wc -l)" -eq 1 ] ||
        { say "not one version: $(echo "$versions" | paste -sd , -)"; return 1; }
}

# shellcheck disable=SC2086
install_debian_python() {
    can_install && allow_foreign_packages arm64 "libpython$debian_python_version-dev" || return
    refresh_package_lists
    package_is_offered "libpython$debian_python_version-dev:arm64" || return
    install "CPython $debian_python_version for aarch64" $debian_python_packages
}

# A CPython for aarch64 of the same version as the oracle, in the folder TIERS_TARGET_PYTHON: nixpkgs has one, no
# distribution does. The machine's own interpreter reads its description, so -I, which would hide it, is left out.
target_python() {
    shift
    PYTHONPATH="$TIERS_TARGET_PYTHON/lib/python$python_wanted" \
        _PYTHON_SYSCONFIGDATA_NAME=_sysconfigdata__linux_aarch64-linux-gnu "$python" -s "$@"
}

# Sets target_python_config.
need_target_python() {
    [ -d "${TIERS_TARGET_PYTHON:-}" ] && target_python_config=$(target_python -I "$root/crates/tier-full/link.py") ||
        missing "CPython $python_wanted for aarch64 with its static library" \
            "nix run .#reproduce, or TIERS_TARGET_PYTHON=FOLDER"
}

place_debian_python() { place_link "python$debian_python_version" "$debian_python"; }

# qemu's name depends on whether it is the static one.
find_qemu() { command -v qemu-aarch64-static || command -v qemu-aarch64; }

place_qemu() {
    find_qemu >/dev/null || install "an emulator of aarch64" qemu-user-static || return
    place_link qemu-aarch64 "$(find_qemu)"
}

# The same emulator, counting instructions by a plugin. A static one takes none, and one that is newer than the plugin's
# interface refuses it: so it is tried, and what it says is shown.
place_counting_qemu() {
    need qemu-aarch64 qemu-user && need_linking || return
    mkdir -p "$cache/build" || return
    cc -O2 -shared -fPIC -o "$cache/build/count-instructions.so" "$root/crates/lab/plugin/count-instructions.c" || return
    counted=$(qemu_counts "$cache/build/count-instructions.so") || {
        say "$(command -v qemu-aarch64) does not count: $counted"
        missing "a qemu that takes plugins of version 1" "as root, on Debian 12: apt-get install qemu-user"
        return
    }
    place_copy "$cache/build/count-instructions.so" count-instructions.so &&
        place_link qemu-aarch64-counting "$(command -v qemu-aarch64)"
}

# qemu_counts PLUGIN: whether instructions of a guest are counted; prints what the emulator says. The guest only tells how
# it is used.
qemu_counts() {
    emulator_said=$(qemu-aarch64 -plugin "$1" -d plugin "$libexec/tier-light-aarch64" 2>&1)
    echo "$emulator_said" | head -n 1
    echo "$emulator_said" | grep -q '^instructions: [1-9]'
}
