// The plainest peer there is: whatever comes in goes to everybody in the room. It checks nothing,
// stores nothing and knows no rules; it only sees to it that a message has as many bytes as ours.
//
//   node relay.mjs <port> <bytes of a patch> <bytes of an answer>
import { WebSocketServer } from 'ws';

const [port, patchBytes, answerBytes] = process.argv.slice(2).map(Number);
const rooms = new Map();

function padded(head, bytes) {
  const tail = '"}}';
  const room = Math.max(0, bytes - head.length - tail.length);
  return Buffer.from(head + 'x'.repeat(room) + tail);
}

function commandId(message) {
  const from = message.indexOf('"id":"') + 6;
  return message.toString('latin1', from, message.indexOf(34, from));
}

function join(name) {
  let room = rooms.get(name);
  if (!room) rooms.set(name, (room = { members: new Set(), seq: 0 }));
  return room;
}

const server = new WebSocketServer({
  port,
  host: '127.0.0.1',
  backlog: 4096,
  perMessageDeflate: false,
  handleProtocols: (offered) => offered.values().next().value,
});

server.on('connection', (socket, request) => {
  const room = join(request.url);
  room.members.add(socket);
  let greeted = false;
  socket.on('message', (message) => {
    if (!greeted) {
      greeted = true;
      socket.send(`{"welcome":{"epoch":"relay","seq":${room.seq},"recovered":false}}`);
      socket.send(`{"view":{"seq":${room.seq}}}`);
      return;
    }
    const seq = ++room.seq;
    const patch = padded(`{"patch":{"seq":${seq},"shared":"`, patchBytes);
    for (const member of room.members) member.send(patch, { binary: false });
    const done = `{"done":{"id":"${commandId(message)}","seq":${seq},"pad":"`;
    socket.send(padded(done, answerBytes), { binary: false });
  });
  socket.on('close', () => room.members.delete(socket));
  socket.on('error', () => socket.terminate());
});
server.on('listening', () => console.log('ready'));
