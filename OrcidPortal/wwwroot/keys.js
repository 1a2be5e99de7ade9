// Single-key shortcuts of a page: everywhere but where one types or answers a dialog.
export function listen(owner, keys) {
  const pressed = e => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.isComposing || !keys.includes(e.key)) return;
    if (e.target.closest?.("input, select, textarea, [contenteditable], [role=dialog]")) return;
    e.preventDefault();
    owner.invokeMethodAsync("Pressed", e.key);
  };
  document.addEventListener("keydown", pressed);
  return { stop: () => document.removeEventListener("keydown", pressed) };
}
