# The machine underneath: what the caller of `nix/here` hands over by name, and a derivation that runs on it.
{ lib, system }:
let
  # Evaluated with --impure; a pure evaluation sees "" everywhere.
  environment = lib.genAttrs [
    "CARGO_HOME"
    "PATH"
    "RUSTUP_HOME"
    "TIERS_CACHE"
  ] builtins.getEnv;
in
rec {
  # Whether to build as real Nix does: crates from a vendored folder only, nothing kept from earlier builds.
  cold = builtins.getEnv "TIERS_STUB_COLD" != "";
  cache = environment.TIERS_CACHE;
  cargoHome = environment.CARGO_HOME;
  python = builtins.getEnv "TIERS_STUB_PYTHON";
  # Where what the host does not have would be.
  missing = "/nonexistent";

  # A derivation by the host's shell. It ends in `exit 0`: were a coreutils program its last process, Nix would end it
  # as soon as it closes the log.
  sh =
    name: attributes: script:
    derivation (
      environment
      // (if cold then { TIERS_CACHE = ""; } else { })
      // {
        CARGO_NET_OFFLINE = "true";
      }
      // attributes
      // {
        inherit name script system;
        # A file, since a script that names hundreds of crates is too long for an argument.
        passAsFile = [ "script" ] ++ (attributes.passAsFile or [ ]);
        builder = "/bin/bash";
        args = [
          "-euc"
          ''
            export HOME="$NIX_BUILD_TOP/home"
            mkdir -p "$HOME"
            . "$scriptPath"
            exit 0
          ''
        ];
        preferLocalBuild = true;
      }
    );

  # A package of links to programs of the host; one that is missing is missing in the package.
  hostTools =
    name: programs:
    sh name { } ''
      mkdir -p $out/bin
      for program in ${toString programs}; do
        if path=$(command -v "$program"); then ln -s "$path" "$out/bin/$program"; else echo "no $program here"; fi
      done
    ''
    // {
      pname = name;
      meta.mainProgram = builtins.head (programs ++ [ name ]);
    };
}
