// The index as publishing/search/index.py writes it: parts are asked for when they are needed.
import { numbers } from "./numbers.js";

const STEPS = 8;

// Thrown where a part is gone: the site was published anew, and the manifest must be read again.
export class Stale extends Error {}

async function fetched(address, how) {
  const answer = await fetch(address, how);
  if (!answer.ok) {
    throw answer.status === 404 ? new Stale(address) : new Error(`${answer.status} ${address}`);
  }
  return answer.json();
}

// Return the place of the last entry that does not come after a word; 0 if all do.
function placeOf(entries, word) {
  let low = 0;
  let high = entries.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (entries[middle][0] <= word) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}

export class Index {
  static async open(address) {
    const told = await fetched(address, { cache: "no-cache" });
    return new Index(new URL("parts/", address), told);
  }

  constructor(parts, told) {
    this.parts = parts;
    this.told = told;
    this.common = told.common;
    this.count = told.hits;
    // The number of each fact-check's first hit, and of each hit's fact-check.
    this.firsts = [];
    this.checkOf = new Int32Array(this.count);
    let first = 0;
    numbers(told.counts).forEach((count, check) => {
      this.firsts.push(first);
      for (const end = first + count; first < end; first += 1) {
        this.checkOf[first] = check;
      }
    });
    this.firsts.push(first);
    this.records = [];
    let last = 0;
    for (const entry of told.records ? told.records.split(" ") : []) {
      const [held, name] = entry.split(":");
      this.records.push([last, name]);
      last += Number(held);
    }
    this.asked = new Map();
  }

  part(name, make = (data) => data) {
    if (!this.asked.has(name)) {
      const promise = fetched(new URL(`${name}.json`, this.parts)).then(make);
      this.asked.set(name, promise);
      promise.catch(() => this.asked.delete(name));
    }
    return this.asked.get(name);
  }

  dictionary(place) {
    return this.part(this.told.words[place][1], ([text, counts, blocks]) => {
      const names = [];
      for (const [held, hits, positions] of blocks) {
        for (let at = 0; at < held; at += 1) {
          names.push([hits, positions, at]);
        }
      }
      return text.split(" ").map((word, at) => {
        const [hits, positions, place_] = names[at];
        return { word, count: counts[at], hits, positions, place: place_ };
      });
    });
  }

  // Return a word's entry; undefined if no text has it.
  async entry(word) {
    if (!this.told.words.length) {
      return undefined;
    }
    const entries = await this.dictionary(placeOf(this.told.words, word));
    const pairs = entries.map((entry) => [entry.word]);
    const found = entries[placeOf(pairs, word)];
    return found?.word === word ? found : undefined;
  }

  // Return the entries of words that begin so, from few dictionaries.
  async beginning(prefix, most = 3) {
    const all = await this.#range(this.told.words, prefix, most, (place) => this.dictionary(place));
    return all.filter(({ word }) => word.startsWith(prefix));
  }

  // Return the words that end so.
  async ending(suffix, most = 3) {
    const turned = Array.from(suffix).reverse().join("");
    const all = await this.#range(this.told.backwards, turned, most, (place) =>
      this.part(this.told.backwards[place][1], (told) => told.split(" ")),
    );
    return all
      .filter((word) => word.startsWith(turned))
      .map((word) => Array.from(word).reverse().join(""));
  }

  async #range(entries, prefix, most, open) {
    if (!entries.length) {
      return [];
    }
    const wanted = [placeOf(entries, prefix)];
    for (let next = wanted[0] + 1; next < entries.length && wanted.length < most; next += 1) {
      if (!entries[next][0].startsWith(prefix)) {
        break;
      }
      wanted.push(next);
    }
    return (await Promise.all(wanted.map(open))).flat();
  }

  // Return an entry's hits, rising, and what the word weighs in each, from 1 to 8.
  async hits(entry) {
    const all = await this.part(entry.hits);
    let last = 0;
    const hits = [];
    const weights = [];
    for (const number of numbers(all[entry.place])) {
      const code = last + number;
      last = code - (code % STEPS);
      hits.push(last / STEPS);
      weights.push((code % STEPS) + 1);
    }
    return { hits, weights };
  }

  // Return a function that gives a word's positions in its hit of a number.
  async positions(entry) {
    const all = (await this.part(entry.positions))[entry.place].split(" ");
    return (number) => {
      let last = 0;
      return numbers(all[number] || "").map((more) => (last += more));
    };
  }

  // Return what is shown of a hit.
  async record(hit) {
    let place = this.records.length - 1;
    while (this.records[place][0] > hit) {
      place -= 1;
    }
    const [first, name] = this.records[place];
    let at = hit - first;
    for (const [around, hits] of await this.part(name)) {
      if (at < hits.length) {
        const [href, rating, heading, text, quote, names] = hits[at];
        const [checkHref, title, language, direction, published, isSample] = around;
        const check = { href: checkHref, title, language, direction, published, isSample };
        return { check, href, rating, heading, text, quote, names };
      }
      at -= hits.length;
    }
    throw new Stale(name);
  }

  // Return a facet's values, and what gives the places of those of a fact-check, or of a hit.
  column(name) {
    return this.part(this.told.columns[name], ([values, text]) => {
      const all = numbers(text);
      // Where each row begins; a row ends with an even number.
      const starts = [0];
      for (let at = 0; at < all.length; at += 1) {
        if (all[at] % 2 === 0) {
          starts.push(at + 1);
        }
      }
      const placesOf = (row) =>
        all.slice(starts[row], starts[row + 1]).flatMap((number) => (number ? [(number >> 1) - 1] : []));
      const idOf = (name_) => name_.toLowerCase().replaceAll(" ", "-");
      const named = values.map((told) => (Array.isArray(told) ? told : [idOf(told), told]));
      return { values: named.map(([id, label]) => ({ id, label })), placesOf };
    });
  }
}
