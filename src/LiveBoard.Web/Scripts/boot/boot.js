// Loaded once on every page: link to the server, scroll positions, what was typed. Starts Blazor.
import { offerCalls } from "./calls.js";
import { circuitOptions } from "./circuit.js";
import { keepKeysInDialogs } from "./dialogs.js";
import { keepDrafts } from "./drafts.js";
import { applyLateStyles } from "./late-styles.js";
import { LinkState } from "./link-state.js";
import { walkMenus } from "./menus.js";
import { Reconnection } from "./reconnection.js";
import { reloadLog } from "./reloads.js";
import { carryScrollOver, keepScroll } from "./scroll.js";
import { submitOnEnter } from "./forms.js";
import { sendWhileTyping } from "./unsent.js";
import { carryTypedOver } from "./typed.js";
import { tellTicks } from "./tasks.js";
import { waitOrWake } from "./wake.js";

const patience = 10_000;

offerCalls();
applyLateStyles();
submitOnEnter();
sendWhileTyping();
walkMenus();
keepKeysInDialogs();
keepDrafts();
keepScroll();

const link = new LinkState(document.documentElement);
const reconnection = new Reconnection({
  link,
  reconnect: () => Blazor.reconnect(),
  resume: () => Blazor.resumeCircuit(),
  isServerUp: async () => (await fetch("health", { cache: "no-store", signal: AbortSignal.timeout(patience) })).ok,
  reload: () => location.reload(),
  wait: waitOrWake,
  reloads: reloadLog(sessionStorage),
});

// Without a network the socket takes half a minute to notice.
addEventListener("offline", () => link.lost());
addEventListener("online", () => !reconnection.isDown && link.live());

// After the start, which makes the registry: there is nothing to tick before.
const started = Blazor.start({
  // From a page without a circuit the browser goes on by itself: merging the next page into it would undo what was done
  // to the head, and a page whose circuit is still starting would be merged away under it.
  ssr: { disableDomPreservation: true },
  circuit: circuitOptions(reconnection, () => {
    carryScrollOver();
    carryTypedOver();
  }),
});
started.then(() => tellTicks(Blazor));
