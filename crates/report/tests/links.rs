//! The built book: every link within it leads somewhere, and no page names two things alike.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use percent_encoding::percent_decode_str;
use report::{Evidence, build_book};

/// What a page offers to links, and where its own lead.
#[derive(Default)]
struct Page {
    /// Where its links begin, if not where it stands.
    base: Option<String>,
    names: Vec<String>,
    links: Vec<String>,
}

impl Page {
    fn take(&mut self, tag: &Tag) {
        let attribute = |wanted: &str| {
            let mut attributes = tag.attrs.iter();
            let found = attributes.find(|attribute| &*attribute.name.local == wanted)?;
            Some(found.value.to_string())
        };
        self.names.extend(attribute("id"));
        match &*tag.name {
            "base" => self.base = attribute("href"),
            "a" | "area" | "link" | "use" => self.links.extend(attribute("href")),
            "iframe" | "img" | "script" | "source" => self.links.extend(attribute("src")),
            _ => {}
        }
    }
}

/// Takes what matters of each tag as the parser comes to it.
#[derive(Default)]
struct Reader(RefCell<Page>);

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else {
            return TokenSinkResult::Continue;
        };
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        self.0.borrow_mut().take(&tag);
        // What stands in these is text up to their end, whatever it looks like.
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

fn read(path: &Path) -> Page {
    let text = fs_err::read_to_string(path).unwrap();
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    while !input.is_empty() {
        // It stops at the end of each script, for those who would run it.
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

/// The book's files by their path within it; pages with what is on them.
fn files(folder: &Path) -> BTreeMap<PathBuf, Option<Page>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs_err::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let is_page = path.extension().is_some_and(|ending| ending == "html");
            let page = is_page.then(|| read(&path));
            files.insert(path.strip_prefix(folder).unwrap().to_owned(), page);
        }
    }
    files
}

/// Where `link` on the page at `from` leads: a file of the book and a name on it. None where it leads out of the book.
fn target(from: &Path, base: Option<&str>, link: &str) -> Option<(PathBuf, String)> {
    let has_scheme = link.split_once(':').is_some_and(|(scheme, _)| {
        scheme
            .chars()
            .all(|character| character.is_ascii_alphanumeric())
    });
    if has_scheme || link.starts_with("//") {
        return None;
    }
    let (path, name) = link.split_once('#').unwrap_or((link, ""));
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    if path.is_empty() {
        return Some((from.to_owned(), decoded(name)));
    }
    let root = path.starts_with('/') || base.is_some_and(|base| base.starts_with('/'));
    let mut file = match from.parent() {
        Some(folder) if !root => folder.to_owned(),
        _ => PathBuf::new(),
    };
    for component in Path::new(decoded(path).split('?').next().unwrap_or_default()).components() {
        match component {
            Component::ParentDir => {
                file.pop();
            }
            Component::Normal(part) => file.push(part),
            _ => {}
        }
    }
    Some((file, decoded(name)))
}

/// Everything that is wrong with the links and names of the book in `folder`.
fn problems(folder: &Path) -> Vec<String> {
    let files = files(folder);
    let mut problems = Vec::new();
    for (from, page) in &files {
        let Some(page) = page else { continue };
        let mut names = BTreeSet::new();
        let twice = page.names.iter().filter(|name| !names.insert(*name));
        problems.extend(twice.map(|name| format!("{}: two things are #{name}", from.display())));
        for link in &page.links {
            let Some((file, name)) = target(from, page.base.as_deref(), link) else {
                continue;
            };
            let wrong = match files.get(&file) {
                None => Some("there is no such file"),
                Some(Some(page)) if !name.is_empty() && !page.names.contains(&name) => {
                    Some("nothing there has that name")
                }
                Some(_) => None,
            };
            problems.extend(wrong.map(|why| format!("{}: {link}: {why}", from.display())));
        }
    }
    problems
}

/// Builds the project's book of `evidence`, and says what is wrong with its links.
fn problems_of(evidence: &Evidence) -> Vec<String> {
    let out = tempfile::tempdir().unwrap();
    build_book(&project("paper"), evidence, out.path()).unwrap();
    let pages = files(out.path()).into_values().flatten();
    let links: usize = pages.map(|page| page.links.len()).sum();
    assert!(links > 1_000, "only {links} links were looked at");
    problems(out.path())
}

#[test]
fn every_link_of_the_reference_runs_book_leads_somewhere() {
    let evidence = Evidence::load(&project("results/reference")).unwrap();
    let problems = problems_of(&evidence);
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn every_link_leads_somewhere_when_nothing_was_measured() {
    let problems = problems_of(&Evidence::none());
    // What was not measured has no section that a page could lead to; its chapter says what to run.
    let others: Vec<_> = problems
        .iter()
        .filter(|problem| !problem.contains("#cell-"))
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}

#[test]
fn planted_faults_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, body: &str| {
        let page = format!("<!doctype html><title>x</title><body>{body}");
        fs_err::write(folder.path().join(name), page).unwrap();
    };
    write(
        "a.html",
        "<h1 id=\"top\"></h1><p id=\"top\"></p><a href=\"b.html#there\"></a><a href=\"#top\"></a>\
         <a href=\"b.html#%E6%9C%AC\"></a><a href=\"https://elsewhere.example/#x\"></a>",
    );
    write(
        "b.html",
        "<h1 id=\"本\"></h1><a href=\"c.html\"></a><img src=\"d.png\"><a href=\"a.html#top\"></a>",
    );
    assert_eq!(
        problems(folder.path()),
        [
            "a.html: two things are #top",
            "a.html: b.html#there: nothing there has that name",
            "b.html: c.html: there is no such file",
            "b.html: d.png: there is no such file",
        ]
    );
}
