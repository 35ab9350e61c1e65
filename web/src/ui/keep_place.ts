// Keeps the place of who reads by keyboard: when what has the focus goes away, the focus goes to the
// nearest thing around it that is still there, and not to the beginning of the page.
export function keep_place(page: HTMLElement): () => void {
  let around: HTMLElement[] = [];
  const focused = ({ target }: FocusEvent) => {
    around = [];
    for (let at = target as HTMLElement | null; at && at !== page; at = at.parentElement) around.push(at);
  };
  const changed = new MutationObserver(() => {
    if (around.length === 0 || around[0]!.isConnected || document.activeElement !== document.body) return;
    const left = around.find((one) => one.isConnected);
    if (!left) return;
    if (!left.hasAttribute("tabindex")) left.tabIndex = -1;
    left.focus({ preventScroll: true });
  });
  page.addEventListener("focusin", focused);
  changed.observe(page, { childList: true, subtree: true });
  return () => {
    page.removeEventListener("focusin", focused);
    changed.disconnect();
  };
}
