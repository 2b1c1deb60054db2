# A corpus in parts, each a derivation of its own, so that Nix's remote builders take them where there is room; and the parts put
# together. What the programs print is the same on every builder; how long they take is not, and no claim rests on that.
{
  lib,
  pkgs,
  tiers,
}:
{
  # The corpus' name among results, the folder of its programs, and how many parts it is divided into.
  name,
  programs,
  parts,
}:
let
  corpus = "${lib.getExe tiers} corpus ${programs} --name ${name}";
  of = toString parts;
  numbers = map toString (builtins.genList (number: number + 1) parts);

  # Status 1 says that a program was accepted for which Light prints something else. The whole reports on it.
  part =
    number:
    pkgs.runCommand "corpus-${name}-${number}-of-${of}" { } ''
      mkdir -p $out
      ${corpus} --shard ${number}/${of} --results $out >$out/said.txt || [ $? -eq 1 ]
    '';
  all = map part numbers;
in
lib.listToAttrs (
  map (number: {
    name = "corpus-${name}-${number}-of-${of}";
    value = part number;
  }) numbers
)
// {
  # Logs merge by appending; nothing runs here that a part ran.
  "corpus-${name}" = pkgs.runCommand "corpus-${name}" { } ''
    mkdir -p $out/corpus
    for part in ${toString all}; do cat $part/corpus/${name}.jsonl; done >$out/corpus/${name}.jsonl
    ${corpus} --results $out >$out/said.txt
  '';
}
