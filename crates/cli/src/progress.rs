//! How far things are, on stderr, for people who watch.

use std::cell::RefCell;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use lab::Progress;

/// A bar per stage, with the time that remains.
pub(crate) struct Bars {
    shown: bool,
    bar: RefCell<Option<ProgressBar>>,
}

impl Bars {
    pub(crate) fn new(shown: bool) -> Self {
        Self {
            shown,
            bar: RefCell::new(None),
        }
    }

    fn style() -> ProgressStyle {
        let template = "{prefix:>16} {bar:28} {pos}/{len} {eta} left  {msg}";
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
    }
}

impl Progress for Bars {
    fn stage(&self, title: &str, steps: u64) {
        let target = if self.shown {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(Some(steps), target).with_style(Self::style());
        bar.set_prefix(title.to_owned());
        if let Some(done) = self.bar.replace(Some(bar)) {
            done.finish_and_clear();
        }
    }

    fn step(&self, what: &str) {
        if let Some(bar) = &*self.bar.borrow() {
            bar.set_message(what.to_owned());
            bar.inc(1);
        }
    }
}

impl Drop for Bars {
    fn drop(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}
