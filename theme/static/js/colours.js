"use strict";
// Light or dark by the reader's hand. Runs before anything is drawn, so that nothing flashes.
(() => {
  const root = document.documentElement;
  const asked = matchMedia("(prefers-color-scheme: dark)");

  // Where a browser keeps nothing, the choice lasts as long as the page.
  function kept() {
    try {
      return localStorage.getItem("colours");
    } catch {
      return null;
    }
  }

  function keep(chosen) {
    try {
      if (chosen) {
        localStorage.setItem("colours", chosen);
      } else {
        localStorage.removeItem("colours");
      }
    } catch {
      // As above.
    }
  }

  function show(chosen) {
    if (chosen === "light" || chosen === "dark") {
      root.dataset.colours = chosen;
    } else {
      delete root.dataset.colours;
    }
  }

  // What the system asks for anyway is no choice: later the page follows the system again.
  function turn() {
    const system = asked.matches ? "dark" : "light";
    const shown = root.dataset.colours || system;
    const wanted = shown === "dark" ? "light" : "dark";
    const chosen = wanted === system ? "" : wanted;
    show(chosen);
    keep(chosen);
  }

  root.dataset.scripted = "";
  show(kept());
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-turn-colours]")) {
      turn();
    }
  });
  // Another window of the site, and a page that comes back as it was left.
  addEventListener("storage", () => show(kept()));
  addEventListener("pageshow", () => show(kept()));
})();
