// The blocks in which Latin letters do not stand from left to right as they are read.
() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const blocks = new Map();
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let block = node.parentElement;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    if (!blocks.has(block)) blocks.set(block, []);
    blocks.get(block).push(node);
  }
  const disordered = [];
  for (const [block, nodes] of blocks) {
    let last = null;
    let wrong = "";
    for (const node of nodes) {
      for (const { index } of node.data.matchAll(/[A-Za-z0-9]/g)) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        if (last && Math.abs(box.bottom - last.bottom) < 2 && box.left < last.left) wrong ||= node.data;
        last = box;
      }
    }
    if (wrong) disordered.push(`${block.className || block.localName}: ${wrong.trim()}`);
  }
  return disordered;
}
