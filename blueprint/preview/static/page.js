// The page: what the preview says is shown, what its reader does is said to it.

import { makeEditor } from "./editor.js";
import { capital, showFindings } from "./findings.js";
import { connect } from "./live.js";
import { Picture } from "./picture.js";

const at = (id) => document.getElementById(id);
const nonce = document.querySelector("script").nonce;
const dark = matchMedia("(prefers-color-scheme: dark)");
const VIEWS = { blueprint: "Blueprint", handoffs: "Handoffs", flow: "Flow" };
const THEMES = { auto: "As the system", light: "Light", dark: "Dark", print: "Print" };
const EXPORTS = { svg: "SVG", png: "PNG", pdf: "PDF", dot: "DOT", bp: "Text" };
const CHOICES = ["view", "phase", "service", "scenario", "theme"];
const EVERY = { phase: "All", service: "All", scenario: "As it is" };

const shown = { viewer: "", edit: false, shapes: {}, texts: {}, state: "", picture: {} };

const picture = new Picture(at("viewport"), at("stage"), (key) => {
  showLink(key);
  if (shown.shapes[key]) editor.show(shown.shapes[key], true);
});
const editor = makeEditor({
  parent: at("source"),
  nonce,
  say: (message) => live.say({ kind: "lsp", message }),
  moved: lightBox,
  opened: (file) => { at("file").value = file; },
  changed: showSaved,
  save,
});

// what the preview says

const heard = {
  hello(message) {
    const again = shown.viewer !== "";
    Object.assign(shown, { viewer: message.viewer, edit: message.edit });
    at("name").textContent = message.name;
    document.title = `${message.name} – service blueprint`;
    document.body.classList.toggle("editing", message.edit);
    at("tools").hidden = !message.edit;
    if (!again) begin(message);
    editor.connected(message);
    ask();
  },
  state(message) {
    shown.state = message.problem;
    showProblem();
  },
  about(message) {
    for (const name of ["phase", "service", "scenario"]) {
      fill(at(name), [["", EVERY[name]], ...message.choices[name]], message.chosen[name]);
    }
    enable();
  },
  picture(message) {
    Object.assign(shown, { shapes: message.shapes, picture: message });
    if (message.svg !== undefined) picture.show(message.svg, message.sheet, message.shapes);
    else picture.connect(message.shapes);
    showProblem();
  },
  findings(message) {
    showFindings(at("found"), at("summary"), message.found, message.wrong, (finding) => {
      if (finding.place) editor.show(finding.place, true);
    }, shown.edit ? mend : null);
    editor.found(message.found);
  },
  texts(message) {
    fill(at("file"), message.files.map((name) => [name, name]), at("file").value || message.files[0]);
    at("file-choice").hidden = message.files.length < 2;
    for (const both of editor.take(message.texts, message.files)) {
      showConflict(both.name, {
        ...both,
        message: `Another program has changed ${both.name} while you were writing. Take the version on disk, or save yours over it.`,
      });
    }
    showSaved();
  },
  lsp(message) {
    editor.hear(message.message);
  },
};

const live = connect(heard, (connected, reason) => {
  at("connection").textContent = connected ? "" : reason || "Connection lost. Is the preview still running? Trying again …";
  if (!connected) editor.disconnected();
});

// what is chosen

function begin(message) {
  const rows = (names, words) => names.map((name) => [name, words[name] ?? name]);
  fill(at("view"), rows(message.views, VIEWS), message.views[0]);
  fill(at("theme"), rows(["auto", ...message.themes], THEMES), "auto");
  at("exports").append(...Object.entries(EXPORTS).map(([kind, word]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.setAttribute("aria-label", `Save as ${word}`);
    button.addEventListener("click", () => exportAs(kind));
    return button;
  }));
}

function fill(select, rows, chosen) {
  const same = rows.length === select.options.length
    && rows.every(([key, word], index) => select.options[index].value === key && select.options[index].text === word);
  if (!same) select.replaceChildren(...rows.map(([key, word]) => new Option(word, key)));
  if (select.value !== chosen) select.value = chosen;
}

const theme = () => (at("theme").value === "auto" ? (dark.matches ? "dark" : "light") : at("theme").value);

function ask() {
  const wish = Object.fromEntries(CHOICES.map((name) => [name, at(name).value]));
  live.say({ kind: "show", ...wish, theme: theme() });
  enable();
}

/** A network is always of the whole blueprint; what there is nothing to choose from is not offered. */
function enable() {
  for (const name of ["phase", "service", "scenario"]) {
    at(name).disabled = at(name).options.length < 2 || (name !== "scenario" && at("view").value !== "blueprint");
  }
}

for (const name of CHOICES) at(name).addEventListener("change", ask);
dark.addEventListener("change", ask);
at("choices").addEventListener("submit", (event) => event.preventDefault());
at("file").addEventListener("change", () => editor.show({ file: at("file").value, from: [0, 0], to: [0, 0] }, false));
at("closer").addEventListener("click", () => picture.motion.zoom(1.25));
at("wider").addEventListener("click", () => picture.motion.zoom(0.8));
at("fit").addEventListener("click", () => picture.motion.fit());
at("save").addEventListener("click", () => save());
at("format").addEventListener("click", () => editor.format());

async function exportAs(kind) {
  const answer = await fetch(`export/${shown.viewer}.${kind}?theme=${at("theme").value === "auto" ? "light" : theme()}`)
    .catch(() => null);
  if (!answer?.ok) {
    at("told").textContent = answer ? (await answer.text()).replaceAll("`", "") : "The preview does not answer.";
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = /filename="([^"]*)"/.exec(answer.headers.get("content-disposition"))[1];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  at("told").textContent = `Saved as ${link.download}.`;
}

// what is told

function showProblem() {
  const { stale, message } = shown.picture;
  const kept = stale && at("stage").firstElementChild ? " The picture is that of the last text that could be read." : "";
  const broken = stale && !message ? "The text has errors." : "";
  const said = [shown.state, message, broken].filter(Boolean).join(" ");
  const text = (said ? said + kept : "").replaceAll("`", "");
  if (at("problem").textContent !== text) at("problem").textContent = text;
}

function showLink(key) {
  const link = picture.linkOf(key);
  at("link").hidden = !link;
  if (!link) return;
  at("link").href = link;
  at("link").textContent = link;
}

/** Frame the box in whose place the cursor is: the innermost there is. */
function lightBox({ file, line, character }) {
  const before = ([l, c]) => l < line || (l === line && c <= character);
  const after = ([l, c]) => l > line || (l === line && c >= character);
  const size = ({ from, to }) => (to[0] - from[0]) * 10_000 + to[1] - from[1];
  let best = "";
  for (const [key, place] of Object.entries(shown.shapes)) {
    if (place.file !== file || !before(place.from) || !after(place.to) || !picture.boxes.has(key)) continue;
    if (!best || size(place) < size(shown.shapes[best])) best = key;
  }
  if (best === picture.lit) return;
  picture.light(best);
  showLink(best);
  picture.reveal(best);
}

/** Take the fix of a finding, as the editor's own language server has it for the text as it is now. */
async function mend(finding) {
  const done = await editor.mend(finding.place, capital(finding.fix)).catch(() => false);
  at("told").textContent = done ? "Mended. Ctrl-Z in the text takes it back." : "That can no longer be mended.";
}

// saving

function showSaved() {
  if (shown.edit) at("saved").textContent = editor.unsaved() ? "Not saved yet (Ctrl-S)." : "Saved.";
}

/** Save every text that was changed, and the one that is shown. */
async function save() {
  if (!shown.edit) return;
  for (const each of editor.pending()) await saveOne(each);
}

async function saveOne({ file, text, hash }) {
  const body = JSON.stringify({ file, text, hash });
  const answer = await fetch("file", { method: "PUT", body }).catch(() => null);
  if (!answer) {
    at("saved").textContent = "Not saved: the preview does not answer. The text is still here.";
    return;
  }
  const told = await answer.json().catch(() => ({ message: "The preview did not take it." }));
  if (answer.status === 409) {
    showConflict(file, told);
    at(told.text === null ? "mine" : "theirs").focus();
    return;
  }
  if (answer.ok) {
    editor.saved(file, text, told.hash);
    at("conflict").hidden = true;
    showSaved();
  } else {
    at("saved").textContent = told.message;
  }
}

function showConflict(file, told) {
  at("conflict-text").textContent = told.message.replaceAll("`", "");
  at("conflict").hidden = false;
  at("theirs").hidden = told.text === null;
  at("theirs").onclick = () => {
    editor.replace(file, told.text, told.hash);
    at("conflict").hidden = true;
    showSaved();
  };
  at("mine").onclick = () => saveOne({ ...editor.pending(file)[0], hash: told.hash });
}

addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    if (shown.edit) save();
  }
});
addEventListener("beforeunload", (event) => {
  if (editor.unsaved()) event.preventDefault();
});
