"use strict";
// Everything works without this: it adds a search, marks all the words of a cell at once and keeps the place on the page
// when the language is changed.
(() => {
  const field = document.getElementById("search");
  const told = document.getElementById("found");
  const things = [...document.querySelectorAll("#articles article, #events tbody tr, #quotes tbody tr")]
    .map((thing) => [thing, null]);
  const plain = (text) => text.toLocaleLowerCase("uk").replace(/['’‘`´ʼ]/g, "ʼ").replace(/\s+/g, " ").trim();
  const search = () => {
    const asked = plain(field.value);
    const found = { ARTICLE: 0, TR: 0 };
    for (const pair of things) {
      pair[1] ??= plain(pair[0].textContent);
      const shown = pair[1].includes(asked);
      pair[0].hidden = !shown;
      found[pair[0].tagName] += shown;
    }
    told.textContent = !asked ? "" :
      told.dataset.text.replace("{articles}", found.ARTICLE).replace("{rows}", found.TR);
  };
  field.closest("p").hidden = false;
  let waiting;
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 150); });
  field.addEventListener("keydown", (event) => { if (event.key === "Escape") { field.value = ""; search(); } });

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const hidden = target?.closest("[hidden]");
    if (hidden) { field.value = ""; search(); target.scrollIntoView({ block: "center" }); }
  };
  addEventListener("hashchange", reveal);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.word");
    document.querySelectorAll("mark.also").forEach((mark) => mark.classList.remove("also"));
    if (!link) return;
    for (const one of link.parentElement.querySelectorAll("a.word"))
      document.getElementById(one.hash.slice(1))?.classList.add("also");
  });

  const other = document.getElementById("other-language");
  other?.addEventListener("click", () => { other.hash = location.hash; });
  if (field.value) search();
})();
