"use strict";
// Shows what an editor has saved, at the same place of the page, without a reload by hand.
(() => {
  const here = document.currentScript;
  let isBusy = false;
  let isBehind = false;

  // What the reader looks at: the last element with an id that begins above the middle.
  function place() {
    let found = null;
    for (const element of document.querySelectorAll("body [id]")) {
      const { top, height } = element.getBoundingClientRect();
      if (height && top < window.innerHeight / 2) {
        found = { id: element.id, top };
      }
    }
    return found;
  }

  function putBack(looked) {
    const element = looked && document.getElementById(looked.id);
    if (element) {
      window.scrollBy({ top: element.getBoundingClientRect().top - looked.top, behavior: "instant" });
    }
  }

  // Parts of the page that scroll by themselves, such as the document beside its rulings.
  function scrolled() {
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.scrollTop > 0)
      .map((element) => ({ name: element.className, top: element.scrollTop }));
  }

  function scrollBack(parts) {
    for (const { name, top } of parts) {
      const element = name && document.getElementsByClassName(name)[0];
      if (element) {
        element.scrollTop = top;
      }
    }
  }

  function takeOver(next) {
    const looked = place();
    const parts = scrolled();
    const focused = document.activeElement && document.activeElement.id;
    const open = [...document.querySelectorAll("details")].map((details) => details.open);
    document.title = next.title;
    document.body.replaceChildren(...next.body.childNodes);
    const folded = [...document.querySelectorAll("details")];
    if (folded.length === open.length) {
      folded.forEach((details, at) => {
        details.open = open[at];
      });
    }
    if (focused && document.getElementById(focused)) {
      document.getElementById(focused).focus({ preventScroll: true });
    }
    scrollBack(parts);
    putBack(looked);
  }

  // A page that a program of its own works on, such as search, is begun anew: the program holds
  // on to the elements it found. What is asked there stands in the address.
  function isProgram(page) {
    return Boolean(page.querySelector("script[type=module]"));
  }

  // A style sheet is asked for again only where it may have changed.
  function restyle() {
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const address = new URL(link.href);
      address.searchParams.set("at", Date.now());
      link.href = address;
    }
  }

  // The version of the digest that the page shows; the server counts them.
  let shown = Number(here.dataset.version);

  async function refresh() {
    if (isBusy) {
      isBehind = true;
      return;
    }
    isBusy = true;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      shown = Number(next.querySelector("script[data-version]").dataset.version);
      if (isProgram(document) || isProgram(next)) {
        location.reload();
        return;
      }
      takeOver(next);
    } finally {
      isBusy = false;
    }
    if (isBehind) {
      isBehind = false;
      await refresh();
    }
  }

  // The first event tells the present version: a save may have come before anybody listened.
  function listen() {
    const events = new EventSource(here.dataset.events);
    events.onmessage = (event) => {
      const { version, style } = JSON.parse(event.data);
      if (version !== shown) {
        if (style) {
          restyle();
        }
        refresh();
      }
    };
    return events;
  }

  // A browser opens few connections to one host: a page that nobody sees keeps none.
  let events = document.hidden ? null : listen();
  document.addEventListener("visibilitychange", () => {
    if (events) {
      events.close();
    }
    events = document.hidden ? null : listen();
  });
})();
