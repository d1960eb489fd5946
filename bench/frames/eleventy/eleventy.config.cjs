// Lists of 50 by rating, topic and claimant; everything else is in the templates.
const markdown = require("markdown-it")({ html: true });

const PAGE = 50;
const GROUPS = ["ratings", "topics", "claimants"];

module.exports = (config) => {
  config.addPassthroughCopy({ static: "theme" });
  config.addFilter("markdown", (text) => markdown.render(text));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("moment", (date) => date.toISOString());
  config.addCollection("newest", (api) => newestFirst(api).slice(0, PAGE));
  config.addCollection("lists", (api) =>
    GROUPS.flatMap((group) => lists(group, newestFirst(api), config)),
  );
  return {
    dir: { input: "content", output: "output" },
    // A fact-check's body is Markdown and nothing else.
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
};

function newestFirst(api) {
  return api.getFilteredByGlob("content/checks/*.md").reverse();
}

function lists(group, checks, config) {
  const slug = config.getFilter("slugify");
  const named = new Map();
  for (const check of checks) {
    for (const name of check.data[group]) {
      if (!named.has(name)) named.set(name, []);
      named.get(name).push(check);
    }
  }
  return [...named].flatMap(([name, all]) => pages(`/${group}/${slug(name)}/`, name, all));
}

function pages(base, name, all) {
  const count = Math.ceil(all.length / PAGE);
  const address = (number) => (number === 1 ? base : `${base}page/${number}/`);
  return Array.from({ length: count }, (_, index) => ({
    name,
    all: all.length,
    number: index + 1,
    count,
    checks: all.slice(index * PAGE, (index + 1) * PAGE),
    address: address(index + 1),
    newer: index > 0 ? address(index) : null,
    older: index + 1 < count ? address(index + 2) : null,
  }));
}
