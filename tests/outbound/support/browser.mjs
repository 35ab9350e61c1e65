// A browser as far as a login needs one: cookies, and redirects until they leave the provider.

export function startBrowser() {
  const cookies = new Map();
  async function get(url) {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: jar ? { cookie: jar } : {} });
    for (const line of response.headers.getSetCookie?.() ?? []) {
      const [name, value] = line.split(";")[0].split(/=(.*)/s);
      cookies.set(name, value);
    }
    return response;
  }
  return {
    /** Goes on until it is sent to a place that starts with `end`; gives that place's query. */
    async follow(url, end) {
      for (let hops = 0; hops < 12; hops += 1) {
        const response = await get(url);
        const next = response.headers.get("location");
        if (!next) throw new Error(`${url}: ${response.status} ${await response.text()}`);
        url = new URL(next, url).href;
        if (url.startsWith(end)) return new URL(url).search.slice(1);
      }
      throw new Error("too many redirects");
    },
  };
}
