# One line each: the work is in ./artifact and behind it in `tiers`. Arguments are passed on: just poc7 --quick
set positional-arguments

# Lists the recipes
default:
    @just --list --unsorted

# Can a Rust host run Python at all?
poc0 *args:
    @./artifact poc 0 "$@"

# Can any value cross the border?
poc1 *args:
    @./artifact poc 1 "$@"

# Does dynamic syntax work?
poc2 *args:
    @./artifact poc 2 "$@"

# Does code from the wild work, and how fast?
poc3 *args:
    @./artifact poc 3 "$@"

# When does embedding pay?
poc4 *args:
    @./artifact poc 4 "$@"

# Why does it cost what it costs?
poc4_5 *args:
    @./artifact poc 4.5 "$@"

# Does static linking resolve it?
poc5 *args:
    @./artifact poc 5 "$@"

# Is a regular source build the Full tier?
poc6 *args:
    @./artifact poc 6 "$@"

# What does Light cost and buy?
poc7 *args:
    @./artifact poc 7 "$@"

# Does it travel, and can a program choose its tier?
poc8 *args:
    @./artifact poc 8 "$@"

# Other ways to run Python beside both tiers: --quick
peers *args:
    @./artifact bench --peers "$@"

# Which calls do the same on the Light tier: the tables that the dispatcher reads
evidence *args:
    @./artifact evidence "$@"

# Every PoC, then the claims and the book: --quick, --resume
reproduce *args:
    @./artifact reproduce "$@"

# Renders the book from recorded results
report *args:
    @./artifact report "$@"

# Renders the book and serves it
serve *args:
    @./artifact serve "$@"

# Every check there is
test:
    @./artifact test

# Takes things away from the project's own work, and counts what is lost
faults *args:
    @./artifact faults "$@"

# Builds every guest, or those named, twice more, and compares what comes out
rebuild *args:
    @./artifact rebuild "$@"

# Looks at the book in a browser: accessibility, light and dark, wide and narrow
browse *args:
    @./artifact browse "$@"

# Hostile input: the fuzz targets for SECONDS each (600), then mutated programs: --summary FILE
fuzz *args:
    @./artifact fuzz "$@"

# Licences, sources and advisories of all crates
deny:
    @./artifact deny

# Bills of materials of the command line and the guests
sbom *args:
    @./artifact sbom "$@"
