// Search over any page: the first hits, and a link to the page with all of them.
import { hints, hitElement, said, sentence } from "./hits.js";
import { Index, Stale } from "./index.js";
import { ordered, search } from "./search.js";

const SHOWN = 6;
const PAUSE = 200;

let opened = null;

// Take the words and templates from the page to search on.
async function prepared(address) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const { content } = page.querySelector("#search-dialog");
  const dialog = document.importNode(content.firstElementChild, true);
  const manifest = new URL(page.querySelector("[data-search]").dataset.search, location.href);
  document.body.append(dialog);
  return new Finder(dialog, page, manifest, address);
}

class Finder {
  constructor(dialog, page, manifest, address) {
    this.dialog = dialog;
    this.page = page;
    this.manifest = manifest;
    this.address = address;
    this.turn = 0;
    this.field = dialog.querySelector("input");
    let pause = 0;
    this.field.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => this.run(), PAUSE);
    });
    dialog.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(this.all);
    });
    dialog.querySelector("[data-search-part=close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", (event) => this.move(event));
  }

  get all() {
    return `${this.address}?${new URLSearchParams({ q: this.field.value.trim() })}`;
  }

  part(name) {
    return this.dialog.querySelector(`[data-search-part="${name}"]`);
  }

  show() {
    if (!this.dialog.open) {
      this.dialog.showModal();
    }
    this.field.select();
    this.index ||= Index.open(this.manifest);
    this.index.catch(() => {
      this.index = null;
    });
  }

  async run(isAgain = false) {
    this.turn += 1;
    const mine = this.turn;
    const text = this.field.value.trim();
    if (!text) {
      this.put([], "");
      return;
    }
    try {
      const index = await (this.index ||= Index.open(this.manifest));
      const result = await search(index, text);
      const best = ordered(index, result, "relevance").slice(0, SHOWN);
      const records = await Promise.all(best.map((hit) => index.record(hit)));
      if (mine === this.turn) {
        const items = records.map((record) => hitElement(this.page, record, result.words));
        const count = result.hits.length;
        const told = count ? said(this.page, count) : sentence(this.page, "none");
        this.put(items, [told, ...hints(this.page, result, text, items)].join(" "));
      }
    } catch (error) {
      this.index = null;
      if (error instanceof Stale && !isAgain) {
        await this.run(true);
      } else if (mine === this.turn) {
        this.put([], sentence(this.page, "failed"));
      }
    }
  }

  put(items, told) {
    this.part("hits").replaceChildren(...items);
    this.part("status").textContent = told;
    this.part("all").hidden = !items.length;
    this.part("all").querySelector("a").href = this.all;
  }

  // Arrows go from the field to the hits and back.
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) {
      return;
    }
    const stops = [this.field, ...this.dialog.querySelectorAll(".card__title a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + step];
    if (at >= 0 && next) {
      event.preventDefault();
      next.focus();
    }
  }
}

// Open search over the page; what was typed meanwhile is asked at once. Who no longer wants it hands
// over null.
export async function openDialog(address, handOver) {
  opened ||= prepared(address);
  opened.catch(() => {
    opened = null;
  });
  const finder = await opened;
  const typed = handOver();
  if (typed !== null) {
    finder.show();
  }
  if (typed) {
    finder.field.value = typed;
    await finder.run();
  }
}
