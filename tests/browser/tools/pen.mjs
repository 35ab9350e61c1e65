// Who is writing: whether the field, what stands in it and the caret are still the same; and which
// fields of a step take nothing now, and say why.

export function take_up_pen(page, from, to) {
  return page.evaluate(([start, end]) => {
    window.written_in = document.activeElement;
    window.written_in.setSelectionRange(start, end);
  }, [from, to]);
}

export function pen(page) {
  return page.evaluate(() => ({
    same: document.activeElement === window.written_in && window.written_in.isConnected,
    text: window.written_in.value,
    from: window.written_in.selectionStart,
    to: window.written_in.selectionEnd,
  }));
}

// `open` still take something; `unexplained` are off without a reason that is read with them.
export function off_state(page) {
  return page.evaluate(() => {
    const state = { open: [], unexplained: [], off: 0 };
    for (const one of document.querySelectorAll(".step-area :is(input, textarea, select)")) {
      const name = one.labels?.[0]?.innerText ?? one.outerHTML;
      if (!one.readOnly && !one.matches(":disabled, [aria-disabled=true]")) {
        state.open.push(name);
        continue;
      }
      state.off += 1;
      const reasons = (one.getAttribute("aria-describedby") ?? "").split(" ")
        .map((id) => document.getElementById(id)?.innerText.trim() ?? "");
      if (!reasons.some((text) => text !== "")) state.unexplained.push(name);
    }
    return state;
  });
}
