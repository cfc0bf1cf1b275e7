// What is being written is kept on this device, for whoever is signed in, until it has been saved.
(() => {
  "use strict";
  const sent = "draft-sent", prefix = "draft:";
  const box = field => field.type === "checkbox" || field.type === "radio";
  // What the server put in a field.
  const given = field => box(field) ? field.defaultChecked
    : field.tagName === "SELECT" ? ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? "" : field.defaultValue;
  const read = field => box(field) ? field.checked : field.value;
  const name = field => box(field) ? field.name + "=" + field.value : field.name;
  try {
    const refused = document.getElementById("error-summary") !== null;
    // Only the page that says that it was done ends a draft: a refusal, a lost line or another page does not.
    const awaited = sessionStorage.getItem(sent);
    sessionStorage.removeItem(sent);
    if (awaited && !refused && document.querySelector("main .notice.good[role=status]")) localStorage.removeItem(awaited);

    for (const form of document.querySelectorAll("form[data-draft]:not([data-draft=''])")) {
      const key = prefix + form.dataset.draft;
      const fields = [...form.elements].filter(field => field.name && !field.name.startsWith("_") && field.type !== "hidden" && field.type !== "file");
      // Each change with what stood there before it: what somebody else has changed meanwhile is not written over.
      const kept = JSON.parse(localStorage.getItem(key) ?? "null") ?? {};
      let restored = false;
      if (!refused)
        for (const field of fields) {
          const change = kept[name(field)];
          if (!change || change.was !== given(field) || read(field) !== given(field)) continue;
          if (box(field)) field.checked = change.now; else field.value = change.now;
          restored = true;
        }
      const told = form.querySelector("[data-draft-told]");
      if (told && restored) told.hidden = false;
      form.addEventListener("input", () => {
        const changes = {};
        for (const field of fields) {
          const was = refused && kept[name(field)] ? kept[name(field)].was : given(field);
          if (read(field) !== was) changes[name(field)] = { was, now: read(field) };
        }
        localStorage.setItem(key, JSON.stringify(changes));
      });
      form.addEventListener("submit", () => sessionStorage.setItem(sent, key));
    }
    // The next one at this device is somebody else.
    document.querySelector("form[action='/signout']")?.addEventListener("submit", () => {
      for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
    });
  } catch { /* No storage here: the forms work without. */ }
})();
