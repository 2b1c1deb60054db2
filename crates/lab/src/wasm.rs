//! What a WebAssembly file asks of its host.

use wasmparser::{BinaryReaderError, Parser, Payload, TypeRef};

/// How every such file begins, be it a module or a component.
const MAGIC: &[u8] = b"\0asm";

/// Says whether a file that holds `data` is WebAssembly.
pub(crate) fn is_wasm(data: &[u8]) -> bool {
    data.starts_with(MAGIC)
}

/// Returns what a file asks of its host, sorted: of a module the functions that it imports, as `module.name`; of a
/// component the interfaces and functions, by their names. What the parts of a component ask of each other is their own.
pub(crate) fn imports(data: &[u8]) -> Result<Vec<String>, BinaryReaderError> {
    let mut names = Vec::new();
    let mut depth = 0;
    for payload in Parser::new(0).parse_all(data) {
        match payload? {
            Payload::Version { .. } => depth += 1,
            Payload::End(_) => depth -= 1,
            Payload::ImportSection(section) if depth == 1 => {
                for import in section.into_imports() {
                    let import = import?;
                    if matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)) {
                        names.push(format!("{}.{}", import.module, import.name));
                    }
                }
            }
            Payload::ComponentImportSection(section) if depth == 1 => {
                for import in section {
                    names.push(import?.name.0.to_owned());
                }
            }
            _ => {}
        }
    }
    names.sort();
    names.dedup();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section: its number, its length, its content.
    fn section(number: u8, content: &[u8]) -> Vec<u8> {
        let length = u8::try_from(content.len()).unwrap();
        [&[number, length], content].concat()
    }

    fn name(text: &str) -> Vec<u8> {
        [&[u8::try_from(text.len()).unwrap()], text.as_bytes()].concat()
    }

    /// A module with one type of function that imports two functions and a memory.
    fn module() -> Vec<u8> {
        let import = |field: &str, kind: &[u8]| [name("wasi"), name(field), kind.to_vec()].concat();
        let imports = [
            vec![3],
            import("write", &[0, 0]),
            import("memory", &[2, 0, 1]),
            import("args", &[0, 0]),
        ];
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(2, &imports.concat()),
        ]
        .concat()
    }

    #[test]
    fn the_functions_that_a_module_imports_are_named() {
        assert!(is_wasm(&module()) && !is_wasm(b"\x7fELF"));
        assert_eq!(imports(&module()).unwrap(), ["wasi.args", "wasi.write"]);
    }

    #[test]
    fn what_a_component_imports_is_not_what_its_modules_import() {
        let function = [vec![1, 0x40, 0], vec![1, 0]].concat();
        let import = [vec![1, 0], name("wasi:cli/run@0.2.0"), vec![1, 0]].concat();
        let component = [
            b"\0asm\x0d\0\x01\0".to_vec(),
            section(1, &module()),
            section(7, &function),
            section(10, &import),
        ]
        .concat();
        assert_eq!(imports(&component).unwrap(), ["wasi:cli/run@0.2.0"]);
    }

    #[test]
    fn what_is_cut_short_is_an_error() {
        let module = module();
        let error = imports(&module[..module.len() - 3]).unwrap_err();
        assert!(error.to_string().contains("unexpected end"), "{error}");
    }
}
