// A test that is one long story: its chapters are told in order, and after a failure the rest is not tried.
import test from "node:test";

export function story(title, chapters, after) {
  test(title, async (t) => {
    let broken = false;
    try {
      for (const [name, tell] of chapters) {
        await t.test(name, { skip: broken && "an earlier part failed" }, async () => {
          try {
            await tell();
          } catch (problem) {
            broken = true;
            throw problem;
          }
        });
      }
    } finally {
      await after();
    }
  });
}
