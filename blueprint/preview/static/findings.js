// The list of findings. Each leads to its line.

const SIGNS = { error: "✕", warning: "!", advice: "i" };
const WORDS = { error: ["error", "errors"], warning: ["warning", "warnings"], advice: ["piece of advice", "pieces of advice"] };

/**
 * Show these in the list; `chosen(finding)` is called for one that is clicked or entered, and `mend(finding)`, where there
 * is such a thing, for one that is to be mended.
 */
export function showFindings(list, summary, found, wrong, chosen, mend) {
  const at = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  list.replaceChildren(...wrong.map(settings), ...found.map((finding) => entry(finding, chosen, mend)));
  const buttons = list.querySelectorAll("button");
  if (at >= 0) (buttons[Math.min(at, buttons.length - 1)] ?? list.closest("section").querySelector("h2")).focus();
  summary.textContent = counted(found);
}

function counted(found) {
  const parts = Object.entries(WORDS).map(([kind, words]) => {
    const number = found.filter((each) => each.severity === kind).length;
    return number ? `${number} ${words[number === 1 ? 0 : 1]}` : "";
  });
  return parts.filter(Boolean).join(", ") || "All is well: nothing found.";
}

function entry(finding, chosen, mend) {
  const item = document.createElement("li");
  const button = make("button", "finding", item);
  button.type = "button";
  button.dataset.severity = finding.severity;
  make("span", "sign", button, SIGNS[finding.severity]).setAttribute("aria-hidden", "true");
  const words = make("span", "words", button);
  const head = make("span", "head", words);
  make("strong", "severity", head, finding.severity);
  make("span", "name", head, ` ${finding.name}`);
  if (finding.place) make("span", "line", head, ` · ${finding.place.file}, line ${finding.place.from[0] + 1}`);
  plain(make("span", "message", words), finding.message);
  if (finding.help) plain(make("span", "help", words, "Help: "), finding.help);
  if (finding.fix) plain(make("span", "help", words, "Can be mended: "), finding.fix);
  button.addEventListener("click", () => chosen(finding));
  if (mend && finding.safe && finding.place) {
    const fix = make("button", "fix", item, "Fix");
    fix.type = "button";
    fix.title = capital(finding.fix).replaceAll("`", "");
    fix.setAttribute("aria-label", `Fix line ${finding.place.from[0] + 1}: ${finding.fix.replaceAll("`", "")}`);
    fix.addEventListener("click", () => mend(finding));
  }
  return item;
}

export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

function settings(sentence) {
  const item = document.createElement("li");
  item.className = "settings";
  plain(item, sentence);
  return item;
}

/** Text in which `this` is code. */
function plain(parent, text) {
  text.split(/`([^`]*)`/).forEach((part, index) => {
    if (index % 2) make("code", "", parent, part);
    else parent.append(part);
  });
  return parent;
}

function make(name, kind, parent, text = "") {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.textContent = text;
  parent.append(element);
  return element;
}
