// How html-validate judges the built pages: by all that it recommends, but for what is told here.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y"],
  rules: {
    // HTML reads the doctype in either case; this theme writes it small.
    "doctype-style": ["error", { style: "lowercase" }],
    // A claim's page is named by the claim, and a check's by its verdict: whole sentences of the
    // desk's. To cut one would change what it says; who shows titles shortens them as there is room.
    "long-title": "off",
  },
};
