// The picture: put in place of the one before it without a flash, its boxes as buttons that lead to the text.

import { Motion } from "./motion.js";

const SVG = "http://www.w3.org/2000/svg";
// What pictures are made of. Labels are written by people: nothing else gets in, whatever they hold.
const ELEMENTS = new Set("svg g path rect circle text tspan title desc".split(" "));
const LINK = /^(https?:\/\/|mailto:)/i;

export class Picture {
  /** `chosen(key)` is called with the key of a box that was clicked, or entered by key. */
  constructor(viewport, stage, chosen) {
    this.chosen = chosen;
    this.stage = stage;
    this.viewport = viewport;
    this.sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
    this.motion = new Motion(viewport, stage, (target) => this.choose(target));
    this.boxes = new Map();
    this.lit = "";
    this.current = ""; // the box that Tab leads to
    stage.addEventListener("keydown", (event) => this.key(event));
    stage.addEventListener("focusin", (event) => this.focused(event.target));
    stage.addEventListener("focusout", () => this.frame("focus-frame", null));
  }

  /** Show this picture; `shapes` are the keys that have a place in the text. An empty text takes the picture away. */
  show(text, sheet, shapes) {
    const focus = this.stage.contains(document.activeElement) ? this.keyOf(document.activeElement) : "";
    if (!text) {
      this.stage.replaceChildren();
      this.boxes.clear();
    } else if (!this.swap(text, sheet)) {
      return;
    }
    this.connect(shapes);
    if (focus) (this.boxes.get(focus) ?? this.viewport).focus({ preventScroll: true });
    this.light(this.lit);
  }

  swap(text, sheet) {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    if (root.localName !== "svg" || root.namespaceURI !== SVG) return false;
    clean(root);
    const [, , width, height] = root.getAttribute("viewBox").split(" ").map(Number);
    this.sheet.replaceSync(sheet);
    this.stage.replaceChildren(document.adoptNode(root)); // one step: nothing is painted in between
    this.motion.resize(width, height);
    return true;
  }

  connect(shapes) {
    this.boxes.clear();
    for (const element of this.stage.querySelectorAll("[data-key]")) {
      const { key } = element.dataset;
      if (!Object.hasOwn(shapes, key) || this.boxes.has(key) || element.dataset.source) continue;
      this.boxes.set(key, element);
      element.setAttribute("role", "button");
      element.setAttribute("tabindex", "-1");
      element.removeAttribute("aria-hidden");
    }
    if (!this.boxes.has(this.current)) this.current = this.boxes.keys().next().value ?? "";
    this.boxes.get(this.current)?.setAttribute("tabindex", "0");
  }

  keyOf(element) {
    return element.closest?.("[data-key][role=button]")?.dataset.key ?? "";
  }

  linkOf(key) {
    return this.boxes.get(key)?.dataset.link ?? "";
  }

  choose(target) {
    const key = this.keyOf(target);
    if (!key) return;
    this.light(key);
    this.boxes.get(key).focus({ preventScroll: true });
    this.chosen(key);
  }

  /** Frame the box of this key, or none. */
  light(key) {
    this.lit = key;
    this.frame("lit-frame", this.boxes.get(key) ?? null);
  }

  reveal(key) {
    const box = this.boxes.get(key);
    if (box) this.motion.reveal(box);
  }

  focused(target) {
    const key = this.keyOf(target);
    if (!key) return;
    this.boxes.get(this.current)?.setAttribute("tabindex", "-1");
    this.current = key;
    target.setAttribute("tabindex", "0");
    if (!target.matches(":focus-visible")) return;
    this.frame("focus-frame", target);
    this.motion.reveal(target);
  }

  frame(name, element) {
    const svg = this.stage.firstElementChild;
    svg?.querySelector(`.${name}`)?.remove();
    if (!element) return;
    const box = element.getBBox();
    const frame = document.createElementNS(SVG, "rect");
    const sides = { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, rx: 5 };
    for (const [side, value] of Object.entries(sides)) frame.setAttribute(side, value);
    frame.setAttribute("class", name);
    frame.setAttribute("aria-hidden", "true");
    svg.append(frame);
  }

  key(event) {
    const from = this.boxes.get(this.keyOf(event.target));
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (event.key === "Enter" || event.key === " ") this.choose(from);
    else if (event.key === "Escape") this.viewport.focus();
    else if (event.key === "Home" || event.key === "End") [...this.boxes.values()].at(event.key === "Home" ? 0 : -1).focus();
    else if (ways[event.key]) this.next(from, ...ways[event.key])?.focus({ preventScroll: true });
    else return;
    event.preventDefault();
  }

  /** The box nearest to this one in a direction: what stands aside counts double. */
  next(from, right, down) {
    const middle = (element) => {
      const box = element.getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    };
    const [x, y] = middle(from);
    let best = null;
    let least = Infinity;
    for (const box of this.boxes.values()) {
      const [dx, dy] = [middle(box)[0] - x, middle(box)[1] - y];
      const ahead = dx * right + dy * down;
      const far = ahead + 2 * Math.abs(right ? dy : dx);
      if (ahead > 1 && far < least) [best, least] = [box, far];
    }
    return best;
  }
}

/** Take out what is no part of a picture. A link becomes a fact of the box in it. */
function clean(root) {
  for (const link of [...root.querySelectorAll("a")]) {
    const href = link.getAttribute("href") ?? "";
    for (const child of link.children) if (LINK.test(href)) child.setAttribute("data-link", href);
    link.replaceWith(...link.childNodes);
  }
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (element.namespaceURI !== SVG || !ELEMENTS.has(element.localName)) element.remove();
    else for (const { name } of [...element.attributes]) if (unsafe(name)) element.removeAttribute(name);
  }
}

const unsafe = (name) => /^on/i.test(name) || /href$/i.test(name) || name === "style";
