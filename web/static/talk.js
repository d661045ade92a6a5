// Offers the zone of the device, and shows answers as they come. Without this script the page says the same.
"use strict";
(() => {
  const offer = document.querySelector("[data-zone]");
  const zone = offer && Intl.DateTimeFormat().resolvedOptions().timeZone;
  const told = "understudy-zone-" + zone;
  const hasAsked = () => { try { return sessionStorage.getItem(told); } catch { return false; } };
  if (zone && zone !== offer.dataset.zone && !hasAsked()) {
    // Asked once a visit: whoever stays with the zone of the page meant it.
    offer.elements.time_zone.value = zone;
    offer.querySelector("[data-found]").textContent = zone;
    offer.hidden = false;
    try { sessionStorage.setItem(told, "yes"); } catch { /* Without storage it is asked again. */ }
  }
  const region = document.querySelector("[data-talk]");
  if (!region) return;
  const SOON = 250, PAUSE = 1500, IDLE = 30 * 60 * 1000;
  const opened = Date.now();
  const draft = document.getElementById("message");
  // An answer that is on its way comes within moments; otherwise a person may write at any time.
  const pause = () => (region.querySelector("[data-awaited]") ? SOON : PAUSE);
  const look = async () => {
    if (Date.now() - opened > IDLE) return;
    if (!document.hidden) {
      try {
        const answer = await fetch(region.dataset.talk, { cache: "no-store", redirect: "error" });
        if (!answer.ok) return;
        const turns = answer.headers.get("X-Turns");
        if (turns !== region.dataset.turns) {
          // Offers and buttons may have changed with it; only words that are being written are worth keeping.
          if (!draft || !draft.value.trim()) return void location.reload();
          region.innerHTML = await answer.text();
          region.dataset.turns = turns;
        }
      } catch {
        // Offline for a moment: look again later.
      }
    }
    setTimeout(look, pause());
  };
  if (draft && draft.form) {
    draft.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) draft.form.requestSubmit(draft.form.querySelector("[value=reply]"));
    });
  }
  region.scrollTop = region.scrollHeight;
  setTimeout(look, pause());
})();
