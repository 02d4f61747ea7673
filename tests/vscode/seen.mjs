// What has to be seen, step by step.

export async function main(it) {
  const { page, say, until, picture, open, goTo, lineOf } = it;
  await open("hotel.bp");
  await page.locator(".monaco-editor .view-lines").first().waitFor();
  say("editor");
  await goTo(lineOf("step arrive"), 1);
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("frontstag \"x\"");
  await page.keyboard.press("Escape");
  await until("a squiggle", () => page.locator(".squiggly-error").count());
  say("squiggle");
  await picture("squiggle");
}
