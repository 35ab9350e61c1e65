// A browser as far as a login needs one: cookies, and redirects until they leave the provider.
import { get as request } from "node:http";

// Not by fetch: of several cookies in one answer, that of Debian's Node 18 gives none.
function ask(url, headers) {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (more) => (text += more));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    }).on("error", reject);
  });
}

export function startBrowser() {
  const cookies = new Map();
  async function get(url) {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await ask(url, jar ? { cookie: jar } : {});
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [name, value] = line.split(";")[0].split(/=(.*)/s);
      cookies.set(name, value);
    }
    return answer;
  }
  return {
    /** Goes on until it is sent to a place that starts with `end`; gives that place's query. */
    async follow(url, end) {
      for (let hops = 0; hops < 12; hops += 1) {
        const { status, headers, text } = await get(url);
        if (!headers.location) throw new Error(`${url}: ${status} ${text}`);
        url = new URL(headers.location, url).href;
        if (url.startsWith(end)) return new URL(url).search.slice(1);
      }
      throw new Error("too many redirects");
    },
  };
}
