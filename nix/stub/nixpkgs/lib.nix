# The functions of nixpkgs' library that this flake uses, with their meaning there.
rec {
  inherit (builtins) concatStringsSep mapAttrs listToAttrs;
  replaceStrings = builtins.replaceStrings;
  genAttrs =
    names: value:
    listToAttrs (
      map (name: {
        inherit name;
        value = value name;
      }) names
    );
  getExe = package: "${package}/bin/${package.meta.mainProgram}";
  makeBinPath = packages: concatStringsSep ":" (map (package: "${package}/bin") packages);
  escapeShellArg = text: "'${replaceStrings [ "'" ] [ "'\\''" ] (toString text)}'";
  optionalString = condition: text: if condition then text else "";
  hasPrefix = prefix: text: builtins.substring 0 (builtins.stringLength prefix) text == prefix;

  # A source is only what its file set names: a file that a build needs and the set lacks is missing here, too.
  fileset = {
    unions = map (
      path: if builtins.pathExists path then toString path else throw "fileset: ${toString path} does not exist"
    );
    toSource =
      { root, fileset }:
      builtins.path {
        path = root;
        name = "source";
        filter =
          path: _:
          builtins.any (
            wanted: path == wanted || hasPrefix "${wanted}/" path || hasPrefix "${path}/" wanted
          ) fileset;
      };
  };
}
