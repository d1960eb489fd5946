"use strict";
// Buttons that copy: a ruling's link, a citation. They are shown only where copying works.
(() => {
  if (!navigator.clipboard) {
    return;
  }
  // The page says them in its own language.
  const words = document.currentScript.dataset;
  document.documentElement.dataset.copies = "";
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  document.body.append(status);

  // The link within what the button names, or else its words.
  function wanted(button) {
    const place = button.closest("[data-copied]");
    const link = place.querySelector("a[data-copy]");
    return link ? link.href : place.querySelector("[data-copy]").textContent;
  }

  function say(button, words) {
    const before = button.dataset.said || button.textContent;
    button.dataset.said = before;
    button.textContent = words;
    status.textContent = words;
    setTimeout(() => {
      button.textContent = before;
      status.textContent = "";
    }, 2000);
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) {
      return;
    }
    try {
      await navigator.clipboard.writeText(wanted(button));
      say(button, words.copied);
    } catch {
      say(button, words.failed);
    }
  });
})();
