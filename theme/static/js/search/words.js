// Texts as words that can be looked up: the same as publishing/search/words.py does.
const LONGEST = 64;
const DROPPED =
  /[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/gu;
const LIKE = new Map(
  Object.entries({
    ß: "ss", ς: "σ", ı: "i", ø: "o", đ: "d", ł: "l", æ: "ae", œ: "oe",
    þ: "th", ð: "d", ħ: "h", ŧ: "t", ґ: "г",
    ٱ: "ا", ى: "ي", ة: "ه", ک: "ك", ی: "ي", ہ: "ه", ھ: "ه",
    "‘": "'", "’": "'", "‛": "'", "′": "'", "`": "'", ʹ: "'", ʻ: "'", ʼ: "'", ʾ: "'", ʿ: "'", "՚": "'",
  }),
);
const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff" +
  "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull)(?=')/;
const ARTICLE = /^(?:[وفبك]?ال|لل)([ء-ي]{3,})$/;
const FIGURE = /\p{Nd}/u;
const PART_OF_WORD = /[\p{L}\p{N}\p{M}']/u;

function figure(sign) {
  const code = sign.codePointAt(0);
  let value = 0;
  while (value < 9 && FIGURE.test(String.fromCodePoint(code - value - 1))) {
    value += 1;
  }
  return String(value);
}

function kept(sign) {
  const like = LIKE.get(sign);
  if (like !== undefined) {
    return like;
  }
  if (sign > "9" && FIGURE.test(sign)) {
    return figure(sign);
  }
  return PART_OF_WORD.test(sign) ? sign : " ";
}

function folded(text) {
  const lower = text.normalize("NFKC").toLowerCase();
  const bare = lower.normalize("NFD").replace(DROPPED, "");
  return Array.from(bare, kept).join("").normalize("NFC");
}

function spaced(word) {
  const article = ARTICLE.exec(word);
  const whole = Array.from(article ? article[1] : word).slice(0, LONGEST).join("");
  return whole ? [{ word: whole, isTail: false }] : [];
}

function parts(written) {
  const found = [];
  let word = written.replace(/^'+|'+$/g, "");
  for (let elided = ELIDED.exec(word); elided; elided = ELIDED.exec(word)) {
    found.push({ word: elided[0], isTail: false });
    word = word.slice(elided[0].length).replace(/^'+/, "");
  }
  word = word.replace(/'s$/, "").replaceAll("'", "");
  for (const run of word.match(RUNS) || []) {
    if (IS_UNSPACED.test(run)) {
      const signs = Array.from(run);
      signs.forEach((sign, at) => {
        // The last one alone is there for who types just it.
        const isTail = at > 0 && at === signs.length - 1;
        found.push({ word: sign + (signs[at + 1] || ""), isTail });
      });
    } else {
      found.push(...spaced(run));
    }
  }
  return found;
}

// Return the words of a text in order, each with whether it is but the last sign of a run.
export function words(text) {
  return folded(text)
    .split(" ")
    .flatMap((word) => (word ? parts(word) : []));
}

// Tell whether a word is written in a script without spaces.
export function isUnspaced(word) {
  return IS_UNSPACED.test(word);
}

// Return how a text writes a word that is known as it is looked up; that word if it does not.
export function writtenIn(text, word) {
  const parted = text.split(/[\s\p{P}\p{S}]+/u);
  return parted.find((one) => words(one).some((part) => part.word === word)) ?? word;
}
