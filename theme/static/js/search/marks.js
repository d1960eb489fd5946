// A text with the words that were found marked in it.
import { isUnspaced, words } from "./words.js";

const WORDS = /[\p{L}\p{N}\p{M}'’‘ʼ\u00ad\u200b-\u200f]+/gu;

// Give [start, end] of what is to be marked in one written word.
function places(written, found) {
  const all = words(written);
  if (!all.some(({ word }) => isUnspaced(word))) {
    return all.some(({ word }) => found.has(word)) ? [[0, written.length]] : [];
  }
  const signs = Array.from(written);
  const marked = [];
  let at = 0;
  signs.forEach((sign, number) => {
    const pair = sign + (signs[number + 1] || "");
    const [first] = words(pair);
    if (first && (found.has(first.word) || found.has(words(sign)[0]?.word))) {
      const last = marked.at(-1);
      if (last && last[1] >= at) {
        last[1] = at + pair.length;
      } else {
        marked.push([at, at + pair.length]);
      }
    }
    at += sign.length;
  });
  return marked;
}

// Fill an element with a text, as text, its found words in <mark>.
export function fill(element, text, found) {
  element.replaceChildren();
  let at = 0;
  for (const match of text.matchAll(WORDS)) {
    for (const [start, end] of places(match[0], found)) {
      element.append(text.slice(at, match.index + start));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(match.index + start, match.index + end);
      element.append(mark);
      at = match.index + end;
    }
  }
  element.append(text.slice(at));
}
