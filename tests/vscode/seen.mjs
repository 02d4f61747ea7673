// What has to be seen, in order; `it` is what real.mjs gives.

export async function main(it) {
  await it.open("hotel.bp");
  await it.page.locator(".monaco-editor .view-lines").first().waitFor();
  it.say("editor");
  await squiggle(it);
  await hover(it);
  await completion(it);
  await renames(it);
  await formats(it);
  await preview(it);
}

const boxes = (page) => {
  for (const frame of page.frames()) if (frame.url().includes("fake.html")) return frame;
  return null;
};

/** The frame of the picture: that of the one page that has a stage. */
export async function pictureFrame({ page, until }) {
  return until("the picture", async () => {
    for (const frame of page.frames()) if (await frame.locator("#stage svg").count().catch(() => 0)) return frame;
    return null;
  });
}

async function squiggle({ page, say, until, picture, goTo, lineOf }) {
  await goTo(lineOf("step arrive"), 1);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type('frontstag "x"');
  await page.keyboard.press("Escape");
  await until("a squiggle", () => page.locator(".squiggly-error").count());
  say("squiggle");
  await picture("squiggle");
}

async function hover({ page, say, until, picture, goTo, lineOf }) {
  await goTo(lineOf("step arrive") + 1, 7);
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  await until("a hover", async () => (await page.locator(".monaco-hover .hover-contents, .monaco-hover .hover-row").allInnerTexts()).join(" ").includes("frontstag"));
  say("hover");
  await picture("hover");
  await page.keyboard.press("Escape");
}

async function completion({ page, say, until, picture, goTo, lineOf }) {
  await goTo(lineOf("step arrive") + 1, 1);
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.type("fro");
  await page.keyboard.press("Control+Space");
  await until("offers", async () => (await page.locator(".suggest-widget .monaco-list-row").allInnerTexts()).some((row) => row.startsWith("frontstage")));
  say("completion");
  await picture("completion");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+K");
  await until("no squiggle", async () => (await page.locator(".squiggly-error").count()) === 0);
}

async function renames({ page, say, until, goTo, lineOf, save, saved, picture, TEXT }) {
  await goTo(lineOf("role bellperson"), 8);
  await page.keyboard.press("F2");
  await page.locator(".rename-box input").waitFor();
  await page.locator(".rename-box input").fill("porter");
  await picture("rename");
  await page.keyboard.press("Enter");
  const uses = TEXT.split("by bellperson").length;
  await until("the new name", async () => {
    await save();
    return saved().split("by porter").length === uses && saved().includes("role porter");
  });
  say("rename");
}

async function formats({ page, say, until, goTo, lineOf, save, saved, palette }) {
  await goTo(lineOf("role clerk"), 1);
  await page.keyboard.type("     ");
  await palette("Service Blueprint: Format");
  await until("the one style", async () => {
    await save();
    return /^role clerk/m.test(saved());
  });
  say("format");
}

async function preview(it) {
  const { page, say, until, picture, goTo, saved } = it;
  await page.keyboard.press("Control+K");
  await page.keyboard.press("v");
  const frame = await pictureFrame(it);
  say("picture");
  await page.waitForTimeout(500);
  await picture("preview-light");
}
