// What the server may ask of the browser.
import { enterMenu, placeOfMenu } from "./menus.js";
import { isDark, setTheme } from "./theme.js";

/** Comes with the first board; the address goes through the import map. */
const board = () => import(new URL("js/board.js", document.baseURI).href);

/** Comes with the first table. */
const grid = () => import(new URL("js/grid.js", document.baseURI).href);

/** Comes with the first dashboard. */
const dashboard = () => import(new URL("js/dashboard.js", document.baseURI).href);

/** Comes with the first look back. */
const past = () => import(new URL("js/past.js", document.baseURI).href);

/** Comes with the first editor: most who look at a board write nothing. */
const text = () => import(new URL("js/text.js", document.baseURI).href);

/** Comes with the first card that is opened by somebody who may add files. */
const files = () => import(new URL("js/files.js", document.baseURI).href);

/** Comes with the first chart. */
const charts = () => import(new URL("js/charts.js", document.baseURI).href);

/** Asked of every card that is opened, so without the editor. */
const hasText = (cardId, personId) =>
  JSON.parse(sessionStorage.getItem(`liveboard:text:${cardId}`) ?? "null")?.personId === personId;

export function offerCalls() {
  window.LiveBoard = {
    setTheme,
    isDark,
    copy: (text) => navigator.clipboard.writeText(text),
    enterMenu,
    placeOfMenu,
    attachBoard: async (key, page) => (await board()).attach(key, page),
    detachBoard: async (key) => (await board()).detach(key),
    attachGrid: async (key, page) => (await grid()).attach(key, page),
    detachGrid: async (key) => (await grid()).detach(key),
    attachDashboard: async (key, page) => (await dashboard()).attach(key, page),
    detachDashboard: async (key) => (await dashboard()).detach(key),
    attachPast: async (key, page) => (await past()).attach(key, page),
    detachPast: async (key) => (await past()).detach(key),
    attachCompletion: async (...how) => (await board()).attachCompletion(...how),
    detachCompletion: async (key) => (await board()).detachCompletion(key),
    attachFiles: async (...where) => (await files()).attachFiles(...where),
    detachFiles: async (key) => (await files()).detachFiles(key),
    drawChart: async (...what) => (await charts()).drawChart(...what),
    saveChartPicture: async (...how) => (await charts()).saveChartPicture(...how),
    saveChartNumbers: async (...how) => (await charts()).saveChartNumbers(...how),
    removeChart: async (key) => (await charts()).removeChart(key),
    hasText,
    openText: async (...how) => (await text()).openText(...how),
    tellText: async (...what) => (await text()).tellText(...what),
    finishText: async (key) => (await text()).finishText(key),
    closeText: async (key) => (await text()).closeText(key),
  };
}
