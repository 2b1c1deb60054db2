# stdenv.mkDerivation: unpacks, configures, builds and installs, on the host.
#
# Warm, the sources are laid out in one lasting folder per workspace, changing only the files that differ: cargo then
# compiles only what changed since the last time, as it would in a checkout.
{ lib, host }:
let
  unpackWarm = workspace: ''
    folder="$TIERS_CACHE/build/nix/${if workspace == "." then "host" else baseNameOf workspace}"
    mkdir -p "$folder"
    exec 8>"$folder.lock"
    flock 8
    (cd "$src" && find . -type f) | while read -r file; do
      cmp -s "$src/$file" "$folder/$file" && continue
      mkdir -p "$(dirname "$folder/$file")"
      cp --remove-destination "$src/$file" "$folder/$file"
      chmod u+w "$folder/$file"
    done
    (cd "$folder" && find . -path ./target -prune -o -type f -print) | while read -r file; do
      [ -e "$src/$file" ] || rm "$folder/$file"
    done
    find "$folder" -type d -empty -delete
    cd "$folder"
    rm -rf target
  '';
  unpackCold = ''
    cp -r "$src" source
    chmod -R u+w source
    cd source
  '';

  # What else there is to test, ./artifact test has tested by now with the same tools. These find their guests where the flake
  # puts them. With --workspace, so that the same crates are not compiled once more with other features.
  testsOfTheWiring = ''
    export TIERS_TESTS="--workspace --test containment --test embedding --test isolated --test warm --test full --test light"
  '';

  # The stock RustPython takes minutes to compile. Warm, one that is not in the cache is left out, and says so.
  stockIsCached =
    builtins.pathExists "${host.cache}/guests"
    && builtins.any (lib.hasPrefix "rustpython-stock-") (
      builtins.attrNames (builtins.readDir "${host.cache}/guests")
    );
  leftOut =
    { pname, ... }@attributes:
    (pname == "rustpython-stock" && !host.cold && !stockIsCached)
    || lib.hasPrefix host.missing (attributes.PYO3_PYTHON or "")
    || lib.hasPrefix host.missing (attributes.TIERS_TARGET_PYTHON or "");
in
{
  pname,
  version,
  src,
  nativeBuildInputs ? [ ],
  configurePhase ? "",
  buildPhase ? "",
  installPhase ? "",
  ...
}@attributes:
let
  programs = builtins.filter (input: !(input ? setup)) nativeBuildInputs;
  setups = map (input: input.setup or "") nativeBuildInputs;
  build = ''
    PATH="${lib.makeBinPath programs}:$PATH"
    ${lib.optionalString (!host.cold) testsOfTheWiring}
    ${if host.cold then unpackCold else unpackWarm (attributes.cargoRoot or pname)}
    ${lib.concatStringsSep "\n" setups}
    ${configurePhase}
    ${buildPhase}
    ${installPhase}
  '';
  nothing = ''
    echo "${pname}: left out; what it takes is not on this machine (of the stock RustPython: in its cache)"
    mkdir -p $out/libexec/tiers
  '';
  plain = removeAttrs attributes [
    "nativeBuildInputs"
    "buildInputs"
    "depsBuildBuild"
    "configurePhase"
    "buildPhase"
    "installPhase"
    "meta"
  ];
in
host.sh "${pname}-${version}" plain (if leftOut attributes then nothing else build)
// {
  inherit pname version;
  meta = attributes.meta or { };
}
