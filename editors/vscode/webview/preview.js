// The page of the picture: what the extension says is shown, what its reader does is said to it.

import { Picture } from "../../../blueprint/preview/static/picture.js";

const editor = acquireVsCodeApi();
const at = (id) => document.getElementById(id);
const NAMES = ["view", "phase", "service", "scenario"];
const EVERY = { phase: "All", service: "All", scenario: "As it is" };
const KEEP = 300; // milliseconds after which where the picture stands is written down

let state = editor.getState() ?? {};
let drawn = "";
const picture = new Picture(at("viewport"), at("stage"), (key) => {
  showLink(key);
  editor.postMessage({ kind: "box", key });
});

const heard = {
  hello: ({ uri }) => keep({ uri }),
  picture(message) {
    const shapes = Object.fromEntries(message.keys.map((key) => [key, true]));
    const same = message.svg === drawn && message.sheet === picture.told;
    if (same) {
      picture.connect(shapes); // told of the same drawing, the page keeps all that its reader did to it
    } else {
      picture.show(message.svg, message.sheet, shapes);
      Object.assign(picture, { told: message.sheet });
      drawn = message.svg;
      stand();
    }
    for (const [name, rows] of Object.entries(message.choices)) fill(name, [["", EVERY[name]], ...rows], message.chosen[name]);
    at("view").value = message.chosen.view;
    enable();
    keep(message.chosen);
    showProblem(message);
  },
  told: showProblem,
  light({ key }) {
    if (key === picture.lit) return;
    picture.light(key);
    picture.reveal(key);
    showLink(key);
  },
};
addEventListener("message", ({ data }) => { if (Object.hasOwn(heard, data?.kind)) heard[data.kind](data); });

function keep(more) {
  state = { ...state, ...more };
  editor.setState(state);
}

/** The first picture stands where it stood before the window was loaded again. */
let stood = false;
function stand() {
  const { motion } = picture;
  if (stood || !drawn) return;
  stood = true;
  const { x, y, scale } = state;
  if ([x, y, scale].every(Number.isFinite)) {
    Object.assign(motion, { x, y, scale, fitted: false });
    motion.pan(0, 0);
  }
  const place = motion.place.bind(motion);
  let timer = 0;
  motion.place = () => {
    place();
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { x, y, scale, fitted } = motion;
      keep(fitted ? { x: null, y: null, scale: null } : { x, y, scale });
    }, KEEP);
  };
}

function fill(name, rows, chosen) {
  const select = at(name);
  const same = rows.length === select.options.length
    && rows.every(([key, word], index) => select.options[index].value === key && select.options[index].text === word);
  if (!same) select.replaceChildren(...rows.map(([key, word]) => new Option(word, key)));
  if (select.value !== chosen) select.value = chosen;
  select.parentElement.hidden = rows.length < 3 && name !== "scenario" || rows.length < 2; // nothing to choose from
}

/** A network is always of the whole blueprint. */
function enable() {
  for (const name of ["phase", "service"]) at(name).disabled = at("view").value !== "blueprint";
}

function showProblem({ message, stale }) {
  const kept = stale && drawn ? "The picture is that of the last text that could be read." : "";
  const text = [message || (stale ? "The text has errors." : ""), kept].filter(Boolean).join(" ");
  if (at("problem").textContent !== text) at("problem").textContent = text;
}

function showLink(key) {
  const link = picture.linkOf(key);
  at("link").hidden = !link;
  if (link) Object.assign(at("link"), { href: link, textContent: link });
}

at("choices").addEventListener("submit", (event) => event.preventDefault());
for (const name of NAMES) {
  at(name).addEventListener("change", () => {
    enable();
    editor.postMessage({ kind: "choose", chosen: Object.fromEntries(NAMES.map((each) => [each, at(each).value])) });
  });
}
at("closer").addEventListener("click", () => picture.motion.zoom(1.25));
at("wider").addEventListener("click", () => picture.motion.zoom(0.8));
at("fit").addEventListener("click", () => picture.motion.fit());
editor.postMessage({ kind: "ready" });
