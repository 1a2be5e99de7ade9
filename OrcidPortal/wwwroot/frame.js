// What the frame does in the browser by itself.

// The skip link moves the focus. Blazor would take the click for a navigation and only scroll.
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("a.skip")) return;
  event.preventDefault();
  document.getElementById("content")?.focus();
}, true);

// Opens the sentence about a lost connection, and lets its buttons act.
const dialog = document.getElementById("components-reconnect-modal");
const again = async () => {
  try {
    if (!(await window.Blazor.reconnect())) location.reload();
  } catch {
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") again(); }, { once: true });
  }
};
dialog?.addEventListener("components-reconnect-state-changed", (event) => {
  const state = event.detail.state;
  if (state === "show") { if (!dialog.open) dialog.showModal(); }
  else if (state === "hide") dialog.close();
  else if (state === "failed") document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") again(); }, { once: true });
  else if (state === "rejected") location.reload();
});
document.getElementById("components-reconnect-button")?.addEventListener("click", again);
document.getElementById("components-resume-button")?.addEventListener("click", async () => {
  if (!(await window.Blazor.resumeCircuit())) location.reload();
});
