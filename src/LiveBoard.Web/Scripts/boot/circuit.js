// Listens to Blazor's connection where Blazor itself only writes to the console: a circuit that could not be started,
// and one that ended by an error on the server.

/** SignalR's number for WebSockets. */
const webSockets = 1;

/**
 * @param {import("./reconnection.js").Reconnection} reconnection
 * @param {() => void} onOpened called before a circuit, the first or a resumed one, draws the page anew
 * @returns {object} what Blazor.start takes as `circuit`
 */
export function circuitOptions(reconnection, onOpened) {
  let wasOpened = false;
  let isOpen = false;
  let isReported = false;
  let isLeaving = false;
  const isLost = () => (wasOpened ? reconnection.down() : reconnection.gone());

  addEventListener("pagehide", () => (isLeaving = true));
  // A page that the browser kept whole for its back button has said good-bye to its circuit.
  addEventListener("pageshow", (event) => event.persisted && wasOpened && reconnection.gone());

  const watch = (connection) => {
    const { start } = connection;
    connection.start = async () => {
      try {
        await start.call(connection);
      } catch (error) {
        if (!wasOpened) {
          isLost();
        }
        throw error;
      }
    };
    // Blazor reports lost connections itself, after this; of a circuit that failed it says nothing.
    connection.onclose(() => setTimeout(() => {
      if (isOpen && !isReported && !isLeaving) {
        reconnection.gone();
      }
      isReported = false;
    }));
  };

  return {
    // There is none, and Blazor would ask the server for their names on every page.
    initializers: { beforeStart: [], afterStarted: [] },
    configureSignalR: (builder) => {
      // A WebSocket at once: to ask first what else there is costs a round trip, and would allow polling.
      builder.withUrl("_blazor", { skipNegotiation: true, transport: webSockets });
      const { build } = builder;
      builder.build = () => {
        const connection = build.call(builder);
        watch(connection);
        return connection;
      };
    },
    circuitHandlers: [
      {
        onCircuitOpened: () => {
          wasOpened = isOpen = true;
          onOpened();
        },
        onCircuitClosed: () => (isOpen = false),
      },
    ],
    reconnectionHandler: {
      onConnectionDown: () => {
        isReported = true;
        isLost();
      },
      onConnectionUp: () => reconnection.up(),
    },
  };
}
