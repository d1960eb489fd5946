// Hits as the page's templates show them. Texts go in as text; words of the interface are the page's.
import { fill } from "./marks.js";
import { writtenIn } from "./words.js";

// Return a rating's badge as the page has it; null if it has none.
export function badge(page, id) {
  const { content } = page.querySelector("#search-ratings");
  const found = [...content.children].find((child) => child.dataset.rating === id);
  return found ? document.importNode(found.firstElementChild, true) : null;
}

function part(item, name) {
  return item.querySelector(`[data-hit="${name}"]`);
}

function written(element, record, text, found) {
  element.lang = record.check.language;
  element.dir = record.check.direction;
  fill(element, text, found);
}

// Make a hit's element.
export function hitElement(page, record, found) {
  const { content } = page.querySelector("#search-hit");
  const item = document.importNode(content.firstElementChild, true);
  const { check } = record;
  item.querySelector("article").dir = check.direction;
  const heading = part(item, "heading");
  heading.href = record.href;
  written(heading, record, record.heading, found);
  const rating = record.rating && badge(page, record.rating);
  if (rating) {
    part(item, "rating").append(rating);
  } else {
    part(item, "rating").remove();
  }
  written(part(item, "text"), record, record.text, found);
  for (const name of ["quote", "names"]) {
    if (record[name]) {
      fill(part(item, name), record[name], found);
    } else {
      part(item, name).closest("[data-hit-part]").remove();
    }
  }
  part(item, "published").textContent = check.published;
  if (record.href === check.href) {
    part(item, "check").closest("[data-hit-part]").remove();
  } else {
    part(item, "check").href = check.href;
    written(part(item, "check"), record, check.title, found);
  }
  if (!check.isSample) {
    part(item, "sample").remove();
  }
  return item;
}

// Say a number of hits in the page's language.
export function said(page, count) {
  const { lang } = document.documentElement;
  const forms = page.querySelector("#search-found").dataset;
  const form = forms[new Intl.PluralRules(lang).select(count)] || forms.other;
  return form.replace("{n}", new Intl.NumberFormat(lang).format(count));
}

// Say a sentence of the page's, with words of the reader's in their places.
export function sentence(page, name, words = {}) {
  const text = page.querySelector("#search-said").content.querySelector(`[data-said="${name}"]`);
  return text.textContent.replace(/\{(\w+)\}/g, (whole, key) => words[key] ?? whole);
}

// Say what was looked for instead of what is asked, and where no text has all of it. The index
// knows words without accents and the like; readers are told them as they are written.
export function hints(page, { hits, isWhole, instead }, query, shown) {
  const texts = shown.map((one) => one.textContent).join(" ");
  const told = instead.map(({ word, other }) =>
    sentence(page, "instead", { word: writtenIn(query, word), other: writtenIn(texts, other) }),
  );
  return isWhole || !hits.length ? told : [...told, sentence(page, "part")];
}
