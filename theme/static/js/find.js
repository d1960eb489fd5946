"use strict";
// Ctrl-K, or Command-K, on any page: opens search; all that it needs is loaded only then.
(() => {
  const script = document.currentScript;
  let opening = null;

  async function open() {
    const { openDialog } = await import(new URL("search/dialog.js", script.src));
    await openDialog(script.dataset.page);
  }

  document.addEventListener("keydown", (event) => {
    const isAsked = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isAsked || event.key.toLowerCase() !== "k") {
      return;
    }
    event.preventDefault();
    const field = document.querySelector("[data-search] input[type=search]");
    if (field) {
      field.focus();
      field.select();
      return;
    }
    // Where anything fails, the page to search on is there still.
    opening ||= open()
      .catch(() => location.assign(script.dataset.page))
      .finally(() => {
        opening = null;
      });
  });
})();
