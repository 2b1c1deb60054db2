//! How the dispatcher did over the corpora, as the book shows it.

use record::{ChoiceCounts, CorpusScore, TierCosts};

use super::missing;
use crate::corpora::{self, Scored, Sums};
use crate::evidence::Evidence;
use crate::html::{Html, Table, code, details, digest};
use crate::number::{self, NS_PER_MS, float};
use crate::poc::Poc;

const PS_PER_NS: u64 = 1_000;

/// The command of a negative control.
const CONTROL: &str = "tiers corpus samples/corpora/ordinary/judge --negative-control";

/// A row for each corpus, and what they come to together.
pub(super) fn scores(evidence: &Evidence, poc: &Poc) -> Html {
    let scored = corpora::scored(evidence);
    let lacking = lacking(evidence);
    if scored.is_empty() {
        return missing::note(poc.command).and(&lacking);
    }
    let headers = [
        ("text", "corpus"),
        ("text", "written by"),
        ("number", "programs"),
        ("number", "left out"),
        ("number", "Light is right"),
        ("number", "accepted"),
        ("number", "unsafe accepts"),
        ("number", "fallbacks"),
        ("text", "coverage"),
    ];
    let mut table = Table::new("The dispatcher over corpora", &headers);
    for scored in &scored {
        table.row(row(scored));
    }
    let unseen = corpora::unseen(evidence);
    let people = corpora::by_people(&unseen);
    table.group("together, but for what is spent");
    table.row(total("written by people", &corpora::sums(&people), true));
    table.row(total("all", &corpora::sums(&unseen), false));
    table
        .html()
        .and(&of_what(&scored))
        .and(&trips(&scored))
        .and(&lacking)
}

fn row(scored: &Scored<'_>) -> Vec<Html> {
    let score = scored.score;
    let name = if scored.spent {
        code(&score.corpus).and(&Html::text("(spent)"))
    } else {
        code(&score.corpus)
    };
    let coverage = stats::proportion(score.covered, score.light_identical);
    let (by, coverage) = match score.seed {
        None => (
            "people".to_owned(),
            coverage.map_or("–".into(), corpora::share),
        ),
        Some(seed) => (format!("chance, from seed {seed}"), "not quoted".into()),
    };
    let tried = score.programs + score.unstable + score.unfinished;
    let part = if tried < score.listed {
        format!(" ({tried} of {} tried)", score.listed)
    } else {
        String::new()
    };
    let programs = format!("{}{part}", number::grouped(score.programs));
    vec![
        name,
        Html::text(&by),
        Html::text(&programs),
        count(score.unstable + score.unfinished),
        count(score.light_identical),
        count(score.light_safe),
        count(score.unsafe_accepts),
        count(score.fallbacks),
        Html::text(&coverage),
    ]
}

fn total(name: &str, sums: &Sums, quoted: bool) -> Vec<Html> {
    let coverage = sums.coverage().filter(|_| quoted);
    vec![
        Html::text(name),
        Html::default(),
        count(sums.programs),
        Html::default(),
        count(sums.light_identical),
        count(sums.light_safe),
        count(sums.unsafe_accepts),
        count(sums.fallbacks),
        Html::text(&coverage.map_or("not quoted".into(), corpora::share)),
    ]
}

/// What was scored, by digest.
fn of_what(scored: &[Scored<'_>]) -> Html {
    let headers = [
        ("text", "corpus"),
        ("text", "its programs"),
        ("text", "rules"),
        ("text", "decisions"),
        ("text", "guests"),
        ("text", "Light"),
    ];
    let mut table = Table::new("What was scored", &headers);
    for Scored { score, .. } in scored {
        table.row(vec![
            code(&score.corpus),
            digest(&score.corpus_sha256),
            digest(&score.rules_sha256),
            digest(&score.decisions_sha256),
            digest(&score.guests_sha256),
            code(&score.cell),
        ]);
    }
    details(
        &Html::text("Corpora, rules, decisions and guests by their SHA-256"),
        &table.html(),
    )
}

/// What was accepted and repeated on Full.
fn trips(scored: &[Scored<'_>]) -> Html {
    let headers = [("text", "program"), ("long", "what Light tripped over")];
    let mut table = Table::new("Fallbacks", &headers);
    let mut found = 0;
    for Scored { score, .. } in scored {
        for fallback in &score.fell_back {
            found += 1;
            let program = format!("{}/{}", score.corpus, fallback.program);
            table.row(vec![code(&program), Html::text(&fallback.trip)]);
        }
    }
    if found == 0 {
        return Html::default();
    }
    let summary = format!("{}, each with its reason", number::count(found, "fallback"));
    details(&Html::text(&summary), &table.html())
}

/// The corpora that this machine lacks, and what would bring them.
fn lacking(evidence: &Evidence) -> Html {
    let lacking = corpora::lacking(evidence).into_iter();
    let notes = lacking.map(|(name, provision)| {
        let words = code(name).and(&Html::text("is not provisioned on this machine:"));
        let words = words.and(&code(provision)).within("span", "tiers-missing");
        words.within("p", "")
    });
    Html::joined(notes, "")
}

/// What the dispatcher comes to, beside other ways to choose.
pub(super) fn choices(evidence: &Evidence, poc: &Poc) -> Html {
    let unseen = corpora::unseen(evidence);
    if unseen.is_empty() {
        return missing::note(poc.command);
    }
    let headers = [
        ("text", "choice"),
        ("number", "sent to Light"),
        ("number", "unsafe"),
        ("number", "fallbacks"),
        ("number", "time over python3's"),
        ("number", "regret"),
    ];
    let mut table = Table::new("Ways to choose a tier", &headers);
    table.group("programs that people wrote");
    for choice in corpora::choices(&corpora::by_people(&unseen)) {
        table.row(choice_row(&choice));
    }
    table.group("all programs");
    for choice in corpora::choices(&unseen) {
        table.row(choice_row(&choice));
    }
    table.html().and(&chosen_by(&unseen))
}

/// By what runs are thought to cost `balanced` and `speed` choose.
fn chosen_by(scored: &[Scored<'_>]) -> Html {
    let Some(costs) = scored.iter().find_map(|scored| scored.score.costs.as_ref()) else {
        return Html::text("What runs cost was assumed for these choices.").within("p", "");
    };
    let tier = |costs: &TierCosts| {
        let start = number::milliseconds(float(costs.start_ns) / NS_PER_MS);
        format!(
            "{start} to start and {} ns a step",
            costs.step_ps / PS_PER_NS
        )
    };
    let text = format!(
        "balanced and speed choose by what runs were measured to cost on this host: {} on Full, {} on Light.",
        tier(&costs.full),
        tier(&costs.light)
    );
    Html::text(&text).within("p", "")
}

fn choice_row(choice: &ChoiceCounts) -> Vec<Html> {
    let over = |whole: u64| (whole > 0).then(|| float(choice.spent_ns) / float(whole));
    let ratio = over(choice.python3_ns).map_or("–".into(), number::ratio);
    let regret = over(choice.best_ns).map(|over| over - 1.0);
    vec![
        code(&choice.name),
        count(choice.light_chosen),
        count(choice.unsafe_accepts),
        count(choice.fallbacks),
        Html::text(&ratio),
        Html::text(&regret.map_or("–".into(), number::percent)),
    ]
}

/// What a planted wrong rule comes to.
pub(super) fn control(evidence: &Evidence) -> Html {
    let controls = corpora::controls(evidence);
    if controls.is_empty() {
        return missing::note(CONTROL);
    }
    let headers = [
        ("text", "corpus"),
        ("number", "programs"),
        ("number", "accepted"),
        ("number", "unsafe accepts that were caught"),
        ("text", "the first of them"),
    ];
    let mut table = Table::new("Rules that accept everything", &headers);
    for score in controls {
        table.row(control_row(score));
    }
    table.html()
}

fn control_row(score: &CorpusScore) -> Vec<Html> {
    let first = score.unsafe_accepted.first();
    vec![
        code(&score.corpus),
        count(score.programs),
        count(score.light_safe),
        count(score.unsafe_accepts),
        first.map_or_else(|| Html::text("none"), |first| code(&first.program)),
    ]
}

/// The rules that stand in the way of programs that people wrote.
pub(super) fn obstacles(evidence: &Evidence, poc: &Poc) -> Html {
    let people = corpora::by_people(&corpora::unseen(evidence));
    let found = corpora::obstacles(&people);
    if found.is_empty() {
        return missing::note(poc.command);
    }
    let headers = [
        ("text", "rule"),
        ("number", "programs that it refuses"),
        ("number", "by itself"),
    ];
    let mut table = Table::new(
        "What refuses programs that people wrote and for which Light is right",
        &headers,
    );
    for (rule, programs, alone) in found {
        table.row(vec![
            code(rule),
            count(programs as u64),
            count(alone as u64),
        ]);
    }
    table.html()
}

fn count(number: u64) -> Html {
    Html::text(&number::grouped(number))
}
