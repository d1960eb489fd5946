// What a page holds and does, as data: run in the page once it is loaded.
() => {
  const MAIN = new Set(
    `a article bdi blockquote br button cite code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5
    header li main mark nav ol p pre q s section span strong sub summary sup table tbody td time tr ul`.split(/\s+/)
  );
  const ATTRIBUTES = /^(class|id|lang|dir|href|rel|role|type|datetime|start|data-cop(y|ied)|aria-[a-z]+)$/;
  const DRAWN = /^(class|viewBox|width|height|d|cx|cy|r|focusable|aria-hidden)$/;
  const IDS = /^(main|claim|media-[0-9]+|in-short|what-is-known|rulings|also-checked|document|not-rated|works|about-this-check|changes|cite|evidence|replies|neighbours|appearances|related|filters|newest|all-rulings|(claim|quote|work|group|unrated)-[A-Za-z0-9-]+)$/;
  const SEED = /^(seed(__[a-z]+(--[1-6])?)?|line|mark(-link|-start)?(--[a-z0-9-]+)?|rating--[a-z-]+|shape(__[a-z]+)?|hidden-character|visually-hidden)$/;
  const faults = [];
  const main = document.querySelector("main");
  const name = (element) => `<${element.localName}> in .${element.parentElement?.className}`;

  for (const element of document.querySelectorAll("*")) {
    const drawn = element.closest("svg.shape") !== null;
    const tag = element.localName;
    const isData = tag === "script" && element.type === "application/ld+json";
    const isOurs = tag === "script" && element.parentElement === document.head && /^\/theme\/js\/[a-z]+\.js$/.test(element.getAttribute("src")) && !element.textContent;
    if (tag === "script" && !isData && !isOurs) faults.push("a script");
    if (/^(base|iframe|frame|object|embed|applet|form|style|template|noscript|math)$/.test(tag)) faults.push(name(element));
    if (/^(link|meta|title)$/.test(tag) && element.parentElement !== document.head) faults.push(name(element));
    if (tag === "meta" && element.httpEquiv && element.httpEquiv !== "Content-Security-Policy") faults.push(element.outerHTML);
    for (const { name: key, value } of element.attributes) {
      if (/^on/i.test(key) || /^(style|name|target|srcdoc|src|action|formaction|autofocus|xlink:href)$/i.test(key)) {
        if (!(tag === "meta" && key === "name") && !(isOurs && key === "src")) faults.push(`${key} on ${name(element)}`);
      }
      if (key === "href" && !/^(https?:|mailto:)$/.test(element.protocol ?? new URL(value, document.baseURI).protocol)) {
        faults.push(`href ${value}`);
      }
    }
    if (!main?.contains(element)) continue;
    if (drawn ? !/^(svg|path|circle)$/.test(tag) : !MAIN.has(tag)) faults.push(name(element));
    for (const { name: key } of element.attributes) {
      const told = key === "title" && element.matches(".prose a, .hidden-character");
      if (!(drawn ? DRAWN : ATTRIBUTES).test(key) && !told) faults.push(`${key} on ${name(element)}`);
    }
    if (element.id && !IDS.test(element.id)) faults.push(`id ${element.id}`);
    if (element.closest(".seed")) {
      for (const word of element.classList) if (!SEED.test(word)) faults.push(`class ${word} in the document`);
    } else if (element.closest(".prose > *") && element.className !== "label" && element.className) {
      faults.push(`class ${element.className} in Markdown`);
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  if (new Set(ids).size !== ids.length) faults.push("an id stands twice");
  const root = document.documentElement;
  for (const details of document.querySelectorAll("details")) details.open = true;
  // What holds a word that does not break; a table may be wider than its place, and scrolls there.
  const wide = [...main.querySelectorAll("*")]
    .filter((element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
    // Neighbours hold another fact-check's words.
    .filter((element) => !element.closest(".seed__table, .related, .steps"))
    .map((element) => element.className || name(element));

  // The page without its words: what a text must not change. What is related is told by words.
  const shape = (element) => {
    if (element.localName === "br") return "";
    const own = [...element.attributes]
      .filter(({ name: key }) => !/^(href|content|datetime|title|aria-label)$/.test(key))
      .map(({ name: key, value }) => `${key}=${value}`.replace(/^class=quotation__words$/, ""))
      .filter(Boolean)
      .sort();
    const closed = element.matches(".seed, .prose > :not(.label), .prose");
    const children = [...element.children].filter((child) => !child.matches(".related, .steps"));
    const inner = closed ? [] : children.map(shape);
    return `<${[element.localName, ...own].join(" ").trim()}>${inner.join("")}\n`;
  };
  const skeleton = shape(root);

  // What would have waited for the reader's hand.
  const kinds = `focus blur mouseover mouseenter mousemove pointerover pointerenter click dblclick
    auxclick contextmenu keydown toggle animationstart animationend transitionend scroll wheel
    copy paste drag dragstart drop input change submit load error begin end repeat`.split(/\s+/);
  for (const element of document.querySelectorAll("body, body *")) {
    for (const kind of kinds) element.dispatchEvent(new Event(kind, { cancelable: true }));
  }

  const hidden = [...document.querySelectorAll(".seed .hidden-character")].map((sign) => sign.title);
  for (const number of document.querySelectorAll(".seed .mark-link, .hidden-character")) number.style.display = "none";
  const lines = [...document.querySelectorAll(".seed .line")].map((line) => line.innerText);
  const seed = document.querySelector(".seed");
  return {
    faults,
    skeleton,
    lines,
    hidden,
    wide,
    widens: root.scrollWidth > root.clientWidth,
    ran: window.__ran,
    text: main?.innerText ?? "",
    seed: seed?.innerText ?? "",
    title: document.title,
    description: document.querySelector("meta[name=description]")?.content ?? "",
    data: [...document.querySelectorAll("script[type='application/ld+json']")].map((script) => script.textContent),
    links: [...document.querySelectorAll("main a")].map((link) => link.getAttribute("href") ?? ""),
    hosts: [...document.querySelectorAll("main a")].map((link) => [link.getAttribute("href") ?? "", link.hostname]),
    seedLinks: [...document.querySelectorAll(".seed a:not(.mark-link)")].map((link) => link.getAttribute("href")),
    proseLinks: [...document.querySelectorAll(".prose a")].map((link) => link.getAttribute("href") ?? ""),
  };
}
