"use strict";
(() => {
  const body = document.body, say = body.dataset;
  const tasks = [...document.querySelectorAll(".task")];
  const told = document.getElementById("told"), count = document.getElementById("count");
  const place = `dodomu-review-${say.hash}`;
  const initial = new Map();
  let answers = {}, keeps = true;

  const kept = () => {
    try {
      const text = window.localStorage.getItem(place);
      const found = text ? JSON.parse(text) : {};
      if (found && typeof found === "object" && !Array.isArray(found)) answers = found;
    } catch { keeps = false; }
  };
  const keep = () => {
    try { window.localStorage.setItem(place, JSON.stringify(answers)); } catch { keeps = false; }
  };
  const cells = (task) => [...task.querySelectorAll(".cell")];
  const tell = () => {
    const done = tasks.filter((task) => answers[task.dataset.record]).length;
    count.textContent = say.of.replace("{n}", done).replace("{all}", tasks.length);
  };

  const show = (task) => {
    const given = answers[task.dataset.record];
    for (const button of task.querySelectorAll("[data-answer]")) {
      if (button.dataset.answer) button.setAttribute("aria-pressed", String(given?.answer === button.dataset.answer));
    }
    task.dataset.given = given?.answer ?? "";
    for (const cell of cells(task)) {
      cell.hidden = given?.answer !== "edit";
      cell.value = given?.set?.[cell.dataset.column] ?? cell.dataset.was;
    }
    task.querySelector(".why").value = given?.why ?? "";
  };

  const answer = (task, what) => {
    if (what) {
      answers[task.dataset.record] = { answer: what, seen: task.dataset.seen, set: {}, why: task.querySelector(".why").value };
    } else delete answers[task.dataset.record];
    show(task);
    keep();
    tell();
    if (what === "edit") cells(task)[0]?.focus();
  };

  const note = (task) => {
    const given = answers[task.dataset.record];
    if (!given) return;
    given.why = task.querySelector(".why").value;
    if (given.answer === "edit") {
      given.set = {};
      for (const cell of cells(task)) {
        if (cell.value !== initial.get(cell)) given.set[cell.dataset.column] = cell.value;
      }
    }
    keep();
  };

  const save = () => {
    const given = tasks.filter((task) => answers[task.dataset.record])
      .map((task) => ({ record: task.dataset.record, ...answers[task.dataset.record] }));
    if (!given.length) { told.textContent = say.nothing; return; }
    const text = JSON.stringify({ format: "dodomu-review", version: 1, data: say.hash, answers: given }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "application/json" }));
    link.download = "answers.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    told.textContent = say.saved;
  };

  const current = () => tasks.indexOf(document.activeElement?.closest?.(".task"));
  const go = (step) => {
    const at = current() < 0 ? (step > 0 ? 0 : tasks.length - 1) : current() + step;
    const next = tasks[Math.min(Math.max(at, 0), tasks.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "start" });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.id === "save") save();
    else if (button?.dataset.answer !== undefined) answer(button.closest(".task"), button.dataset.answer);
  });
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => { const task = event.target.closest(".task"); if (task) note(task); });
  }
  // by the place of a key, so that every keyboard layout will do
  const keys = { Digit1: "right", Digit2: "wrong", Digit3: "edit", Digit0: "", Numpad1: "right", Numpad2: "wrong", Numpad3: "edit", Numpad0: "" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const task = event.target.closest?.(".task");
    if (event.target.matches("input, textarea, select")) {
      if (event.code === "Escape") { task?.focus(); event.preventDefault(); }
      return;
    }
    if (event.code === "KeyJ") go(1);
    else if (event.code === "KeyK") go(-1);
    else if (event.code === "KeyS") save();
    else if (task && event.code in keys) answer(task, keys[event.code]);
    else return;
    event.preventDefault();
  });

  // as the browser holds it: it takes line breaks out of what stands on one line
  for (const cell of document.querySelectorAll(".cell")) { cell.value = cell.dataset.was; initial.set(cell, cell.value); }
  kept();
  keep();
  told.textContent = keeps ? say.kept : say.lost;
  for (const task of tasks) show(task);
  tell();
})();
