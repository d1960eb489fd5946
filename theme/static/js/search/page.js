// The page to search on: what is asked stands in the address, so that it can be shared.
import { Facets } from "./facets.js";
import { hints, hitElement, said, sentence } from "./hits.js";
import { Index, Stale } from "./index.js";
import { ordered, search } from "./search.js";

// So many hits are shown at a time; so long typing is waited for, in milliseconds.
const SHOWN = 10;
const PAUSE = 250;

const root = document.querySelector("[data-search]");
const part = (name) => root.querySelector(`[data-search-part="${name}"]`);
const field = root.querySelector("input[type=search]");
const sorts = part("sort");
const status = part("status");
const list = part("hits");
const more = part("more");
const browse = document.querySelector("[data-search-browse]");
const facets = new Facets(document, root, (isChoice) => {
  if (isChoice) {
    note("pushState");
  }
  return run();
});

let index = null;
let last = { text: null };
let turn = 0;
let waiting = [];
let found = new Set();

function opened() {
  index ||= Index.open(new URL(root.dataset.search, location.href));
  index.catch(() => {
    index = null;
  });
  return index;
}

// Put what is asked into the address.
function note(how) {
  const asked = new URLSearchParams();
  if (field.value.trim()) {
    asked.set("q", field.value.trim());
  }
  facets.write(asked);
  if (sorts.value !== sorts.options[0].value) {
    asked.set("sort", sorts.value);
  }
  const address = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
  if (address !== location.pathname + location.search) {
    history[how](null, "", address);
  }
}

// Take what is asked from the address.
function take() {
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") || "";
  sorts.value = asked.get("sort") || sorts.options[0].value;
  if (sorts.selectedIndex < 0) {
    sorts.selectedIndex = 0;
  }
  facets.read(asked);
}

async function looked(text) {
  const here = await opened();
  if (last.text !== text || last.index !== here) {
    last = { text, index: here, result: await search(here, text) };
  }
  return last;
}

// Show what is asked; where a later question was asked meanwhile, nothing.
async function run(isAgain = false) {
  turn += 1;
  const mine = turn;
  const text = field.value.trim();
  const isAsked = Boolean(text) || facets.isChosen;
  part("results").hidden = !isAsked;
  browse.hidden = isAsked;
  if (!isAsked) {
    status.textContent = "";
    part("instead").textContent = "";
    return;
  }
  try {
    const { index: here, result } = await looked(text);
    const { hits, show } = await facets.narrow(here, result.hits);
    const all = ordered(here, { hits, scores: result.scores }, text ? sorts.value : "date");
    const elements = await made(here, all.slice(0, SHOWN), result.words);
    if (mine === turn) {
      show();
      list.replaceChildren(...elements);
      [waiting, found] = [all.slice(SHOWN), result.words];
      more.hidden = !waiting.length;
      tell(all.length, hints(document, result, text, elements));
    }
  } catch (error) {
    if (error instanceof Stale && !isAgain) {
      index = null;
      await run(true);
    } else if (mine === turn) {
      fail();
    }
  }
}

async function made(here, hits, words) {
  const records = await Promise.all(hits.map((hit) => here.record(hit)));
  return records.map((record) => hitElement(document, record, words));
}

function tell(count, told) {
  part("instead").textContent = told.join(" ");
  status.textContent = [count ? said(document, count) : sentence(document, "none"), ...told].join(" ");
}

// What could not be looked up is not shown beside what was found before; the lists are there still.
function fail() {
  list.replaceChildren();
  part("results").hidden = true;
  part("instead").textContent = "";
  browse.hidden = false;
  status.textContent = sentence(document, "failed");
}

async function showMore() {
  const mine = turn;
  const here = await opened();
  const elements = await made(here, waiting.slice(0, SHOWN), found);
  if (mine !== turn) {
    return;
  }
  waiting = waiting.slice(SHOWN);
  list.append(...elements);
  more.hidden = !waiting.length;
  elements[0]?.querySelector("a").focus();
}

// Where the site was published anew meanwhile, what is asked is looked up again first.
async function showMoreOrAnew() {
  more.disabled = true;
  try {
    await showMore();
  } catch (error) {
    if (error instanceof Stale) {
      index = null;
      await run(true);
      await showMore().catch(fail);
    } else {
      fail();
    }
  } finally {
    more.disabled = false;
  }
}

let pause = 0;
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    note("replaceState");
    run();
  }, PAUSE);
});
field.addEventListener("focus", () => opened().catch(() => {}), { once: true });
root.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  note("pushState");
  run();
});
sorts.addEventListener("change", () => {
  note("pushState");
  run();
});
part("clear").addEventListener("click", () => {
  facets.clear();
  note("pushState");
  run();
  field.focus();
});
more.addEventListener("click", showMoreOrAnew);
addEventListener("popstate", () => {
  take();
  run();
});

// On a wide window the facets that are asked for most stand open.
if (matchMedia("(min-width: 60rem)").matches) {
  root.querySelectorAll("[data-facet-wide]").forEach((box) => {
    box.open = true;
  });
}
root.hidden = false;
take();
run();
if (!location.search) {
  field.focus();
}
