// The facets: what is chosen of each, and how many hits each value has.
import { badge } from "./hits.js";

// Facets whose values are told for each hit; those of others are for whole fact-checks.
const OF_HITS = new Set(["rating", "claimant"]);
const BY_NAME = new Set(["year"]);

// So many values are shown at first.
const FEW = 10;

export class Facets {
  constructor(page, root, changed) {
    this.page = page;
    this.boxes = [...root.querySelectorAll("[data-facet]")];
    this.names = this.boxes.map((box) => box.dataset.facet);
    this.chosen = new Map(this.names.map((name) => [name, new Set()]));
    this.whole = new Set();
    for (const box of this.boxes) {
      const name = box.dataset.facet;
      box.addEventListener("change", ({ target }) => {
        const set = this.chosen.get(name);
        if (target.checked) {
          set.add(target.value);
        } else {
          set.delete(target.value);
        }
        changed(true);
      });
      box.addEventListener("toggle", () => box.open && changed(false));
      box.querySelector("[data-facet-more]").addEventListener("click", () => {
        this.whole.add(name);
        changed(false).then(() => box.querySelectorAll("input")[FEW]?.focus());
      });
    }
  }

  get isChosen() {
    return [...this.chosen.values()].some((set) => set.size);
  }

  // Take what is chosen from an address, or put it there.
  read(address) {
    for (const name of this.names) {
      this.chosen.set(name, new Set(address.getAll(name)));
      this.box(name).open ||= this.chosen.get(name).size > 0;
    }
  }

  write(address) {
    for (const [name, set] of this.chosen) {
      set.forEach((value) => address.append(name, value));
    }
  }

  clear() {
    this.chosen.forEach((set) => set.clear());
  }

  box(name) {
    return this.boxes.find((box) => box.dataset.facet === name);
  }

  // Return the hits that have what is chosen, and show how many each open facet's values have.
  async narrow(index, hits) {
    const wanted = this.names.filter((name) => this.chosen.get(name).size || this.box(name).open);
    const columns = await Promise.all(wanted.map((name) => index.column(name)));
    const all = wanted.map((name, at) => this.#prepared(name, columns[at]));
    const kept = hits.filter((hit) => this.#keeps(index, hit, all));
    return { hits: kept, show: () => all.forEach((facet) => this.#show(facet)) };
  }

  #prepared(name, { values, placesOf }) {
    const chosen = this.chosen.get(name);
    const places = new Set(values.flatMap(({ id }, at) => (chosen.has(id) ? [at] : [])));
    const isAsked = chosen.size > 0;
    const rowOf = (index, hit) => placesOf(OF_HITS.has(name) ? hit : index.checkOf[hit]);
    return { name, values, rowOf, places, isAsked, counts: new Uint32Array(values.length) };
  }

  // Tell whether a hit has what is chosen; a facet's own choice does not bear on its counts.
  #keeps(index, hit, all) {
    const rows = all.map((facet) => facet.rowOf(index, hit));
    let failed = null;
    for (const [at, facet] of all.entries()) {
      if (facet.isAsked && !rows[at].some((place) => facet.places.has(place))) {
        if (failed) {
          return false;
        }
        failed = facet;
      }
    }
    for (const [at, facet] of all.entries()) {
      if (!failed || failed === facet) {
        rows[at].forEach((place) => {
          facet.counts[place] += 1;
        });
      }
    }
    return failed === null;
  }

  #show({ name, values, counts, places }) {
    const box = this.box(name);
    const shown = values
      .map(({ id, label }, at) => ({ id, label, count: counts[at], isChosen: places.has(at) }))
      .filter(({ count, isChosen }) => count || isChosen);
    const byName = (one, other) => (one.label < other.label ? 1 : -1);
    const byCount = (one, other) => other.count - one.count || byName(other, one);
    shown.sort((one, other) => other.isChosen - one.isChosen || (BY_NAME.has(name) ? byName : byCount)(one, other));
    const few = this.whole.has(name) ? shown : shown.slice(0, FEW);
    const focused = box.contains(document.activeElement) ? document.activeElement.value : null;
    box.querySelector("[data-facet-values]").replaceChildren(...few.map((one) => this.#choice(name, one)));
    box.querySelector("[data-facet-more]").hidden = few.length === shown.length;
    if (focused) {
      [...box.querySelectorAll("input")].find(({ value }) => value === focused)?.focus();
    }
  }

  #choice(name, { id, label, count, isChosen }) {
    const { content } = this.page.querySelector("#search-choice");
    const item = document.importNode(content.firstElementChild, true);
    const box = item.querySelector("input");
    box.value = id;
    box.checked = isChosen;
    const rating = name === "rating" && badge(this.page, id);
    const text = item.querySelector("[data-choice=label]");
    if (rating) {
      text.append(rating);
    } else {
      text.textContent = this.#named(name, id) ?? label;
    }
    const number = new Intl.NumberFormat(document.documentElement.lang).format(count);
    item.querySelector("[data-choice=count]").textContent = number;
    return item;
  }

  // Return what the page calls a value in its language; undefined if it does not say.
  #named(name, id) {
    const { content } = this.page.querySelector("#search-names");
    this.labels ??= new Map([...content.children].map((one) => [`${one.dataset.of} ${one.dataset.id}`, one]));
    return this.labels.get(`${name} ${id}`)?.textContent;
  }
}
