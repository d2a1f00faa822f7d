"use strict";
// Keeps a page up to date while a debate goes on, and sends the playground's forms in place.
(() => {
  const build = (markup) => {
    const template = document.createElement("template");
    template.innerHTML = markup; // escaped by the server, and run by nobody: the policy forbids it
    return template.content.firstElementChild;
  };

  const atEnd = () => innerHeight + scrollY > document.documentElement.scrollHeight - 160;

  const apply = (place, frame) => {
    const follow = atEnd();
    for (const child of [...place.children]) {
      if (!frame.ids.includes(child.id)) child.remove();
    }
    let before = null;
    for (const id of frame.ids) {
      let element = document.getElementById(id);
      if (frame.html[id] !== undefined) {
        const fresh = build(frame.html[id]);
        const kept = element && element.contains(document.activeElement) ? document.activeElement : null;
        if (element) element.replaceWith(fresh);
        if (kept && kept.value) {
          const again = fresh.querySelector(`[value="${CSS.escape(kept.value)}"]`);
          if (again) again.focus();
        }
        element = fresh;
      }
      if (!element) continue;
      const next = before ? before.nextElementSibling : place.firstElementChild;
      if (next !== element) place.insertBefore(element, next);
      before = element;
    }
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
    const fields = new URLSearchParams(new FormData(form));
    if (button && button.name) fields.set(button.name, button.value);
    fields.set("once", self.crypto.randomUUID ? crypto.randomUUID() : "");
    const answer = await fetch(form.action, {
      method: "POST", body: fields, headers: { "X-Requested-With": "fetch" },
    });
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      complain((page.querySelector("main p") || page.body).textContent.trim());
      return;
    }
    const said = await answer.json();
    if (notes) notes.replaceChildren();
    for (const field of form.querySelectorAll("textarea, input[type=text]")) field.value = "";
    const around = form.closest("details");
    if (around && !said.html) around.open = false;
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
      .catch(() => complain("The server cannot be reached."))
      .finally(() => { if (button) button.disabled = false; });
  });

  document.addEventListener("keydown", (event) => {
    const field = event.target;
    const sends = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (sends && field.matches && field.matches(".reply-box textarea")) {
      event.preventDefault();
      field.form.requestSubmit();
    }
  });

  if (document.getElementById("feed")) scrollTo({ top: document.documentElement.scrollHeight });
})();
