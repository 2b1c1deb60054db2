//! Prints the version of the CPython that it embeds.

use pyo3::Python;

fn main() {
    Python::attach(|_| println!("{}", Python::version_str()));
}
