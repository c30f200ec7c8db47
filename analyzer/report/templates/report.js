"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const cards = all("article.c");
  const form = $("filter");
  const help = $("help");
  const total = cards.length;
  const everything = $("n").value;
  const words = new Map();
  let current = -1;

  const openAround = (element) => {
    for (let e = element; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  };

  const textOf = (card) => {
    if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
    return words.get(card);
  };

  const fits = (card, wanted) =>
    (!wanted.kind || card.dataset.k === wanted.kind) &&
    (!wanted.relation || card.dataset.r === wanted.relation) &&
    (!wanted.source || card.dataset.l.split(" ").includes(wanted.source)) &&
    Number(card.dataset.s) >= wanted.severity &&
    Number(card.dataset.p) >= wanted.sure &&
    (!wanted.search || textOf(card).includes(wanted.search));

  const filter = () => {
    const wanted = {
      kind: $("fk").value,
      relation: $("fr").value,
      source: $("fl").value,
      severity: Number($("fs").value),
      sure: Number($("fp").value),
      search: $("q").value.trim().toLowerCase(),
    };
    const active = wanted.kind || wanted.relation || wanted.source || wanted.search || wanted.severity > 1 || wanted.sure;
    let shown = 0;
    for (const card of cards) {
      card.hidden = !fits(card, wanted);
      shown += card.hidden ? 0 : 1;
    }
    for (const shelf of all("details:has(> .cards)")) {
      const some = all("article.c", shelf).some((card) => !card.hidden);
      shelf.hidden = active && !some;
      if (active && some) shelf.open = true;
    }
    $("n").value = shown === total ? everything : `${shown} of ${total} findings`;
    current = -1;
  };

  const order = new Map(cards.map((card, i) => [card, i]));
  const place = (() => {
    let known = null;
    return (card) => {
      if (!known) known = new Map(all("mark[id]").map((mark, i) => [mark.firstChild.hash, i]).reverse());
      return known.get("#" + card.id) ?? Infinity;
    };
  })();
  const orders = {
    "": (a, b) => order.get(a) - order.get(b),
    p: (a, b) => b.dataset.p - a.dataset.p,
    k: (a, b) => a.dataset.k.localeCompare(b.dataset.k),
    t: (a, b) => place(a) - place(b),
  };

  const sort = () => {
    const by = orders[$("so").value];
    for (const box of all(".cards")) box.append(...all("article.c", box).sort((a, b) => by(a, b) || orders[""](a, b)));
  };

  const step = (by) => {
    const seen = all("article.c").filter((card) => !card.hidden && card.checkVisibility());
    if (!seen.length) return;
    current = Math.min(Math.max(current + by, 0), seen.length - 1);
    seen[current].focus({ preventScroll: true });
    seen[current].scrollIntoView({ block: "start" });
  };

  const reveal = () => {
    const target = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden) {
      form.reset();
      filter();
    }
    openAround(target);
    target.scrollIntoView({ block: target.matches("mark, .al") ? "center" : "start" });
  };

  form.hidden = false;
  $("help-b").hidden = false;
  form.addEventListener("input", (event) => (event.target.id === "so" ? sort() : filter()));
  form.addEventListener("reset", () => setTimeout(() => (sort(), filter())));
  form.addEventListener("submit", (event) => event.preventDefault());
  $("help-b").addEventListener("click", () => help.showModal());
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => all("details").forEach((d) => (d.open = true)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.id === "q") return event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || !$("keys").checked || help.open) return undefined;
    if (event.target.matches("input, select, textarea")) return undefined;
    const acts = { j: () => step(1), k: () => step(-1), "/": () => $("q").focus(), "?": () => help.showModal() };
    if (!acts[event.key]) return undefined;
    event.preventDefault();
    return acts[event.key]();
  });
  reveal();
})();
