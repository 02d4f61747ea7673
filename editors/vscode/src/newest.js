// Work that is asked for more often than it can be done: once at a time, a moment after the last asking.

export class Newest {
  /** `work()` is done `pause` milliseconds after it was last asked for; what it throws goes to `fails(error)`. */
  constructor(work, pause, fails) {
    Object.assign(this, { work, pause, fails, timer: null, busy: false, again: false, over: false });
  }

  ask() {
    if (this.over) return;
    if (this.busy) {
      this.again = true; // what is on its way is of a text that was; nothing is gained by asking twice at once
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.begin(), this.pause);
  }

  async begin() {
    this.busy = true;
    try {
      await this.work();
    } catch (error) {
      if (!this.over) this.fails(error);
    }
    this.busy = false;
    if (this.again) {
      this.again = false;
      this.ask();
    }
  }

  stop() {
    this.over = true;
    clearTimeout(this.timer);
  }
}
