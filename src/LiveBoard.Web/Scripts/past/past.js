// The time machine's part in the browser: the slider, playing, keys. It knows until when the board that is shown looks the
// same, and asks the circuit only beyond that; the clock that drives it is the painting of frames.
import { Server } from "../board/server.js";
import { frames } from "../board/frames.js";
import { TimeMachine } from "./machine.js";
import { actionOf } from "./keys.js";

/** The time machine on the page. A circuit that is gone cannot detach what it attached; its successor does. */
let current = null;

/**
 * @param {string} key names this attachment
 * @param {{ invokeMethodAsync: (name: string, ...args: unknown[]) => Promise<any> }} dotnet the page's wishes go here
 */
export function attach(key, dotnet) {
  detach(current?.key);
  const bar = document.getElementById("timebar");
  const lanes = document.getElementById("lanes");
  if (!bar || !lanes) {
    // The page was left while this script was still coming.
    return;
  }
  const server = new Server(dotnet);
  const machine = new TimeMachine({ bar, lanes, call: (...what) => server.call(...what), frames });
  const listening = new AbortController();
  const act = (name) => (name === "leave" ? document.querySelector("[data-past=leave]")?.click() : machine.act(name));
  const onKey = (event) => {
    const action = actionOf(event);
    if (action) {
      event.preventDefault();
      act(action);
    }
  };
  const onClick = (event) => {
    const name = event.target.closest?.("button[data-past]")?.dataset.past;
    if (name) {
      act(name);
    }
  };
  document.addEventListener("keydown", onKey, listening);
  bar.addEventListener("click", onClick, listening);
  bar.addEventListener("input", (event) => event.target.matches("[data-past=slider]") && machine.drag(), listening);
  document.addEventListener("liveboard:live", () => machine.again(), listening);
  bar.dataset.live = "";
  current = { key, parts: [server, machine, { dispose: () => listening.abort() }] };
}

/** @param {string | undefined} key what was attached since under another key stays */
export function detach(key) {
  if (current?.key === key) {
    current?.parts.forEach((part) => part.dispose());
    current = null;
  }
}
