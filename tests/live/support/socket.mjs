// A WebSocket as bytes, so that a test can also send what no library would.
import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:net";

export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

export function encodeFrame(opcode, payload, { final = true } = {}) {
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(payload);
  const mask = randomBytes(4);
  const size = body.length;
  const head = size < 126 ? Buffer.from([0, 0x80 | size])
    : size < 65536 ? Buffer.from([0, 0x80 | 126, size >> 8, size & 255])
    : Buffer.concat([Buffer.from([0, 0x80 | 127, 0, 0, 0, 0]), Buffer.from([size >>> 24, (size >> 16) & 255, (size >> 8) & 255, size & 255])]);
  head[0] = (final ? 0x80 : 0) | opcode;
  const masked = Buffer.from(body);
  for (let i = 0; i < masked.length; ++i) masked[i] ^= mask[i & 3];
  return Buffer.concat([head, mask, masked]);
}

// Reads one unmasked frame from the front of `bytes`: {opcode, payload, size}; null when incomplete.
function decodeFrame(bytes) {
  if (bytes.length < 2) return null;
  let size = bytes[1] & 127;
  let at = 2;
  if (size === 126) {
    if (bytes.length < 4) return null;
    size = bytes.readUInt16BE(2);
    at = 4;
  } else if (size === 127) {
    if (bytes.length < 10) return null;
    size = Number(bytes.readBigUInt64BE(2));
    at = 10;
  }
  if (bytes.length < at + size) return null;
  return { opcode: bytes[0] & 15, payload: bytes.subarray(at, at + size), size: at + size };
}

// Resolves to {status} when the upgrade is refused, or to a socket.
export function openSocket({ port, path, cookie, origin, subprotocol = "viab.v1" }) {
  return new Promise((resolve, reject) => {
    const wire = connect(port, "127.0.0.1");
    const key = randomBytes(16).toString("base64");
    const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    const lines = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, "Connection: Upgrade", "Upgrade: websocket",
      "Sec-WebSocket-Version: 13", `Sec-WebSocket-Key: ${key}`, `Sec-WebSocket-Protocol: ${subprotocol}`];
    if (origin) lines.push(`Origin: ${origin}`);
    if (cookie) lines.push(`Cookie: ${cookie}`);
    wire.on("error", reject);
    wire.write(`${lines.join("\r\n")}\r\n\r\n`);
    let bytes = Buffer.alloc(0);
    const onHead = (more) => {
      bytes = Buffer.concat([bytes, more]);
      const end = bytes.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = bytes.subarray(0, end).toString();
      const status = Number(head.split(" ")[1]);
      if (status !== 101) {
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (bytes.length < end + 4 + length) return;
        wire.destroy();
        resolve({ status, head, body: bytes.subarray(end + 4).toString() });
        return;
      }
      if (!head.includes(accept)) return reject(new Error("the handshake's answer is wrong"));
      wire.off("data", onHead);
      wire.off("error", reject);
      resolve(liveSocket(wire, bytes.subarray(end + 4)));
    };
    wire.on("data", onHead);
  });
}

function liveSocket(wire, rest) {
  let bytes = Buffer.alloc(0);
  const socket = {
    status: 101,
    closed: null,  // {code, reason}
    gone: false,
    stays: false,  // does not go when it is asked to
    onText: () => {},
    onEnd: () => {},
    send: (text) => socket.sendBytes(encodeFrame(opcodes.text, text)),
    sendBytes: (raw) => !socket.gone && wire.write(raw),
    close(code = 1000) {
      socket.sendBytes(encodeFrame(opcodes.close, Buffer.from([code >> 8, code & 255])));
      wire.end();
    },
    drop: () => wire.destroy(),
  };
  const take = (more) => {
    bytes = Buffer.concat([bytes, more]);
    for (let frame = decodeFrame(bytes); frame; frame = decodeFrame(bytes)) {
      bytes = bytes.subarray(frame.size);
      if (frame.opcode === opcodes.text) socket.onText(frame.payload.toString());
      if (frame.opcode === opcodes.ping) socket.sendBytes(encodeFrame(opcodes.pong, frame.payload));
      if (frame.opcode === opcodes.close && !socket.closed) {
        socket.closed = { code: frame.payload.length >= 2 ? frame.payload.readUInt16BE(0) : 1005, reason: frame.payload.subarray(2).toString() };
        socket.onEnd();
        if (!socket.stays) wire.end();
      }
    }
  };
  const end = () => {
    socket.gone = true;
    socket.onEnd();
  };
  wire.on("data", take);
  wire.on("error", end);
  wire.on("close", end);
  // What came along with the handshake's answer, once somebody listens.
  setImmediate(() => take(rest));
  return socket;
}
