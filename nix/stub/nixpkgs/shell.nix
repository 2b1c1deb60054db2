# mkShell: `nix develop` sources $stdenv/setup; this is all that it needs to find there.
{ lib, host }:
{
  packages ? [ ],
  ...
}@attributes:
host.sh "shell" (
  removeAttrs attributes [ "packages" ]
  // {
    outputs = [ "out" ];
    nativeBuildInputs = packages;
    stdenv = host.sh "stdenv" { } ''
      mkdir -p $out
      cat >$out/setup <<'END'
      for input in $nativeBuildInputs; do PATH="$input/bin:$PATH"; done
      export PATH
      runHook() { :; }
      genericBuild() { :; }
      END
    '';
  }
) "mkdir -p $out"
