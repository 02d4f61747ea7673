// The connection with the preview: messages both ways, and another try after a while when it is lost.

const FIRST = 250; // milliseconds before the first new try
const LONGEST = 5000;

/** Calls `heard[kind](message)` for what comes, and `changed(connected)` when the connection comes or goes. */
export function connect(heard, changed) {
  const address = new URL("live", location.href);
  address.protocol = "ws:";
  address.search = address.hash = "";
  let socket = null;
  let pause = FIRST;

  function open() {
    socket = new WebSocket(address);
    socket.addEventListener("message", (event) => {
      const message = JSON.parse(event.data);
      if (message.kind === "hello") {
        pause = FIRST;
        changed(true, "");
      }
      heard[message.kind]?.(message);
    });
    socket.addEventListener("close", (event) => {
      changed(false, event.reason);
      setTimeout(open, pause);
      pause = Math.min(LONGEST, pause * 2);
    });
  }
  open();
  return {
    say(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
  };
}
