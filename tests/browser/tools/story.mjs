// A test that is one long story: its chapters are told in order, and after a failure the rest is not
// tried. A `finding` fails its chapter and lets the story go on.
import test from "node:test";

export class finding extends Error {}

export function story(title, chapters, after) {
  test(title, async (t) => {
    let broken = false;
    try {
      for (const [name, tell] of chapters) {
        await t.test(name, { skip: broken && "an earlier part failed" }, async () => {
          try {
            await tell();
          } catch (problem) {
            broken = !(problem instanceof finding);
            throw problem;
          }
        });
      }
    } finally {
      await after();
    }
  });
}
