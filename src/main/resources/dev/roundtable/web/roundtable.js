"use strict";
// Keeps a page up to date while a debate goes on, and sends the playground's forms in place.
(() => {
  const build = (markup) => {
    const template = document.createElement("template");
    template.innerHTML = markup; // escaped by the server, and run by nobody: the policy forbids it
    return template.content.firstElementChild;
  };

  // What stands as "16:13 UTC" in the page is said as the reader's clock has it.
  const localise = (inside) => {
    for (const time of inside.querySelectorAll("time[datetime]")) {
      const at = new Date(time.dateTime);
      if (!isNaN(at)) time.textContent = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    }
  };

  // One place that speaks, as screen readers overhear what comes and goes with its own element.
  const announcer = document.createElement("p");
  announcer.className = "unseen";
  announcer.setAttribute("role", "status");
  document.body.append(announcer);
  const standing = (place) => [...place.querySelectorAll(".status, .outcome h2")].pop()?.textContent;
  const announce = (text) => { if (text && announcer.textContent !== text) announcer.textContent = text; };

  const atEnd = () => innerHeight + scrollY > document.documentElement.scrollHeight - 160;

  const apply = (place, frame) => {
    const follow = atEnd();
    const before = standing(place);
    for (const child of [...place.children]) {
      if (!frame.ids.includes(child.id)) child.remove();
    }
    let last = null;
    for (const id of frame.ids) {
      let element = document.getElementById(id);
      if (frame.html[id] !== undefined) {
        const fresh = build(frame.html[id]);
        localise(fresh);
        const kept = element && element.contains(document.activeElement) ? document.activeElement : null;
        const unfolded = element && element.querySelector(".menu[open]");
        if (element) element.replaceWith(fresh);
        if (unfolded && fresh.querySelector(".menu")) fresh.querySelector(".menu").open = true;
        if (kept) {
          const again = kept.value
            ? fresh.querySelector(`[value="${CSS.escape(kept.value)}"]`)
            : fresh.querySelector(kept.tagName === "SUMMARY" ? "summary" : `[href="${CSS.escape(kept.getAttribute("href") || "")}"]`);
          if (again) again.focus({ preventScroll: true });
        }
        element = fresh;
      }
      if (!element) continue;
      const next = last ? last.nextElementSibling : place.firstElementChild;
      if (next !== element) place.insertBefore(element, next);
      last = element;
    }
    const now = standing(place);
    if (now !== before) announce(now);
    if (follow && place.id === "feed") scrollTo({ top: document.documentElement.scrollHeight });
  };

  for (const place of document.querySelectorAll("[data-live]")) {
    const source = new EventSource(place.dataset.live);
    source.onmessage = (event) => {
      const frame = JSON.parse(event.data);
      apply(place, frame);
      if (frame.ended) source.close();
    };
  }

  const notes = document.getElementById("notes");
  const note = (element) => {
    if (!notes) return;
    notes.append(element);
    element.scrollIntoView({ block: "nearest" });
  };
  const complain = (text) => {
    const element = document.createElement("p");
    element.className = "note alert";
    element.textContent = text;
    note(element);
  };

  const send = async (form, button) => {
    const sent = [...form.querySelectorAll("textarea, input[type=text]")]
      .map((field) => ({ field, text: field.value }));
    const fields = new URLSearchParams(new FormData(form));
    if (button && button.name) fields.set(button.name, button.value);
    fields.set("once", self.crypto.randomUUID ? crypto.randomUUID() : "");
    // Now, because what came later may be answered sooner.
    if (notes) notes.replaceChildren();
    const answer = await fetch(form.action, {
      method: "POST", body: fields, headers: { "X-Requested-With": "fetch" },
    });
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      complain((page.querySelector("main p") || page.body).textContent.trim());
      return;
    }
    const said = await answer.json();
    for (const { field, text } of sent) if (field.value === text) field.value = "";
    const around = form.closest("details");
    if (around && (!said.html || around.classList.contains("menu"))) around.open = false;
    if (said.html) note(build(said.html));
    if (said.focus) {
      const field = document.getElementById(said.focus);
      const folded = field && field.closest("details");
      if (folded) folded.open = true;
      if (field) field.focus();
    }
    if (form.classList.contains("line") || form.classList.contains("ask")) {
      scrollTo({ top: document.documentElement.scrollHeight });
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!("quiet" in form.dataset)) return;
    event.preventDefault();
    const button = event.submitter;
    if (button) button.disabled = true;
    send(form, button)
      .catch(() => complain(notes.dataset.unreachable))
      .finally(() => { if (button) button.disabled = false; });
  });

  // A menu closes as menus do.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    const field = event.target;
    const menu = event.key === "Escape" && field.closest && field.closest(".menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (sends && field.matches && field.matches(".reply-box textarea")) {
      event.preventDefault();
      field.form.requestSubmit();
    }
  });

  localise(document);
  if (document.getElementById("feed")) scrollTo({ top: document.documentElement.scrollHeight });
})();
