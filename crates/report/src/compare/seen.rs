//! What a run saw, with its repetitions folded.

use std::collections::{BTreeMap, BTreeSet};

use record::{Metric, Role};

use super::Kind;
use crate::evidence::{Evidence, Place, place_of};

/// What was observed at one place: for each metric the values that it had, which are one unless a program is unsteady.
pub(super) type Observations = BTreeMap<Metric, BTreeSet<String>>;

/// What a run saw, place by place.
#[derive(Debug)]
pub(super) struct Seen {
    places: BTreeMap<Place, Observations>,
}

impl Seen {
    pub(super) fn of(evidence: &Evidence) -> Self {
        let mut places: BTreeMap<Place, Observations> = BTreeMap::new();
        for record in evidence.records() {
            let observations = places.entry(place_of(record)).or_default();
            let values = observations.entry(record.metric).or_default();
            // Of what is not compared value by value, it is enough to know that it is there.
            if Kind::of(record.metric, Role::Candidate).is_some() {
                values.insert(record.value.to_string());
            }
        }
        Self { places }
    }

    pub(super) fn at(&self, place: &Place) -> Option<&Observations> {
        self.places.get(place)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Place, &Observations)> {
        self.places.iter()
    }

    /// Returns the `PoC`s of which anything was observed.
    pub(super) fn pocs(&self) -> BTreeSet<&str> {
        self.places.keys().map(|place| place.poc.as_str()).collect()
    }

    /// Returns the cells of which anything was observed in a `PoC`, beside how they fared.
    pub(super) fn cells(&self) -> BTreeSet<(&str, &str)> {
        let observed = |(_, observations): &(&Place, &Observations)| {
            let mut metrics = observations.keys();
            metrics.any(|metric| !matches!(metric, Metric::Outcome | Metric::Detail))
        };
        let places = self.iter().filter(observed).map(|(place, _)| place);
        places
            .map(|place| (place.poc.as_str(), place.cell.as_str()))
            .collect()
    }
}
