{
  description = "A stand-in for oxalica/rust-overlay: the host's own Rust, whatever its version";
  inputs.nixpkgs.url = "path:../nixpkgs";
  outputs =
    { self, nixpkgs }:
    {
      overlays.default = final: prev: {
        # The file has to be one that the real overlay could read.
        rust-bin.fromRustupToolchainFile =
          file:
          assert builtins.isString (builtins.fromTOML (builtins.readFile file)).toolchain.channel;
          prev.hostTools "rust" [
            "cargo"
            "cargo-clippy"
            "cargo-fmt"
            "clippy-driver"
            "rustc"
            "rustdoc"
            "rustfmt"
          ];
      };
    };
}
