// Asks for words as a reader does; returns the milliseconds until hits are shown.
async (words) => {
  const field = document.querySelector("#search-words");
  const list = document.querySelector("[data-search-part=hits]");
  field.value = words;
  const start = performance.now();
  const shown = new Promise((done) => {
    const told = () => done(performance.now() - start);
    new MutationObserver(told).observe(list, { childList: true });
  });
  field.form.requestSubmit();
  return shown;
}
