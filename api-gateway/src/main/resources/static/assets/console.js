// The console works without this script; with it, times are the reader's own, hidden pages rest, and files can be dropped.
(() => {
  "use strict";
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
  const localize = (root) => {
    for (const time of root.querySelectorAll("time[data-local]")) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.title = time.textContent;
        time.textContent = format.format(at);
        time.removeAttribute("data-local");
      }
    }
  };
  localize(document);
  document.addEventListener("htmx:load", (event) => localize(event.target));
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (document.hidden) {
      event.preventDefault();
    }
  });

  const zone = document.querySelector("[data-drop]");
  if (zone) {
    const input = zone.querySelector("input[type=file]");
    const preview = document.getElementById("preview");
    const send = async (file) => {
      const form = new URLSearchParams(new FormData(zone.closest("form")));
      form.delete("content");
      form.delete("form_token");
      form.set("file", file.name);
      preview.textContent = "Reading " + file.name + " …";
      const answer = await fetch("/submit/file?" + form, {
        method: "POST",
        body: file,
        headers: {
          "Content-Type": "application/octet-stream",
          "HX-Request": "true",
          "X-Form-Token": document.querySelector("meta[name=form-token]").content,
        },
      });
      if (answer.headers.has("HX-Redirect")) {
        window.location.assign(answer.headers.get("HX-Redirect"));
        return;
      }
      preview.innerHTML = await answer.text();
      localize(preview);
      preview.focus();
    };
    input.addEventListener("change", () => input.files.length > 0 && send(input.files[0]));
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      zone.classList.remove("over");
      if (event.dataTransfer.files.length > 0) {
        send(event.dataTransfer.files[0]);
      }
    });
  }
})();
