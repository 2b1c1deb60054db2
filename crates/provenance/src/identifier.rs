//! Names for things that have no address: what they are made of.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Returns the name of the bytes with that SHA-256, as RFC 6920 forms it: `ni:///sha-256;…`.
///
/// What is no SHA-256 in hexadecimal is named by its own letters, which nobody takes for a digest.
pub(crate) fn of_sha256(sha256: &str) -> String {
    hex::decode(sha256).map_or_else(
        |_| format!("tiers:unknown/{sha256}"),
        |bytes| format!("ni:///sha-256;{}", URL_SAFE_NO_PAD.encode(bytes)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_formed_as_the_standard_forms_them() {
        // The example in RFC 6920, section 8.1: "Hello World!".
        assert_eq!(
            of_sha256("7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069"),
            "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
        );
        assert_eq!(of_sha256("none"), "tiers:unknown/none");
    }
}
