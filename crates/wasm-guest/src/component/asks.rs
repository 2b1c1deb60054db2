//! Questions on their way into the component, and its failures on their way out.

use tier_api::any::NotText;
use tier_api::{Any, Ask, Str};

use super::border::{self, Binding, Invocation, Member, Question};
use super::values::{handle_inward, handle_outward, tokens};

/// Returns what is asked, as the component wants it.
pub(super) fn question(ask: &Ask) -> Question {
    match ask {
        Ask::Bind { name, value } => Question::Bind(binding(name, value)),
        Ask::Exec { source } => Question::Exec(source.clone()),
        Ask::Eval { source } => Question::Eval(source.clone()),
        Ask::Call {
            callable,
            args,
            kwargs,
        } => Question::Call(Invocation {
            callable: handle_inward(callable),
            args: args.iter().map(tokens).collect(),
            kwargs: kwargs
                .iter()
                .map(|(name, value)| binding(name, value))
                .collect(),
        }),
        Ask::Attribute { object, name } => Question::Attribute(Member {
            object: handle_inward(object),
            name: name.clone(),
        }),
        Ask::Release { object } => Question::Release(handle_inward(object)),
    }
}

fn binding(name: &str, value: &Any) -> Binding {
    Binding {
        name: name.into(),
        value: tokens(value),
    }
}

/// Returns why the component gave no value.
pub(super) fn failure(failure: border::Failure) -> Result<tier_api::Failure, NotText> {
    Ok(match failure {
        border::Failure::Raised(raised) => tier_api::Failure::Raised(Box::new(tier_api::Raised {
            type_name: raised.type_name,
            message: Str::try_from(raised.message)?,
            traceback: Str::try_from(raised.traceback)?,
            exception: handle_outward(raised.exception),
        })),
        border::Failure::DeadHandle(handle) => {
            tier_api::Failure::DeadHandle(handle_outward(handle))
        }
        border::Failure::TooLong(bytes) => tier_api::Failure::TooLong { bytes },
    })
}
