use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

const HEAD: &str = "schema = \"tiers.cells/1\"\n";

fn cell(name: &str, role: &str, program: &str, run: &str) -> String {
    format!(
        "[[cell]]\nname = \"{name}\"\ntier = \"t\"\nbuild = \"b\"\ntarget = \"x\"\npocs = [\"0\"]\n\
         {role}\nprogram = \"{program}\"\nrun = [{run}, \"{{file}}\", \"{{args}}\"]\n\
         provision = \"get {name}\"\n"
    )
}

/// A lab whose oracles and candidate are shell scripts; `guests` are those that this machine has.
fn lab(folder: &Path, guests: &[&str]) -> Lab {
    let emulated = cell(
        "emulated",
        "oracle = \"other\"",
        "program",
        "\"{guests}/runner\", \"{guests}/script\", \"-o\", \"{program}\", \"exec\"",
    );
    let oracle = cell("oracle", "role = \"oracle\"", "python3", "\"{program}\"");
    let other = cell(
        "other",
        "role = \"other-oracle\"",
        "python4",
        "\"{program}\"",
    );
    let cells = [HEAD, &oracle, &other, &emulated].concat();
    fs_err::write(folder.join("cells.toml"), cells).unwrap();
    let libexec = folder.join("libexec");
    fs_err::create_dir_all(&libexec).unwrap();
    for name in guests {
        let path = libexec.join(name);
        fs_err::write(&path, "#!/bin/sh\necho \"$@\"\n").unwrap();
        fs_err::set_permissions(&path, PermissionsExt::from_mode(0o755)).unwrap();
    }
    let project = Project::around(folder).unwrap();
    Lab::open(project, Guests::at(libexec), None).unwrap()
}

#[test]
fn a_cell_is_there_when_all_its_parts_are() {
    let folder = tempfile::tempdir().unwrap();
    let mut there = Vec::new();
    for (next, brought) in [
        ("program", "get emulated"),
        ("runner", "get emulated"),
        ("script", "get emulated"),
        ("python4", "get other"),
    ] {
        let lab = lab(folder.path(), &there);
        let lack = lab.look_for(lab.matrix.cell("emulated").unwrap());
        let lack = lack.unwrap_err();
        assert_eq!(
            (lack.missing.as_str(), lack.provision.as_str()),
            (next, brought)
        );
        there.push(next);
    }
    let lab = lab(folder.path(), &there);
    assert!(
        lab.provisioned(lab.matrix.cell("emulated").unwrap())
            .is_some()
    );
    let error = lab.oracle().unwrap_err().to_string();
    assert!(error.ends_with("get oracle"), "{error}");
}

#[test]
fn what_stands_before_a_program_runs_it() {
    let folder = tempfile::tempdir().unwrap();
    let lab = lab(folder.path(), &["program", "script", "python4", "emu"]);
    let libexec = lab.guests.folder().canonicalize().unwrap();
    symlink("emu", libexec.join("runner")).unwrap();
    fs_err::rename(libexec.join("script"), libexec.join("other")).unwrap();
    symlink("other", libexec.join("script")).unwrap();
    let cell = lab.matrix.cell("emulated").unwrap();
    let provisioned = lab.provisioned(cell).unwrap();
    let session = provisioned.command(Vec::new());
    assert_eq!(session.program, libexec.join("emu"), "links are followed");
    let words = [libexec.join("script"), "-o".into(), libexec.join("program")];
    assert_eq!(session.args, words.map(OsString::from), "here they are not");

    let file = folder.path().join("f.py");
    fs_err::write(&file, "").unwrap();
    let ran = lab.run(cell, &file).unwrap();
    let said = String::from_utf8(ran.stdout).unwrap();
    assert!(said.ends_with("program exec f.py\n"), "{said}");
    let binaries = crate::fingerprint::binaries(&lab).unwrap();
    let names: Vec<&str> = binaries.keys().map(String::as_str).collect();
    assert_eq!(names, ["emulated", "other", "runner", "script"]);
    assert_eq!(binaries["emulated"].build["runner"], "runner script");
}

#[test]
fn machine_code_belongs_to_the_module_that_it_was_compiled_of() {
    let folder = tempfile::tempdir().unwrap();
    let text = cell(
        "module",
        "",
        "guest.wasm",
        "\"{guests}/runner\", \"{program}\"",
    );
    let native = cell("native", "", "guest", "\"{program}\"");
    let lab_of = |guests: &[&str]| {
        let lab = lab(folder.path(), guests);
        let cells = [
            HEAD,
            &cell("o", "role = \"oracle\"", "guest", "\"{program}\""),
            &native,
            &text,
        ];
        fs_err::write(folder.path().join("cells.toml"), cells.concat()).unwrap();
        Lab::open(lab.project, lab.guests, None).unwrap()
    };
    let names = |lab: &Lab| {
        let binaries = crate::fingerprint::binaries(lab).unwrap();
        binaries.into_keys().collect::<Vec<String>>()
    };
    let lab = lab_of(&["guest", "guest.wasm", "runner"]);
    assert_eq!(names(&lab), ["module", "native", "o", "runner"]);
    let lab = lab_of(&["guest", "guest.wasm", "guest.cwasm", "runner"]);
    assert_eq!(
        names(&lab),
        ["guest.cwasm", "module", "native", "o", "runner"]
    );
    let native = lab.provisioned(lab.matrix.cell("native").unwrap()).unwrap();
    assert_eq!(native.compiled(), None);
}
