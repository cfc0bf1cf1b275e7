// Improves pages that work without it. Nothing here is needed to read or to send anything.
(() => {
  "use strict";
  // After a form has been refused, the reader begins at what is to be corrected.
  document.getElementById("error-summary")?.focus();

  // A part of the page that follows what is written: the server renders it, we put it in place.
  for (const place of document.querySelectorAll("[data-follow]")) {
    const form = document.getElementById(place.dataset.form) ?? place.closest("main").querySelector("form[method=post]");
    let timer, last = "", abort;
    const ask = async () => {
      const query = new URLSearchParams();
      for (const name of place.dataset.fields.split(" ")) for (const value of new FormData(form).getAll(name)) if (value) query.append(name, value);
      const text = query.toString();
      if (text === last) return;
      last = text;
      abort?.abort();
      abort = new AbortController();
      place.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(place.dataset.follow, { method: "POST", body: query, signal: abort.signal, headers: { Accept: "text/html" } });
        if (answer.ok) place.innerHTML = await answer.text();
        const told = document.getElementById(place.dataset.told);
        told.classList.toggle("hidden-text", answer.status !== 401);
        told.textContent = answer.ok ? told.dataset.done : answer.status === 401 ? told.dataset.signedOut : "";
      } catch { /* The next stroke asks again. */ }
      place.removeAttribute("aria-busy");
    };
    form?.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 450); });
    if (form) ask();
  }

  // An address with only what was asked.
  for (const form of document.querySelectorAll("form[method=get]"))
    form.addEventListener("submit", () => { for (const field of form.elements) if (field.name && !field.value) field.disabled = true; });
  addEventListener("pageshow", () => { for (const field of document.querySelectorAll("form[method=get] :disabled")) field.disabled = false; });

  // Sent once is enough: the page that the second would be for may no longer have the form. What answers with a file stays; then it may be sent anew.
  const Again = 10000;
  addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(() => { delete form.dataset.sent; }, Again);
  });
  addEventListener("pageshow", () => { for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent; });
  addEventListener("submit", event => { const button = event.submitter; if (button) setTimeout(() => { button.setAttribute("aria-disabled", "true"); if (button.dataset.busy) button.textContent = button.dataset.busy; }, 0); });
  addEventListener("pageshow", () => { for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled"); });

  for (const button of document.querySelectorAll("button[data-print]")) { button.hidden = false; button.addEventListener("click", () => print()); }
})();
