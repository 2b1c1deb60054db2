//! The environment of a guest: what of the host's has no secret in it.

use std::ffi::{CString, OsStr, OsString};
use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
use std::path::Path;

/// The variables that are passed on, where they are set. They say how text and time are shown, nothing of who asks.
const ALLOWED: [&str; 5] = ["LANG", "LC_ALL", "PATH", "PYTHONHASHSEED", "TZ"];

/// The variables that a guest sees.
#[derive(Debug)]
pub(crate) struct Environment(Vec<(OsString, OsString)>);

/// Returns what of this process's environment is passed on.
pub(crate) fn allowed() -> Environment {
    Environment(
        std::env::vars_os()
            .filter(|(name, _)| is_allowed(name))
            .collect(),
    )
}

fn is_allowed(name: &OsStr) -> bool {
    ALLOWED.iter().any(|allowed| name == *allowed)
}

impl Environment {
    /// Returns the variables as a program is given them, with the name of the folder that can be written to.
    pub(crate) fn with_scratch(self, scratch: &Path) -> Vec<CString> {
        let folder = (OsString::from("TMPDIR"), scratch.as_os_str().to_owned());
        let variables = self.0.into_iter().chain([folder]);
        // A variable holds no NUL byte: the system would have cut it there.
        variables
            .filter_map(|(name, value)| {
                let mut variable = name.into_vec();
                variable.push(b'=');
                variable.extend(value.as_bytes());
                CString::new(variable).ok()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_passed_on() {
        assert!(is_allowed(OsStr::new("LANG")));
        for name in [
            "HOME",
            "SSH_AUTH_SOCK",
            "AWS_SECRET_ACCESS_KEY",
            "LD_PRELOAD",
            "LANG2",
            "",
        ] {
            assert!(!is_allowed(OsStr::new(name)), "{name}");
        }
    }

    #[test]
    fn the_scratch_folder_is_named() {
        let environment = Environment(vec![("LANG".into(), "C".into())]);
        let words = environment.with_scratch(Path::new("/tmp"));
        assert_eq!(words, [c"LANG=C".to_owned(), c"TMPDIR=/tmp".to_owned()]);
    }
}
