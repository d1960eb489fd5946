// Which hits an index has for a query, and how good each is.
import { distance, nearest } from "./nearest.js";
import { clausesOf } from "./query.js";

// What a word is worth that is not the very one asked for.
const OPEN = 0.7;
const FORM = 0.5;
const NEAR = 0.6;

// What a claim inherits of a word that stands in its fact-check's title, topics or outlet.
const INHERITED = 0.35;
const PHRASE = 1.5;

// So many other words, in so many blocks, are looked up for one: more while it is being typed.
const MOST_WORDS = 200;
const OPEN_BLOCKS = 5;
const FORM_BLOCKS = 2;

// Return {hits, scores, isWhole, instead}: whether each hit has all that was asked for, and which
// words were looked for instead of others. Without a query, every hit; signs alone find none.
export async function search(index, text) {
  const clauses = clausesOf(text);
  const instead = [];
  if (!clauses.length) {
    const hits = text ? [] : Array.from({ length: index.count }, (_, hit) => hit);
    return { hits, scores: new Float32Array(index.count), isWhole: true, instead, words: new Set() };
  }
  const told = await Promise.all(clauses.map((clause) => resolved(index, clause, instead)));
  const columns = await Promise.all(told.map((one) => one.score()));
  const required = told.map((one) => !one.isCommon);
  const isAny = !required.some(Boolean);
  const rows = columns.filter((_, at) => isAny || required[at]);
  const others = columns.filter((_, at) => !isAny && !required[at]);
  const words = new Set(told.flatMap((one) => one.words));
  return { ...ranked(index, rows, others), instead, words };
}

// Find out which words a clause means.
async function resolved(index, clause, instead) {
  if (clause.isPhrase) {
    return phrase(index, clause);
  }
  const [word] = clause.words;
  const [exact, kin] = await Promise.all([index.entry(word), related(index, clause)]);
  const others = kin.filter(([entry]) => entry.word !== word);
  let wanted = exact ? [[exact, 1], ...others] : others;
  if (!wanted.length) {
    wanted = (await nearest(word, index)).map((entry) => [entry, NEAR]);
  }
  // What is being typed goes on as it is; any other word that is not there is told.
  if (wanted.length && !exact && !(clause.isOpen && others.length)) {
    instead.push({ word, other: wanted[0][0].word });
  }
  wanted = within(wanted, clause.isOpen ? OPEN_BLOCKS : FORM_BLOCKS);
  return {
    words: wanted.map(([entry]) => entry.word),
    isCommon: Boolean(exact) && exact.count > index.common,
    score: () => scored(index, wanted),
  };
}

// Words that begin as one does: all if it is being typed, or else its other forms.
async function related(index, { words: [word], isOpen }) {
  if (isOpen) {
    const all = await index.beginning(word);
    return all.map((entry) => [entry, formOf(word, entry.word) ? OPEN : OPEN / 2]);
  }
  if (Array.from(word).length < 4 || /\d/.test(word)) {
    return [];
  }
  const stem = stemOf(word);
  const all = await index.beginning(stem, 2);
  const far = (entry) => distance(word, entry.word, word.length);
  return all
    .filter((entry) => formOf(word, entry.word))
    .sort((one, other) => far(one) - far(other) || other.count - one.count)
    .map((entry) => [entry, FORM]);
}

function stemOf(word) {
  const letters = Array.from(word);
  return letters.slice(0, letters.length - (letters.length < 7 ? 1 : 2)).join("");
}

function formOf(word, other) {
  return other.startsWith(stemOf(word)) && other.length <= word.length + 2;
}

// Keep the words that most hits have, in few blocks; the first is the one that was asked for.
function within(wanted, most) {
  const [first, ...others] = wanted;
  if (!first) {
    return [];
  }
  const best = others.sort(([one, a], [other, b]) => b - a || other.count - one.count);
  const kept = [first];
  const blocks = new Set([first[0].hits]);
  for (const pair of best.slice(0, MOST_WORDS)) {
    if (blocks.has(pair[0].hits) || blocks.size < most) {
      blocks.add(pair[0].hits);
      kept.push(pair);
    }
  }
  return kept;
}

function rarity(index, count) {
  return Math.log(1 + (index.count - Math.min(count, index.count) + 0.5) / (count + 0.5));
}

// Return what each hit of the index has of some words, the best of them counting.
async function scored(index, wanted) {
  const column = new Float32Array(index.count);
  await Promise.all(
    wanted.map(async ([entry, factor]) => {
      const worth = factor * rarity(index, entry.count);
      const { hits, weights } = await index.hits(entry);
      for (let at = 0; at < hits.length; at += 1) {
        column[hits[at]] = Math.max(column[hits[at]], worth * weights[at]);
      }
    }),
  );
  return column;
}

// A phrase: its words one behind the other; common ones are passed over.
async function phrase(index, { words: asked, places }) {
  const entries = await Promise.all(asked.map((word) => index.entry(word)));
  const known = entries.every(Boolean);
  const telling = entries
    .map((entry, at) => ({ entry, offset: places[at] }))
    .filter(({ entry }) => entry && entry.count <= index.common);
  return {
    words: asked,
    isCommon: known && !telling.length,
    score: async () => {
      const column = new Float32Array(index.count);
      if (known && telling.length) {
        await along(index, telling, column);
      }
      return column;
    },
  };
}

async function along(index, telling, column) {
  const lists = await Promise.all(
    telling.map(async ({ entry, offset }) => {
      const [{ hits, weights }, at] = await Promise.all([
        index.hits(entry),
        index.positions(entry),
      ]);
      const numberOf = new Map(hits.map((hit, number) => [hit, number]));
      const worth = rarity(index, entry.count);
      return { hits, weights, at, offset, numberOf, worth };
    }),
  );
  const [rarest] = [...lists].sort((one, other) => one.hits.length - other.hits.length);
  for (const hit of rarest.hits) {
    const here = lists.map((list) => list.numberOf.get(hit));
    if (here.includes(undefined)) {
      continue;
    }
    let starts = null;
    lists.forEach((list, at) => {
      const mine = new Set(list.at(here[at]).map((position) => position - list.offset));
      starts = starts ? starts.filter((start) => mine.has(start)) : [...mine];
    });
    if (starts.length) {
      column[hit] = lists.reduce(
        (sum, list, at) => sum + PHRASE * list.worth * list.weights[here[at]],
        0,
      );
    }
  }
}

// Return the fact-checks of which something was found, the oldest first.
function touched(index, rows) {
  const found = new Uint8Array(index.firsts.length);
  for (const row of rows) {
    for (let hit = 0; hit < row.length; hit += 1) {
      if (row[hit]) {
        found[index.checkOf[hit]] = 1;
      }
    }
  }
  return Array.from(found.keys()).filter((check) => found[check]);
}

// Join the clauses: hits that have all of them; or, where none has, those that have most.
function ranked(index, rows, others) {
  const scores = new Float32Array(index.count);
  const had = new Uint8Array(index.count);
  const whole = [];
  const part = [];
  for (const check of touched(index, rows)) {
    const [first, end] = [index.firsts[check], index.firsts[check + 1]];
    for (let hit = first; hit < end; hit += 1) {
      let own = 0;
      for (const row of rows) {
        const inherited = hit === first ? 0 : row[first] * INHERITED;
        own += row[hit] > 0 ? 1 : 0;
        had[hit] += row[hit] > 0 || inherited > 0 ? 1 : 0;
        scores[hit] += Math.max(row[hit], inherited);
      }
      for (const row of others) {
        scores[hit] += row[hit];
      }
      // What only the fact-check has is the fact-check's to tell.
      if (own) {
        (had[hit] === rows.length ? whole : part).push(hit);
      }
    }
  }
  if (whole.length || rows.length < 2) {
    return { hits: whole, scores, isWhole: true };
  }
  const most = part.reduce((max, hit) => Math.max(max, had[hit]), 0);
  return { hits: part.filter((hit) => had[hit] === most), scores, isWhole: false };
}

// Put hits in order: the best first, or the newest.
export function ordered(index, { hits, scores }, sort) {
  const newer = (one, other) => index.checkOf[other] - index.checkOf[one];
  const better = (one, other) => scores[other] - scores[one];
  const [first, second] = sort === "date" ? [newer, better] : [better, newer];
  return [...hits].sort((one, other) => first(one, other) || second(one, other) || one - other);
}
