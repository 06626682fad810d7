// Light, dark, or as the system says. The server reads the cookie, so that the first paint is right.

const year = 60 * 60 * 24 * 365;

/** @returns {boolean} whether the page is dark now */
export function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

/** @param {"light" | "dark" | "system"} theme */
export function setTheme(theme) {
  const root = document.documentElement;
  if (theme === "system") {
    delete root.dataset.theme;
    document.cookie = "lb-theme=; path=/; max-age=0; samesite=lax";
  } else {
    root.dataset.theme = theme;
    document.cookie = `lb-theme=${theme}; path=/; max-age=${year}; samesite=lax`;
  }
}
