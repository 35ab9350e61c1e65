// Where a browser goes once it is signed in: "/sign-in?to=/teams/t1" goes to the team.
export type next_step = "done" | "second_step" | "set_up_second_step";

export function way_back(): string {
  const to = new URLSearchParams(location.search).get("to") ?? "/";
  return /^\/(?![/\\])/.test(to) ? to : "/";
}

const kept = "viab:sign_in_to";

// The link of the letter opens a window that does not know where one was going: the asking one tells it.
export function remember_way(): void {
  try {
    localStorage.setItem(kept, way_back());
  } catch {
    // Then it goes to the start.
  }
}

export function onward(): string {
  let to = way_back();
  try {
    if (to === "/") to = localStorage.getItem(kept) ?? "/";
    localStorage.removeItem(kept);
  } catch {
    // The start will do.
  }
  return /^\/(?![/\\])/.test(to) ? to : "/";
}
