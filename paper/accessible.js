// What the book's theme leaves out for those who use a keyboard or have pages read to them.
(function () {
    "use strict";

    // The contents are folded by a label, which is a button in all but name.
    const toggle = document.getElementById("mdbook-sidebar-toggle");
    if (toggle) {
        toggle.setAttribute("role", "button");
        toggle.tabIndex = 0;
        toggle.addEventListener("keydown", function (event) {
            if (event.key === "Enter" || event.key === " ") {
                event.preventDefault();
                toggle.click();
            }
        });
    }

    const search = document.getElementById("mdbook-searchbar");
    if (search) {
        search.setAttribute("aria-label", "Search this book");
    }

    // What scrolls within itself can be scrolled by keys only when it can be reached.
    for (const part of document.querySelectorAll("main pre > code, main .table-wrapper")) {
        part.tabIndex = 0;
    }
})();
