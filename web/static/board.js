// Live countdowns, live feed, acts in a dialog. Without this script every page says and does the same after a reload.
"use strict";
(() => {
  const MINUTE = 60, TICK = 20000, SETTLE = 1200;
  const me = document.currentScript || document.querySelector("script[data-now]");
  const began = Number(me.dataset.now), loaded = performance.now();
  const now = () => began + (performance.now() - loaded) / 1000;

  const span = (seconds) => {
    const minutes = Math.max(0, Math.floor(seconds / MINUTE));
    const days = Math.floor(minutes / 1440), hours = Math.floor((minutes % 1440) / 60), rest = minutes % 60;
    if (days) return hours ? `${days} d ${hours} h` : `${days} d`;
    if (hours) return rest ? `${hours} h ${rest} min` : `${hours} h`;
    return `${rest} min`;
  };
  const count = () => {
    if (!began) return;
    for (const one of document.querySelectorAll("[data-due]")) {
      const left = Number(one.dataset.due) - now();
      const said = Math.abs(left) < MINUTE ? "now" : left > 0 ? `in ${span(left)}` : `${span(-left)} ago`;
      if (one.textContent !== said) one.textContent = said;
    }
  };
  setInterval(count, TICK);

  // What a row of the log changed stands elsewhere on the page as well: those parts are fetched again.
  const busy = (part) => part.contains(document.activeElement) || part.querySelector("input:checked");
  let waiting = 0;
  const refresh = () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const parts = [...document.querySelectorAll("[data-live]")];
      if (!parts.length || document.hidden) return;
      try {
        const answer = await fetch(location.pathname + location.search, { cache: "no-store", redirect: "error" });
        if (!answer.ok) return;
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of parts) {
          const found = fresh.getElementById(part.id);
          if (found && !busy(part)) part.replaceChildren(...found.childNodes);
        }
      } catch {
        // Offline for a moment: the next row of the log tries again.
      }
    }, SETTLE);
  };
  document.addEventListener("visibilitychange", () => { if (!document.hidden && missed) { missed = false; refresh(); } });
  let missed = false;

  const feed = document.querySelector("[data-feed]");
  const state = document.querySelector("[data-feed-state]");
  if (feed && "EventSource" in window) {
    const seen = new Set([...feed.children].map((line) => line.dataset.sequence));
    const source = new EventSource(feed.dataset.feed);
    source.addEventListener("open", () => { state.textContent = "live"; });
    source.addEventListener("error", () => { state.textContent = source.readyState === EventSource.CLOSED ? "reload for news" : "connecting"; });
    source.addEventListener("line", (event) => {
      const { sequence, html } = JSON.parse(event.data);
      if (seen.has(String(sequence))) return;
      seen.add(String(sequence));
      feed.insertAdjacentHTML("afterbegin", html);
      feed.firstElementChild.classList.add("is-new");
      while (feed.children.length > Number(feed.dataset.most)) feed.lastElementChild.remove();
      if (document.hidden) missed = true; else refresh();
    });
    addEventListener("pagehide", () => source.close());
  }

  // An act asks for its reason in a dialog instead of on a page of its own.
  const ask = document.createElement("dialog");
  ask.setAttribute("aria-label", "Act");
  document.body.append(ask);
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-act]");
    if (event.target.closest("dialog [data-close]")) { event.preventDefault(); ask.close(); return; }
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const answer = await fetch(link.href, { cache: "no-store", redirect: "error" });
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-act-page]");
      if (!answer.ok || !found) return void location.assign(link.href);
      ask.replaceChildren(found);
      ask.showModal();
      ask.querySelector("input:not([type=hidden])").focus();
    } catch {
      location.assign(link.href);
    }
  });
  ask.addEventListener("click", (event) => { if (event.target === ask) ask.close(); });
  // A second press while the first is on its way does nothing.
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "post") return;
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => { for (const form of document.forms) delete form.dataset.sent; });

  const bulk = document.getElementById("bulk");
  if (bulk) {
    const tell = () => {
      const number = document.querySelectorAll("input[name=pick]:checked").length;
      bulk.classList.toggle("is-open", number > 0);
      bulk.querySelector("[data-chosen]").textContent = number ? `${number} chosen` : "Those you ticked";
    };
    document.addEventListener("change", (event) => { if (event.target.name === "pick") tell(); });
    tell();
  }
})();
