//! Which rules this program holds.

/// SHA-256 over the dispatcher's source and evidence, as they were when this program was compiled.
pub const RULES_SHA256: &str = env!("TIERS_RULES_SHA256");
