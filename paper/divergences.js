// A field that narrows the catalogue of divergences to the entries that hold all of the words typed into it. Without this
// script every entry stands on the page.
(function () {
    "use strict";

    const entries = Array.from(document.querySelectorAll(".tiers-divergence"), function (body) {
        const heading = body.previousElementSibling;
        return { parts: [heading, body], text: (heading.textContent + " " + body.textContent).toLowerCase() };
    });
    if (entries.length === 0) {
        return;
    }

    const label = document.createElement("label");
    label.className = "tiers-filter";
    label.textContent = "Show entries with ";
    const field = document.createElement("input");
    field.type = "search";
    const count = document.createElement("output");
    label.append(field, " ", count);
    const first = entries[0].parts[0];
    const family = first.previousElementSibling || first;
    family.before(label);

    function narrow() {
        const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
        let shown = 0;
        for (const entry of entries) {
            const holds = words.every(function (word) { return entry.text.includes(word); });
            shown += holds ? 1 : 0;
            for (const part of entry.parts) {
                part.hidden = !holds;
            }
        }
        count.textContent = shown + " of " + entries.length;
    }

    field.addEventListener("input", narrow);
    // The book's own keys are not to be taken for what is typed here.
    field.addEventListener("keydown", function (event) { event.stopPropagation(); });
    narrow();
})();
