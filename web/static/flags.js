// Shows within a second what flags hold and whether somebody changed one. Without this script a reload says the same.
"use strict";
(() => {
  const list = document.querySelector("[data-flags]");
  if (!list) return;
  const PAUSE = 1000, IDLE = 60 * 60 * 1000;
  const opened = Date.now();
  const news = document.querySelector("[data-news]");
  const say = (element, text) => {
    if (element && element.textContent !== text) element.textContent = text;
  };
  const show = (flags) => {
    for (const item of list.querySelectorAll("[data-flag]")) {
      const flag = flags[item.dataset.flag];
      if (!flag) continue;
      say(item.querySelector("[data-waits]"), flag.waits);
      if (String(flag.version) === item.dataset.version) continue;
      // Its buttons were made for what it was: they stay, and the server tells of the conflict.
      const state = item.querySelector("[data-state]");
      say(state, flag.state);
      state.className = `tag is-${flag.state}`;
      item.classList.toggle("is-off", flag.state === "off");
      if (news) news.hidden = false;
    }
  };
  const look = async () => {
    if (Date.now() - opened > IDLE) return;
    if (!document.hidden) {
      try {
        const answer = await fetch(list.dataset.flags, { cache: "no-store", redirect: "error" });
        if (!answer.ok) return;
        show(await answer.json());
      } catch {
        // Offline or signed out: look again later.
      }
    }
    setTimeout(look, PAUSE);
  };
  setTimeout(look, PAUSE);
})();
