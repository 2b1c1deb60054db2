use super::*;
use crate::testing::{CONTROL, FULL, LIGHT, ORACLE, PLAIN, Run};

fn drawn(run: &Run, plot: Plot) -> String {
    plot.draw(&run.evidence(), plot.poc().unwrap_or("7"))
        .unwrap()
        .expect("something to draw")
        .to_string()
}

#[test]
fn plots_have_words_and_leave_colours_to_the_page() {
    for plot in Plot::ALL {
        let svg = drawn(&Run::as_told(), plot);
        assert!(
            svg.contains("<title id=\"tiers-plot-") && svg.contains("<desc id=\""),
            "{plot}"
        );
        assert!(svg.contains("role=\"img\" aria-labelledby="), "{plot}");
        assert!(
            !svg.contains("\"#01"),
            "{plot}: a colour was not left to the page"
        );
        assert!(
            svg.contains("currentColor") && svg.contains("var(--tiers-"),
            "{plot}"
        );
        assert!(
            svg.ends_with("</svg> </div>"),
            "{plot}: {}",
            &svg[svg.len() - 40..]
        );
    }
}

#[test]
fn the_same_records_give_the_same_bytes() {
    for plot in Plot::ALL {
        assert_eq!(drawn(&Run::as_told(), plot), drawn(&Run::as_told(), plot));
    }
}

#[test]
fn what_was_not_measured_is_not_drawn() {
    for plot in Plot::ALL {
        assert!(
            plot.draw(&Run::begun().evidence(), "7").unwrap().is_none(),
            "{plot}"
        );
        assert!(
            plot.draw(&Evidence::none(), "7").unwrap().is_none(),
            "{plot}"
        );
    }
}

#[test]
fn each_measured_cell_is_named_where_it_stands() {
    let speed = drawn(&Run::as_told(), Plot::Speed);
    assert!(speed.contains(LIGHT) && speed.contains(CONTROL), "{speed}");
    assert!(
        speed.contains("◇ paper") && speed.contains("5.83"),
        "{speed}"
    );
    assert!(drawn(&Run::as_told(), Plot::Startup).contains(ORACLE));
}

#[test]
fn lines_are_named_and_their_crossings_marked() {
    let svg = drawn(&Run::as_told(), Plot::Amortization);
    for words in [
        "python3, a process for each call",
        "one isolate for all calls",
        "even at 2.75",
        FULL,
    ] {
        assert!(svg.contains(words), "{words}: {svg}");
    }
    assert!(
        svg.contains("costs no more than python3 from 2.75 calls on"),
        "{svg}"
    );
}

#[test]
fn the_chain_is_drawn_link_by_link() {
    let mut run = Run::as_told();
    run.lacks(PLAIN, "./artifact build variants");
    let svg = drawn(&run, Plot::Decomposition);
    for words in [
        "embedded in a Rust program",
        "no site import",
        "left out",
        "in all",
        ORACLE,
    ] {
        assert!(svg.contains(words), "{words}: {svg}");
    }
}

#[test]
fn the_papers_mark_is_explained_only_where_it_stands() {
    let evidence = Run::as_told().evidence();
    let speed = |poc| {
        Plot::Speed
            .draw(&evidence, poc)
            .unwrap()
            .unwrap()
            .to_string()
    };
    assert!(speed("6").contains("◇ paper") && speed("6").contains("1.02"));
    assert!(!speed("5").contains("◇ paper"));
}

#[test]
fn a_difference_and_a_failure_show_without_colour() {
    let mut run = Run::as_told();
    run.ends(LIGHT, "01_metaclass_registry", 1, "");
    let svg = drawn(&run, Plot::Fidelity);
    assert!(svg.contains('≠') && svg.contains('✗'), "{svg}");
    assert!(svg.contains("18 of 20 PASS, 1 DIFF, 1 FAIL"), "{svg}");
}

#[test]
fn emulated_time_is_not_drawn_as_speed() {
    let mut run = Run::as_told();
    run.print_of(LIGHT).emulated = true;
    assert!(!drawn(&run, Plot::Speed).contains(LIGHT));
    assert!(!drawn(&run, Plot::Startup).contains(LIGHT));
}

#[test]
fn a_plot_is_found_by_its_name() {
    assert_eq!(Plot::named("startup"), Some(Plot::Startup));
    assert_eq!(Plot::named("start"), None);
}
