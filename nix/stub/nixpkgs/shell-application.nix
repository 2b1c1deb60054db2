# writeShellApplication: a strict bash script with its environment, checked by shellcheck where the host has it.
{ lib, host }:
{
  name,
  text,
  runtimeInputs ? [ ],
  runtimeEnv ? { },
}:
let
  exports = lib.concatStringsSep "\n" (
    builtins.attrValues (
      builtins.mapAttrs (variable: value: ''
        ${variable}=${lib.escapeShellArg value}
        export ${variable}
      '') runtimeEnv
    )
  );
in
host.sh name
  {
    text = ''
      #!/bin/bash
      set -o errexit
      set -o nounset
      set -o pipefail
      ${exports}
      export PATH="${lib.makeBinPath runtimeInputs}:$PATH"
      ${text}
    '';
    passAsFile = [ "text" ];
  }
  ''
    mkdir -p $out/bin
    cp "$textPath" $out/bin/${name}
    chmod +x $out/bin/${name}
    bash -n $out/bin/${name}
    ! command -v shellcheck >/dev/null || shellcheck $out/bin/${name}
  ''
// {
  pname = name;
  meta.mainProgram = name;
}
