module.exports = {
  layout: "check.njk",
  permalink: (data) => `/checks/${data.page.fileSlug}/index.html`,
};
