// The live page of an interview as it happens. Without this script the page says and does the same after a reload.
"use strict";
(() => {
  const me = document.currentScript || document.querySelector("script[data-stream]");
  const turns = document.querySelector("[data-turns]"), insights = document.querySelector("[data-insights]");
  const plan = document.querySelector("[data-plan]"), state = document.querySelector("[data-feed-state]");

  const timer = document.querySelector("[data-elapsed]");
  if (timer) {
    const before = Number(timer.dataset.elapsed), loaded = performance.now();
    setInterval(() => {
      const seconds = Math.floor(before + (performance.now() - loaded) / 1000);
      const said = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      if (timer.textContent !== said) timer.textContent = said;
    }, 1000);
  }

  const parsed = (html) => { const box = document.createElement("template"); box.innerHTML = html; return box; };
  const made = (html) => parsed(html).content.firstElementChild;
  const known = (list, key) => list.querySelector(`:scope > [data-key="${CSS.escape(String(key))}"]`);
  const filled = (list) => list.parentElement.querySelector(":scope > [data-empty]")?.remove();
  // Whoever reads further up is not pulled down.
  const atEnd = () => turns.scrollHeight - turns.scrollTop - turns.clientHeight < 40;
  turns.scrollTop = turns.scrollHeight;

  const putTurn = ({ key, html }) => {
    const follow = atEnd(), fresh = made(html), old = known(turns, key);
    filled(turns);
    if (old) old.replaceWith(fresh);
    else {
      let last = turns.lastElementChild;
      while (last && Number(last.dataset.key) > key) last = last.previousElementSibling;
      if (last) last.after(fresh); else turns.prepend(fresh);
      fresh.classList.add("is-new");
    }
    if (follow) turns.scrollTop = turns.scrollHeight;
  };
  const putInsight = ({ key, html }) => {
    const fresh = made(html), old = known(insights, key);
    filled(insights);
    if (old) { old.replaceWith(fresh); return; }
    let first = insights.firstElementChild;
    while (first && first.dataset.at > fresh.dataset.at) first = first.nextElementSibling;
    if (first) first.before(fresh); else insights.append(fresh);
    fresh.classList.add("is-new");
  };

  // The plan comes anew with each connection. What did not change stays, what is being pressed stays until it is let
  // go (a press that ends on another button is none), and what has the keyboard keeps it.
  let shown = plan.innerHTML.trim(), told = shown;
  const putPlan = () => {
    if (told === shown) return;
    if (plan.querySelector(":active")) return void setTimeout(putPlan, 50);
    const held = plan.contains(document.activeElement) && document.activeElement.id;
    plan.innerHTML = shown = told;
    if (held) document.getElementById(held)?.focus({ preventScroll: true });
  };

  if ("EventSource" in window) {
    const source = new EventSource(me.dataset.stream);
    source.addEventListener("open", () => { state.textContent = "live"; });
    source.addEventListener("error", () => { state.textContent = source.readyState === EventSource.CLOSED ? "reload for news" : "connecting"; });
    source.addEventListener("turn", (event) => putTurn(JSON.parse(event.data)));
    source.addEventListener("insight", (event) => putInsight(JSON.parse(event.data)));
    source.addEventListener("plan", (event) => { told = parsed(JSON.parse(event.data).html).innerHTML.trim(); putPlan(); });
    source.addEventListener("reset", () => location.reload());
    addEventListener("pagehide", () => source.close());

    // Marks and notes are sent without leaving the page; what they change comes back as an event.
    document.addEventListener("submit", async (event) => {
      const form = event.target, button = event.submitter;
      if (form.dataset.quiet === undefined || source.readyState === EventSource.CLOSED) return;
      event.preventDefault();
      if (form.dataset.sent) return;
      form.dataset.sent = "yes";
      const fields = new FormData(form);
      if (button?.name) fields.set(button.name, button.value);
      try {
        const answer = await fetch(form.getAttribute("action"), { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
        if (answer.type === "opaqueredirect") { if (form.classList.contains("noting")) form.reset(); return; }
        throw new Error(String(answer.status));
      } catch {
        // The plain way shows what is wrong.
        form.removeAttribute("data-quiet");
        if (button) form.requestSubmit(button); else form.submit();
      } finally {
        delete form.dataset.sent;
      }
    });
  }
})();
