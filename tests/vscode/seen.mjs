// What has to be seen, in order; `it` is what real.mjs gives.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

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

const line = (page) => page.locator(".editor-status-selection, #status\\.editor\\.selection").first().innerText();
const placed = (frame) => frame.locator("#stage").evaluate((stage) => stage.style.transform);

const seenText = async (frame, text) => (await frame.locator("#stage text", { hasText: text }).count()) > 0;

/** The middle of a box, in the window. Playwright's own click would scroll it into view first, which the page forbids. */
async function boxOf(frame, key) {
  const { x, y, width, height } = await frame.locator(`[data-key="${key}"]`).first().boundingBox();
  return [x + width / 2, y + height / 2];
}

async function preview(it) {
  const { page, say, until, picture, goTo, saved, assert } = it;
  await page.keyboard.press("Control+K");
  await page.keyboard.press("v");
  const frame = await pictureFrame(it);
  await frame.evaluate(() => addEventListener("securitypolicyviolation", (event) => { document.body.dataset.violated = event.violatedDirective; }));
  say("picture");
  const numberOf = (text) => saved().split("\n").findIndex((each) => each.includes(text)) + 1;

  const box = await boxOf(frame, "arrive.customer");
  await page.mouse.click(...box);
  await until("the line of the box", async () => (await line(page)).startsWith(`Ln ${numberOf('customer "Arrive at hotel"')},`));
  assert.equal(await frame.locator(".lit-frame").count(), 1);
  say("a click on a box shows its line");
  await picture("preview-light");

  for (let time = 0; time < 4; time += 1) await frame.locator("#closer").click();
  const zoomed = await placed(frame);
  await goTo(numberOf('customer "Check out'), 8);
  await until("another place of the picture", async () => (await placed(frame)) !== zoomed);
  const lit = await frame.evaluate(() => {
    const [box, room] = [".lit-frame", "#viewport"].map((each) => document.querySelector(each).getBoundingClientRect());
    return box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
  });
  assert.ok(lit, "the lit box is not seen");
  say("the box of the cursor is lit and seen");
  await picture("preview-lit");

  const stood = await placed(frame);
  await page.keyboard.press("Home");
  await goTo(numberOf('customer "Check out'), 1);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type('frontstage "Waves good bye"');
  await page.keyboard.press("Escape");
  await until("the new box", () => frame.locator("#stage text", { hasText: "Waves" }).count());
  const scale = (transform) => /scale\(([^)]*)\)/.exec(transform)[1];
  assert.equal(scale(await placed(frame)), scale(stood), "the zoom was not kept");
  say("the picture follows the keys, and keeps its zoom");

  await page.keyboard.press("Enter");
  await page.keyboard.type('step "');
  await until("the notice", async () => (await frame.locator("#problem").innerText()).includes("last text that could be read"));
  assert.equal(await frame.locator("#stage text", { hasText: "Waves" }).count(), 1);
  say("a broken text keeps its picture, with a notice");
  await picture("preview-stale");
  await page.keyboard.press("Control+Shift+K");
  await until("the notice gone", async () => (await frame.locator("#problem").innerText()) === "");

  await frame.locator("#view").selectOption("flow");
  await until("the flow", () => seenText(frame, "Line of visibility").then((seen) => !seen));
  await frame.locator("#fit").click();
  await picture("preview-flow");
  await frame.locator("#view").selectOption("blueprint");
  await until("no flow", () => seenText(frame, "Line of visibility"));
  await frame.locator("#phase").selectOption({ index: 2 });
  await until("one phase", async () => (await frame.locator('[data-key="check_in"]').count()) === 0);
  say("view and phase are chosen");
  assert.equal(await frame.evaluate(() => document.body.dataset.violated ?? ""), "");
  await it.save();
  await restored(it);
}

async function restored(it) {
  const { page, say, until, picture, assert } = it;
  const old = page.waitForEvent("load");
  await it.palette("Developer: Reload Window");
  await old;
  await page.locator(".monaco-workbench").waitFor();
  const frame = await pictureFrame(it);
  await until("the same phase", async () => (await frame.locator("#phase").inputValue()) !== "");
  assert.equal(await frame.locator('[data-key="check_in"]').count(), 0);
  say("after the window was loaded again the picture is back");
  await frame.locator("#phase").selectOption("");
  const ground = () => frame.locator("#stage .paper").first().evaluate((each) => getComputedStyle(each).fill);
  const light = await ground();
  await it.palette("Preferences: Toggle between Light/Dark Themes");
  await until("a dark picture", async () => (await ground()) !== light);
  await page.waitForTimeout(500);
  say("the picture is dark with the editor");
  await picture("preview-dark");
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.waitForTimeout(1500);
  await picture("preview-contrast");
  await page.emulateMedia({ forcedColors: "none", colorScheme: "light" });
  await it.palette("Preferences: Toggle between Light/Dark Themes");
  await commands(it);
}

async function pick({ page }, label) {
  await page.locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`).first().waitFor();
  await page.keyboard.type(label);
  await page.keyboard.press("Enter");
}

async function commands(it) {
  const { page, say, until, picture, palette, open, goTo, workspace, saved, assert } = it;
  await goTo(saved().split("\n").findIndex((each) => each.includes("Waves")) + 1, 20);
  await palette("Service Blueprint: Save as a Picture");
  await pick(it, "SVG");
  await until("the file of the picture", () => readFileSync(path.join(workspace, "hotel.svg"), "utf8").includes("Waves"));
  say("saved as an SVG");

  await palette("Service Blueprint: Explain a Rule");
  await until("the page of a rule", async () => {
    for (const frame of page.frames()) if (await frame.locator("h2", { hasText: "Good" }).count().catch(() => 0)) return true;
    return false;
  });
  say("explained");
  await picture("explain");
  await palette("View: Close Editor");

  await palette("Service Blueprint: New Service Blueprint");
  await pick(it, "task");
  await until("the name of the new file", async () => (await page.locator(".quick-input-widget input").inputValue()).endsWith("service.bp"));
  await page.keyboard.press("Enter");
  await until("the new file", () => existsSync(path.join(workspace, "service.bp")));
  await page.locator('.tab[aria-label*="Picture of service.bp"]').first().waitFor();
  say("new, with its picture");
  await picture("new");

  await open("Android.bp");
  const language = () => page.locator("#status\\.editor\\.mode").innerText();
  await until("plain text", async () => (await language()).includes("Plain Text"));
  await open("notes.md");
  const step = () => page.locator(".view-line", { hasText: "step pay" }).locator("span span").count();
  await until("a coloured fence", async () => (await step()) > 3);
  await picture("markdown");
  assert.equal(await page.locator(".notification-list-item .codicon-error").count(), 0);
  say("Android.bp is left alone, fences are coloured");
}
