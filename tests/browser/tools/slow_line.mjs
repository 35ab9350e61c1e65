// A window whose line can be held: what the server says waits until it is let through.
export async function slow_line(page) {
  const held = [];
  let holds = false;
  await page.routeWebSocket(/\/live\//, (socket) => {
    const far = socket.connectToServer();
    far.onMessage((text) => (holds ? held.push([socket, text]) : socket.send(text)));
  });
  return {
    page,
    hold: () => (holds = true),
    let_through() {
      holds = false;
      for (const [socket, text] of held.splice(0)) socket.send(text);
    },
  };
}
