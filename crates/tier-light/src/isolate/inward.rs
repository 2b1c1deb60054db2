//! Values on their way in.

use malachite_bigint::BigInt;
use num_complex::Complex64;
use rustpython_vm::builtins::{PyFrozenSet, PySet};
use rustpython_vm::common::wtf8::Wtf8Buf;
use rustpython_vm::{PyObjectRef, PyPayload as _, PyResult, VirtualMachine};
use tier_api::{Any, Str};

use super::Refusal;
use super::handles::Handles;

/// Returns a new object with this value; for a handle, the object that it stands for.
pub(super) fn inward(
    vm: &VirtualMachine,
    handles: &Handles,
    value: Any,
) -> Result<PyObjectRef, Refusal> {
    Ok(match value {
        Any::None => vm.ctx.none(),
        Any::Bool(value) => vm.ctx.new_bool(value).into(),
        Any::Int(value) => {
            let bytes = value.to_signed_bytes_le();
            vm.ctx.new_int(BigInt::from_signed_bytes_le(&bytes)).into()
        }
        Any::Float(value) => vm.ctx.new_float(value.0).into(),
        Any::Complex(real, imaginary) => {
            let value = Complex64::new(real.0, imaginary.0);
            vm.ctx.new_complex(value).into()
        }
        Any::Str(value) => text(vm, value)?,
        Any::Bytes(value) => vm.ctx.new_bytes(value).into(),
        Any::List(items) => vm.ctx.new_list(all_inward(vm, handles, items)?).into(),
        Any::Tuple(items) => vm.ctx.new_tuple(all_inward(vm, handles, items)?).into(),
        Any::Dict(entries) => {
            let dict = vm.ctx.new_dict();
            for (key, value) in entries {
                let key = inward(vm, handles, key)?;
                dict.set_item(&*key, inward(vm, handles, value)?, vm)?;
            }
            dict.into()
        }
        Any::Set(items) => {
            let set = PySet::default().into_ref(&vm.ctx);
            for item in items {
                set.add(inward(vm, handles, item)?, vm)?;
            }
            set.into()
        }
        Any::FrozenSet(items) => {
            let items = all_inward(vm, handles, items)?;
            let set = PyFrozenSet::from_iter(vm, items)?;
            set.into_ref(&vm.ctx).into()
        }
        Any::Handle(handle) => handles.object(&handle)?,
    })
}

/// Returns objects for these values, in their order.
pub(super) fn all_inward(
    vm: &VirtualMachine,
    handles: &Handles,
    values: impl IntoIterator<Item = Any>,
) -> Result<Vec<PyObjectRef>, Refusal> {
    let values = values.into_iter();
    values.map(|value| inward(vm, handles, value)).collect()
}

/// Returns a string of the same code points: two surrogates that would make a pair are not joined.
fn text(vm: &VirtualMachine, text: Str) -> PyResult {
    let text = Wtf8Buf::from_bytes(text.into());
    let text = text.map_err(|_| vm.new_value_error("the text is no sequence of code points"))?;
    Ok(vm.ctx.new_str(text).into())
}
