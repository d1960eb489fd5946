"use strict";
// Ctrl-K, or Command-K, on any page: opens search; all that it needs is loaded only then.
(() => {
  const script = document.currentScript;
  const { page } = script.dataset;

  // What is typed while it is loaded; null while keys go where they always go.
  let typed = null;

  // Give what was typed, once: from now on the field has the keys. Null if it is no longer wanted.
  function handOver() {
    const text = typed;
    typed = null;
    return text;
  }

  function all(text) {
    return text ? `${page}?${new URLSearchParams({ q: text })}` : page;
  }

  async function open() {
    typed = "";
    try {
      const { openDialog } = await import(new URL("search/dialog.js", script.src));
      await openDialog(page, handOver);
    } catch {
      // Where anything fails, the page to search on is there still.
      if (typed !== null) {
        location.assign(all(handOver()));
      }
    }
  }

  function keep(event) {
    if (event.key === "Escape") {
      typed = null;
    } else if (event.key === "Enter" && typed) {
      location.assign(all(typed));
    } else if (event.key === "Backspace") {
      typed = typed.slice(0, -1);
    } else if (event.key.length === 1) {
      typed += event.key;
    } else {
      return;
    }
    event.preventDefault();
  }

  document.addEventListener("keydown", (event) => {
    const isWithKey = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isWithKey || event.key.toLowerCase() !== "k") {
      if (typed !== null && !event.ctrlKey && !event.metaKey && !event.isComposing) {
        keep(event);
      }
      return;
    }
    event.preventDefault();
    const field = document.querySelector("[data-search] input[type=search]");
    if (field) {
      field.focus();
      field.select();
    } else if (typed === null) {
      open();
    }
  });
})();
