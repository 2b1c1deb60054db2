# What nixpkgs has for Rust. Warm (the default) crates come from the host's own cargo and from its cache of finished
# builds; cold, they come from a vendored folder as in nixpkgs, each checked against Cargo.lock by Nix.
{ lib, host }:
let
  cratesIo = "registry+https://github.com/rust-lang/crates.io-index";
  packages =
    lockFile:
    builtins.filter (package: package ? source) (builtins.fromTOML (builtins.readFile lockFile)).package;

  # nixpkgs needs a hash for every crate that is not from crates.io; this flake has none.
  checked =
    package:
    if package.source == cratesIo && package ? checksum then
      package
    else
      throw "${package.name} is not from crates.io";

  crate =
    package:
    host.sh "crate-${package.name}-${package.version}.tar.gz" {
      outputHashMode = "flat";
      outputHashAlgo = "sha256";
      outputHash = package.checksum;
    } "cp ${host.cargoHome}/registry/cache/*/${package.name}-${package.version}.crate $out";

  unpacked = package: ''
    folder=$out/${package.name}-${package.version}
    mkdir $folder
    tar xf ${crate package} -C $folder --strip-components=1
    printf '{"files":{},"package":"${package.checksum}"}' >$folder/.cargo-checksum.json
  '';
in
{
  importCargoLock =
    { lockFile }:
    let
      all = map checked (packages lockFile);
    in
    host.sh "cargo-vendor-dir" { } ''
      mkdir -p $out
      echo ${toString (builtins.length all)} crates
      ${lib.optionalString host.cold (lib.concatStringsSep "\n" (map unpacked all))}
    '';

  cargoSetupHook.setup = lib.optionalString host.cold ''
    export CARGO_HOME="$NIX_BUILD_TOP/cargo-home"
    mkdir -p "$CARGO_HOME"
    printf '[source.crates-io]\nreplace-with = "vendored"\n[source.vendored]\ndirectory = "%s"\n' "$cargoDeps" \
      >"$CARGO_HOME/config.toml"
  '';
}
