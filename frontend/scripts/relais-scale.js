/*
 * <relais-scale>: one item of an instrument as a radio group. Keys: a digit rates and moves to the next item, left and
 * right change the value, up and down change the item, Backspace clears, ? keeps the meanings of all values open.
 *
 * Attributes: number, heading, hint, values="0,1,3,5", anchors='{"0":"none"}' (JSON), earlier='[["04:00","2"]]' (JSON),
 * error, text-clear. Property: value, a text, empty when not rated. Fires value-changed.
 */
class RelaisScale extends HTMLElement {
  static observedAttributes = ['heading', 'hint', 'values', 'anchors', 'earlier', 'error'];
  static count = 0;

  rated = '';

  get value() {
    return this.rated;
  }

  set value(value) {
    this.rated = value ?? '';
    this.mark();
  }

  get allowed() {
    return (this.getAttribute('values') ?? '').split(',').filter(Boolean);
  }

  connectedCallback() {
    this.key ??= `relais-scale-${RelaisScale.count++}`;
    if (!this.wired) {
      this.wired = true;
      this.addEventListener('keydown', (event) => this.press(event));
      this.addEventListener('click', (event) => this.pick(event));
    }
    this.draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.draw();
    }
  }

  focus() {
    this.querySelector('[tabindex="0"]')?.focus();
  }

  draw() {
    const anchors = JSON.parse(this.getAttribute('anchors') || '{}');
    const earlier = JSON.parse(this.getAttribute('earlier') || '[]');
    const hint = this.getAttribute('hint') ?? '';
    const error = this.getAttribute('error') ?? '';

    const number = this.make('span', 'number', this.getAttribute('number') ?? '');
    number.setAttribute('aria-hidden', 'true');
    const name = this.make('span', 'name', this.getAttribute('heading') ?? '');
    name.id = `${this.key}-name`;
    const words = this.make('span', 'words');
    words.append(name, this.make('span', 'hint', hint));
    words.lastChild.id = `${this.key}-hint`;

    const before = this.make('span', 'earlier');
    earlier.forEach(([time, value]) => {
      const cell = this.make('span', '', value);
      cell.title = time;
      cell.setAttribute('aria-label', `${time} : ${value}`);
      before.append(cell);
    });

    const group = this.make('span', 'values');
    group.setAttribute('role', 'radiogroup');
    group.setAttribute('aria-labelledby', name.id);
    group.setAttribute('aria-describedby', `${this.key}-hint ${this.key}-error`);
    this.allowed.forEach((value) => {
      const cell = this.make('button', 'cell', value);
      cell.type = 'button';
      cell.dataset.value = value;
      cell.setAttribute('role', 'radio');
      cell.setAttribute('aria-label', anchors[value] ? `${value}, ${anchors[value]}` : value);
      group.append(cell);
    });

    const meanings = this.make('span', 'anchors');
    meanings.setAttribute('aria-hidden', 'true');
    Object.entries(anchors).forEach(([value, text]) => {
      const meaning = this.make('span', 'anchor');
      meaning.append(this.make('b', '', value), ` ${text}`);
      meanings.append(meaning);
    });
    const message = this.make('span', 'error', error);
    message.id = `${this.key}-error`;

    const focused = this.contains(document.activeElement);
    this.replaceChildren(number, words, before, group, meanings, message);
    this.mark();
    if (focused) {
      this.focus();
    }
  }

  mark() {
    const cells = this.cells();
    cells.forEach((cell, index) => {
      const chosen = cell.dataset.value === this.rated;
      cell.setAttribute('aria-checked', String(chosen));
      cell.tabIndex = chosen || (this.rated === '' && index === 0) ? 0 : -1;
    });
    this.toggleAttribute('rated', this.rated !== '');
  }

  cells() {
    return [...this.querySelectorAll('[role="radio"]')];
  }

  press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const move = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (this.allowed.includes(event.key)) {
      this.rate(event.key);
      this.go(1);
    } else if (/^\d$/.test(event.key)) {
      this.refuse();
    } else if (step) {
      this.change(step);
    } else if (move) {
      this.go(move);
    } else if (event.key === 'Backspace' || event.key === 'Delete') {
      this.rate('');
      this.focus();
    } else if (event.key === '?') {
      this.parentElement?.toggleAttribute('anchors');
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  pick(event) {
    const cell = event.target.closest?.('[role="radio"]');
    if (cell) {
      this.rate(cell.dataset.value);
      cell.focus();
    }
  }

  change(step) {
    const values = this.allowed;
    const at = values.indexOf(this.rated);
    const next = at < 0 ? (step > 0 ? 0 : values.length - 1) : Math.min(values.length - 1, Math.max(0, at + step));
    this.rate(values[next]);
    this.focus();
  }

  go(step) {
    const all = [...(this.parentElement?.querySelectorAll('relais-scale') ?? [])];
    (all[all.indexOf(this) + step] ?? this).focus();
  }

  /* A value that this item does not have moves nothing: the row says so by a short mark. */
  refuse() {
    this.classList.remove('refused');
    requestAnimationFrame(() => this.classList.add('refused'));
  }

  rate(value) {
    if (this.rated !== value) {
      this.rated = value;
      this.mark();
      this.dispatchEvent(new CustomEvent('value-changed'));
    }
  }

  make(tag, part, text = '') {
    const node = document.createElement(tag);
    if (part) {
      node.className = part;
    }
    node.textContent = text;
    return node;
  }
}

customElements.get('relais-scale') ?? customElements.define('relais-scale', RelaisScale);
