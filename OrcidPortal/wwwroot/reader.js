// Who reads: the look in force (a choice remembered here, else the system's) and the time zone.
// Runs in the head, before anything is painted, and tells the server in a cookie.
(() => {
  const key = "portal.look";
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const look = () => {
    let chosen = null;
    try { chosen = localStorage.getItem(key); } catch { /* storage is switched off: follow the system */ }
    return chosen === "dark" || chosen === "light" ? chosen : system.matches ? "dark" : "light";
  };
  const say = () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
    const value = `${look()}~${zone}`;
    document.documentElement.dataset.look = look();
    document.cookie = `portal.reader=${value}; path=/; max-age=31536000; samesite=lax`;
    return value;
  };
  let page = null;
  system.addEventListener("change", () => {
    const value = say();
    page?.invokeMethodAsync("LookChanged", value).catch(() => { /* the circuit is gone */ });
  });
  window.portalReader = {
    watch: (layout) => { page = layout; return say(); },
    choose: (chosen) => {
      try {
        if (chosen === (system.matches ? "dark" : "light")) localStorage.removeItem(key); else localStorage.setItem(key, chosen);
      } catch { /* storage is switched off: the choice lasts as long as the page */ }
      say();
      document.documentElement.dataset.look = chosen;
    },
  };
  say();
})();
