// Which page an address is.
export interface place {
  name: string;
  id: string;
}

const addresses: [RegExp, string][] = [
  [/^\/$/, "home"],
  [/^\/in$/, "invitation"],
  [/^\/j(?:\/([^/]+))?$/, "join"],
  [/^\/s\/([^/]+)$/, "session"],
  [/^\/s\/([^/]+)\/screen$/, "screen"],
  [/^\/s\/([^/]+)\/report$/, "report"],
  [/^\/teams\/([^/]+)$/, "team"],
  [/^\/about$/, "about"],
  [/^\/kept$/, "kept"],
  [/^\/set-up$/, "set_up"],
  [/^\/sign-in$/, "sign_in"],
  [/^\/me$/, "me"],
  [/^\/admin(?:\/(.+))?$/, "admin"],
  [/^\/organisation(?:\/(.+))?$/, "organisation"],
  [/^\/library(?:\/(.+))?$/, "library"],
];

export function decide_page(path: string): place {
  const tidy = path.length > 1 ? path.replace(/\/+$/, "") : path;
  for (const [address, name] of addresses) {
    const found = address.exec(tidy);
    if (found) return { name, id: decodeURIComponent(found[1] ?? "") };
  }
  return { name: "nowhere", id: "" };
}
