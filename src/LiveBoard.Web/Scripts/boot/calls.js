// What the server may ask of the browser.
import { enterMenu, placeOfMenu } from "./menus.js";
import { isDark, setTheme } from "./theme.js";

/** Comes with the first board; the address goes through the import map. */
const board = () => import(new URL("js/board.js", document.baseURI).href);

export function offerCalls() {
  window.LiveBoard = {
    setTheme,
    isDark,
    copy: (text) => navigator.clipboard.writeText(text),
    enterMenu,
    placeOfMenu,
    attachBoard: async (key, page) => (await board()).attach(key, page),
    detachBoard: async (key) => (await board()).detach(key),
  };
}
