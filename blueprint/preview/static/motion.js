// Where the picture stands in its window, and how large: by mouse, by touch, by keys.

const STEP = 60; // pixels an arrow key moves
const ZOOM = 1.25; // of one key or button
const SMALLEST = 0.05;
const LARGEST = 8;
const READABLE = 0.35; // a scale below which nothing can be read
const SLOP = 5; // pixels a pointer may move and still have clicked

export class Motion {
  /** `clicked(target)` is called for what was clicked and not dragged. */
  constructor(viewport, stage, clicked) {
    Object.assign(this, { viewport, stage, clicked, x: 0, y: 0, scale: 1, width: 1, height: 1, fitted: true });
    this.pointers = new Map();
    viewport.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    viewport.addEventListener("pointerdown", (event) => this.down(event));
    viewport.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) viewport.addEventListener(end, (event) => this.up(event));
    viewport.addEventListener("keydown", (event) => this.key(event));
    // Browsers scroll what is focused into view, and an element that hides what flows over can be scrolled by that.
    viewport.addEventListener("scroll", () => viewport.scrollTo(0, 0));
    new ResizeObserver(() => this.fitted && this.fit()).observe(viewport);
  }

  /** The picture has this size now; one that was shown whole still is, any other stays where it is. */
  resize(width, height) {
    const first = this.width === 1;
    Object.assign(this, { width, height });
    if (this.fitted) this.fit();
    if (first) this.begin();
  }

  /** On a narrow screen a picture begins at its left, as high as the window: whole, nothing of it could be read. */
  begin() {
    const high = Math.min(1, this.viewport.clientHeight / this.height);
    if (this.scale >= READABLE || high <= this.scale) return;
    Object.assign(this, { scale: high, x: 0, y: 0 });
    this.pan(0, 0);
  }

  fit() {
    const { clientWidth, clientHeight } = this.viewport;
    this.scale = Math.max(SMALLEST, Math.min(1.5, clientWidth / this.width, clientHeight / this.height));
    this.x = Math.max(0, (clientWidth - this.width * this.scale) / 2);
    this.y = Math.max(0, (clientHeight - this.height * this.scale) / 2);
    this.fitted = true;
    this.place();
  }

  place() {
    this.stage.style.transform = `translate(${this.x}px, ${this.y}px) scale(${this.scale})`;
  }

  pan(dx, dy) {
    const { clientWidth, clientHeight } = this.viewport;
    const within = (at, size, room) => Math.min(room - 40, Math.max(40 - size, at)); // some of it is always to be seen
    this.x = within(this.x + dx, this.width * this.scale, clientWidth);
    this.y = within(this.y + dy, this.height * this.scale, clientHeight);
    this.fitted = false;
    this.place();
  }

  /** Larger by a factor; what is at this point of the window stays there. */
  zoom(factor, x = this.viewport.clientWidth / 2, y = this.viewport.clientHeight / 2) {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, this.scale * factor));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.pan(0, 0);
  }

  /** Move as little as is needed to see this element. */
  reveal(element) {
    const room = this.viewport.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const inside = (low, high, from, to) => (low < from + 12 ? from + 12 - low : high > to - 12 ? to - 12 - high : 0);
    const dx = inside(box.left, box.right, room.left, room.right);
    const dy = inside(box.top, box.bottom, room.top, room.bottom);
    if (dx || dy) this.pan(dx, dy);
  }

  point(event) {
    const room = this.viewport.getBoundingClientRect();
    return [event.clientX - room.left, event.clientY - room.top];
  }

  wheel(event) {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? this.viewport.clientHeight : 1;
    if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(-event.deltaY * unit * 0.0022), ...this.point(event));
    else if (event.shiftKey && !event.deltaX) this.pan(-event.deltaY * unit, 0);
    else this.pan(-event.deltaX * unit, -event.deltaY * unit);
  }

  down(event) {
    if (event.button) return;
    this.pointers.set(event.pointerId, this.point(event));
    if (this.pointers.size === 1) Object.assign(this, { began: this.point(event), dragged: false, target: event.target });
    else this.dragged = true;
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.point(event);
    if (!this.dragged && Math.hypot(now[0] - this.began[0], now[1] - this.began[1]) < SLOP) return;
    if (!this.dragged) this.viewport.setPointerCapture(event.pointerId);
    this.dragged = true;
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const far = (point) => Math.max(1, Math.hypot(point[0] - other[0], point[1] - other[1]));
      this.zoom(far(now) / far(before), ...other);
    } else {
      this.pan(now[0] - before[0], now[1] - before[1]);
    }
    this.pointers.set(event.pointerId, now);
  }

  up(event) {
    const known = this.pointers.delete(event.pointerId);
    if (known && !this.dragged && event.type === "pointerup") this.clicked(this.target);
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrows = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };
    if (arrows[event.key] && event.target === this.viewport) this.pan(...arrows[event.key]);
    else if (event.key === "+" || event.key === "=") this.zoom(ZOOM);
    else if (event.key === "-") this.zoom(1 / ZOOM);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
  }
}
