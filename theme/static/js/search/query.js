// What a reader asks for: words, phrases in quotation marks, and a last word that is being typed.
import { isUnspaced, words } from "./words.js";

const MARKS = /["“”„‟«»″＂]/gu;
const MOST = 12;

// Return the query's clauses: {words, isPhrase, isOpen}; an open one's word may go on, and a
// phrase has the places of its words.
export function clausesOf(text) {
  const found = [];
  const parts = text.replace(MARKS, '"').split('"');
  parts.forEach((part, number) => {
    const asked = words(part)
      .map(({ word, isTail }, at) => ({ word, isTail, at }))
      .filter(({ isTail }) => !isTail);
    // A mark that is not closed yet begins a phrase that is being typed.
    const isPhrase = number % 2 === 1 && asked.length > 1;
    if (isPhrase) {
      const places = asked.map(({ at }) => at);
      found.push({ words: asked.map(({ word }) => word), places, isPhrase, isOpen: false });
    } else {
      found.push(...asked.map(({ word }) => ({ words: [word], isPhrase, isOpen: false })));
    }
  });
  const last = found.at(-1);
  if (last && !last.isPhrase && !/["\s]$/u.test(parts.join('"'))) {
    last.isOpen = true;
  }
  for (const clause of found) {
    const [word] = clause.words;
    clause.isOpen ||= !clause.isPhrase && isUnspaced(word) && Array.from(word).length === 1;
  }
  return unlike(found).slice(0, MOST);
}

// The same word asked for twice is asked for once, and may go on if the last may.
function unlike(clauses) {
  const known = new Map();
  for (const clause of clauses) {
    const key = clause.words.join(" ");
    const before = known.get(key);
    if (before) {
      before.isOpen ||= clause.isOpen;
    } else {
      known.set(key, clause);
    }
  }
  return [...known.values()];
}
