// A look at a page as it is: pictures where they are asked for (VIAB_PICTURES=folder), and axe.
import { axe_findings } from "./axe.mjs";
import { finding } from "./story.mjs";

const pictures = process.env.VIAB_PICTURES;
const sizes = [[360, 740], [768, 1024], [1440, 900]];

export async function look(page, name) {
  if (pictures) {
    const file = `${pictures}/${name.replaceAll(" ", "_")}`;
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `${file}_${width}.png`, fullPage: true });
    }
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot({ path: `${file}_dark.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
  }
  const list = await axe_findings(page, { dark: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  if (list.length > 0) throw new finding(`${name}: ${list.join("\n")}`);
}
