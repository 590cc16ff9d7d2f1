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

  // A part with a stream asks for itself when an event has come, at most once a second, and otherwise seldom: some of what it shows, such as
  // how long a job has waited, moves without events. While there is no stream, because it was refused or cut, the polls go on.
  const SELDOM = 10000;
  const PACE = 1000;
  const asked = new WeakMap();
  document.addEventListener("htmx:beforeRequest", (event) => {
    const part = event.detail.elt;
    const isPoll = !event.detail.requestConfig.triggeringEvent;
    const isEarly = "followed" in part.dataset && Date.now() - (asked.get(part) ?? 0) < SELDOM;
    if (document.hidden || (isPoll && isEarly)) {
      event.preventDefault();
    } else {
      asked.set(part, Date.now());
    }
  });
  const types = document.querySelector("meta[name=event-types]")?.content.split(" ") ?? [];
  const follow = (part) => {
    let address = part.dataset.stream;
    let source = null;
    let timer = 0;
    const ask = () => {
      timer = 0;
      htmx.trigger(part, "moved");
    };
    const heard = (event) => {
      address = part.dataset.stream.split("?")[0] + "?last_event_id=" + encodeURIComponent(event.lastEventId);
      timer ||= setTimeout(ask, Math.max(0, (asked.get(part) ?? 0) + PACE - Date.now()));
    };
    // A hidden page rests, and leaves its connection to others: a browser has few for each host.
    const open = () => {
      source?.close();
      delete part.dataset.followed;
      if (document.hidden) {
        return;
      }
      source = new EventSource(address);
      source.addEventListener("open", () => (part.dataset.followed = ""));
      source.addEventListener("error", () => delete part.dataset.followed);
      types.forEach((type) => source.addEventListener(type, heard));
    };
    document.addEventListener("visibilitychange", open);
    open();
  };
  document.querySelectorAll("[data-stream]").forEach(follow);

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
