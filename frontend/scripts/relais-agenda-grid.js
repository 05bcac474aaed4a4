/*
 * <relais-agenda-grid first="480" last="1140" now="36000">: days side by side. What carries data-from (and data-to), in
 * minutes of the day, stands at its height; a line marks the present time in the column with data-today, counted on
 * from the seconds of the day that the server gave. A block with draggable is moved by pointer, in steps of a quarter of
 * an hour, within and between columns with data-open: "relais-moved" tells its number, the column and the minutes.
 * A double click on free time fires "relais-slot". What a block opens does the same by keyboard.
 */
const STEP = 15;

class RelaisAgendaGrid extends HTMLElement {
  connectedCallback() {
    this.first = Number(this.getAttribute('first'));
    this.last = Number(this.getAttribute('last'));
    this.begun = performance.now();
    this.style.setProperty('--span', this.last - this.first);
    this.place();
    this.observer = new MutationObserver(() => this.place());
    this.observer.observe(this, { childList: true, subtree: true });
    this.timer = setInterval(() => this.tick(), 30000);
    this.addEventListener('dragstart', (event) => this.take(event));
    this.addEventListener('dragend', () => this.letGo());
    this.addEventListener('dragover', (event) => this.hover(event));
    this.addEventListener('drop', (event) => this.drop(event));
    this.addEventListener('dblclick', (event) => this.ask(event));
    this.tick();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.observer.disconnect();
  }

  place() {
    for (const part of this.querySelectorAll('[data-from]')) {
      part.style.setProperty('--from', Number(part.dataset.from) - this.first);
      if (part.dataset.to) {
        part.style.setProperty('--length', Number(part.dataset.to) - Number(part.dataset.from));
        part.toggleAttribute('data-short', Number(part.dataset.to) - Number(part.dataset.from) < 40);
      }
    }
  }

  tick() {
    const seconds = Number(this.getAttribute('now')) + (performance.now() - this.begun) / 1000;
    const minutes = seconds / 60;
    const seen = minutes >= this.first && minutes <= this.last;
    this.style.setProperty('--now', minutes - this.first);
    this.toggleAttribute('data-now', seen);
  }

  take(event) {
    const block = event.target.closest?.('[data-block]');
    if (!block) {
      return;
    }
    this.dragged = block;
    this.held = event.clientY - block.getBoundingClientRect().top;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', '');
    block.toggleAttribute('data-dragged', true);
  }

  letGo() {
    this.dragged?.removeAttribute('data-dragged');
    this.dragged = undefined;
    this.mark?.remove();
  }

  hover(event) {
    const day = event.target.closest?.('[data-column]');
    if (!this.dragged || !day?.hasAttribute('data-open')) {
      return;
    }
    event.preventDefault();
    this.mark ??= Object.assign(document.createElement('div'), { className: 'relais-agenda-mark' });
    if (this.mark.parentElement !== day) {
      day.append(this.mark);
    }
    this.mark.style.setProperty('--from', this.minutes(day, event.clientY - this.held) - this.first);
    this.mark.style.setProperty('--length', Number(this.dragged.dataset.to) - Number(this.dragged.dataset.from));
  }

  drop(event) {
    const day = event.target.closest?.('[data-column]');
    if (!this.dragged || !day?.hasAttribute('data-open')) {
      return;
    }
    event.preventDefault();
    const minutes = this.minutes(day, event.clientY - this.held);
    const detail = { block: Number(this.dragged.dataset.block), column: Number(day.dataset.column), minutes };
    const same = day.contains(this.dragged) && minutes === Number(this.dragged.dataset.from);
    this.letGo();
    if (!same) {
      this.dispatchEvent(new CustomEvent('relais-moved', { detail }));
    }
  }

  ask(event) {
    const day = event.target.closest?.('[data-column]');
    if (day?.hasAttribute('data-open') && !event.target.closest('.relais-agenda-block')) {
      const detail = { column: Number(day.dataset.column), minutes: this.minutes(day, event.clientY) };
      this.dispatchEvent(new CustomEvent('relais-slot', { detail }));
    }
  }

  minutes(day, y) {
    const box = day.getBoundingClientRect();
    const raw = this.first + ((y - box.top) / box.height) * (this.last - this.first);
    return Math.max(this.first, Math.min(this.last - STEP, Math.round(raw / STEP) * STEP));
  }
}

customElements.get('relais-agenda-grid') ?? customElements.define('relais-agenda-grid', RelaisAgendaGrid);
