// Words that are written nearly as one that nobody wrote.

// Return how many letters are wrong, lacking, too many or swapped, up to a bound (Damerau's
// distance, each letter touched once).
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) {
    return most + 1;
  }
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) {
        next[at] = Math.min(next[at], before[at - 2] + 1);
      }
    }
    if (Math.min(...next) > most) {
      return most + 1;
    }
    before = last;
    last = next;
  }
  return last[other.length];
}

// Return the entries of the words nearest to one that is not there.
//
// Of a word with one mistake either half is right: so words that begin, or end, as it does are
// looked at. A long word may have two, of which one stands in its middle third, or both near one
// end; where they stand at both ends it is not found.
export async function nearest(word, index) {
  const letters = Array.from(word);
  if (letters.length < 4 || /^\d+$/.test(word)) {
    return [];
  }
  const found = await within(1, letters, letters.length >> 1, index);
  if (found.length || letters.length < 8) {
    return found;
  }
  return within(2, letters, Math.floor(letters.length / 3), index);
}

async function within(most, letters, end, index) {
  const word = letters.join("");
  const half = letters.length >> 1;
  // Two letters swapped in the middle leave neither half as it was.
  const swapped = [...letters];
  [swapped[half - 1], swapped[half]] = [swapped[half], swapped[half - 1]];
  const [begun, ended] = await Promise.all([
    index.beginning(letters.slice(0, end).join("")),
    index.ending(letters.slice(letters.length - (most > 1 ? end : letters.length - half)).join("")),
  ]);
  const candidates = new Set([...begun.map((entry) => entry.word), ...ended, swapped.join("")]);
  candidates.delete(word);
  const near = [...candidates]
    .map((other) => [distance(letters, Array.from(other), most), other])
    .filter(([far]) => far <= most)
    .sort(([one], [other]) => one - other)
    .slice(0, 12);
  const entries = await Promise.all(near.map(([, other]) => index.entry(other)));
  return entries
    .filter(Boolean)
    .sort((one, other) => other.count - one.count)
    .slice(0, 3);
}
