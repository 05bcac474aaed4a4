/*
 * <relais-scale>: one item of an instrument as a radio group, or as a number that is typed. Keys: a digit rates and moves
 * to the next item (where a value has two digits, after a short wait for the second), left and right change the value,
 * up and down change the item, Backspace clears, ? keeps the meanings of all values open. In a number Enter moves on.
 *
 * Attributes: number, heading, hint, values="0,1,3,5", anchors='{"0":"none"}' (JSON), earlier='[["04:00","2"]]' (JSON),
 * in-words (the meanings are chosen from), number-from, number-to, unit (a number is typed), optional (its word),
 * left-out, error. Property: value, a text, empty when not rated. Fires value-changed.
 */
const SECOND_DIGIT = 700;
const TYPING = 600;
class RelaisScale extends HTMLElement {
  static observedAttributes = ['number', 'heading', 'hint', 'values', 'anchors', 'earlier', 'error', 'unit', 'optional'];
  static count = 0;

  rated = '';
  begun = '';
  input = null;

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

  /* What stands with it: the rows of one form, each of which may hold more than the item. */
  get rows() {
    return this.closest('.relais-scale-rows') ?? this.parentElement;
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
    (this.input ?? this.querySelector('[tabindex="0"]'))?.focus();
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
    const asked = this.make('span', 'hint', hint);
    asked.id = `${this.key}-hint`;
    words.append(name, asked);
    if (this.hasAttribute('optional')) {
      words.append(this.make('span', 'optional', this.getAttribute('optional')));
    }

    const before = this.make('span', 'earlier');
    earlier.forEach(([time, value]) => {
      const cell = this.make('span', '', value);
      cell.title = time;
      cell.setAttribute('aria-label', `${time} : ${value}`);
      before.append(cell);
    });

    const answer = this.hasAttribute('number-from') ? this.drawNumber(name.id) : this.drawValues(name.id, anchors);

    const meanings = this.make('span', 'anchors');
    meanings.setAttribute('aria-hidden', 'true');
    Object.entries(this.hasAttribute('in-words') ? {} : anchors).forEach(([value, text]) => {
      const meaning = this.make('span', 'anchor');
      meaning.append(this.make('b', '', value), ` ${text}`);
      meanings.append(meaning);
    });
    const message = this.make('span', 'error', error);
    message.id = `${this.key}-error`;

    const focused = this.contains(document.activeElement);
    const caret = this.caret;
    this.replaceChildren(number, words, before, answer, meanings, message);
    this.mark();
    if (focused) {
      this.focus();
      this.input?.setSelectionRange(caret, caret);
    }
  }

  drawValues(name, anchors) {
    const inWords = this.hasAttribute('in-words');
    const group = this.make('span', inWords ? 'values in-words' : 'values');
    group.setAttribute('role', 'radiogroup');
    group.setAttribute('aria-labelledby', name);
    group.setAttribute('aria-describedby', `${this.key}-hint ${this.key}-error`);
    this.input = null;
    this.allowed.forEach((value) => {
      const cell = this.make('button', 'cell', inWords ? '' : value);
      cell.type = 'button';
      cell.dataset.value = value;
      cell.setAttribute('role', 'radio');
      cell.setAttribute('aria-label', anchors[value] ? `${value}, ${anchors[value]}` : value);
      if (inWords) {
        cell.append(this.make('b', '', value), this.make('span', '', anchors[value]));
      }
      group.append(cell);
    });
    return group;
  }

  drawNumber(name) {
    const place = this.make('span', 'values typed');
    const had = this.input?.value;
    this.caret = this.input?.selectionStart ?? this.rated.length;
    const input = document.createElement('input');
    input.inputMode = 'decimal';
    input.autocomplete = 'off';
    input.size = 6;
    input.value = had ?? this.rated;
    input.setAttribute('aria-labelledby', name);
    input.setAttribute('aria-describedby', `${this.key}-range ${this.key}-hint ${this.key}-error`);
    input.addEventListener('input', () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.rate(input.value.trim()), TYPING);
    });
    input.addEventListener('change', () => {
      clearTimeout(this.pause);
      this.rate(input.value.trim());
    });
    const unit = this.getAttribute('unit') ?? '';
    const range = this.make('span', 'range', `${this.getAttribute('number-from')}–${this.getAttribute('number-to')} ${unit}`);
    range.id = `${this.key}-range`;
    place.append(input, range);
    this.input = input;
    return place;
  }

  mark() {
    if (this.input && this.input !== document.activeElement) {
      this.input.value = this.rated;
    }
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
    if (this.input) {
      const move = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
      if (move) {
        this.rate(this.input.value.trim());
        this.go(move);
        event.preventDefault();
      }
      event.stopPropagation();
      return;
    }
    const both = this.begun + event.key;
    if (this.begun && this.allowed.includes(both)) {
      this.end();
      this.rate(both);
      this.go(1);
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    this.end();
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const move = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (/^\d$/.test(event.key) && this.allowed.some((value) => value.length > 1 && value.startsWith(event.key))) {
      this.begin(event.key);
    } else if (this.allowed.includes(event.key)) {
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
      this.rows?.toggleAttribute('anchors');
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /* The first of two digits: taken for the whole value when no second one follows. */
  begin(digit) {
    this.begun = digit;
    if (this.allowed.includes(digit)) {
      this.rate(digit);
      this.focus();
    }
    this.wait = setTimeout(() => {
      this.begun = '';
      if (this.allowed.includes(digit) && this.contains(document.activeElement)) {
        this.go(1);
      }
    }, SECOND_DIGIT);
  }

  end() {
    clearTimeout(this.wait);
    this.begun = '';
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
    const all = [...(this.rows?.querySelectorAll('relais-scale:not([hidden])') ?? [])];
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
