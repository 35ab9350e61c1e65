// The secret of a link stands behind #, so that it is in no server's log; it leaves the address at once.
export function taken_token(kept_as: string): string {
  const given = location.hash.slice(1);
  try {
    if (given) sessionStorage.setItem(kept_as, given);
    const kept = given || sessionStorage.getItem(kept_as) || "";
    if (given) history.replaceState(null, "", location.pathname);
    return kept;
  } catch {
    return given;
  }
}
