{
  description = "A stand-in for NixOS/nixpkgs: only what this flake uses, made of the host's own tools";
  outputs =
    { self }:
    {
      lib = import ./lib.nix;
    };
}
