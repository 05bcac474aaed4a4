/*
 * <relais-record-keys>: single keys of the record page. "G" and a digit click the section with data-record-key "G 1"
 * to "G 9", "/" puts the focus on the filters, a letter clicks what carries it. They act only where nobody types, and
 * not at all once the user switched single keys off (WCAG 2.1.4).
 */
const PATIENCE = 1200;

class RelaisRecordKeys extends HTMLElement {
  connectedCallback() {
    this.before = '';
    this.listener = (event) => this.pressed(event);
    document.addEventListener('keydown', this.listener);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.listener);
    clearTimeout(this.forget);
  }

  pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1 || this.quiet(event)) {
      return;
    }
    const key = event.key.toUpperCase();
    const found = this.find(`${this.before} ${key}`.trim()) ?? (this.before === 'G' ? null : this.find(key));
    this.before = key;
    clearTimeout(this.forget);
    this.forget = setTimeout(() => (this.before = ''), PATIENCE);
    if (found) {
      event.preventDefault();
      found.focus();
      if (key !== '/') {
        found.click();
      }
    }
  }

  find(keys) {
    return document.querySelector(`[data-record-key="${CSS.escape(keys)}"]`);
  }

  quiet(event) {
    const target = event.composedPath()[0];
    return document.querySelector('relais-shortcuts')?.getAttribute('single-keys') === 'off'
      || target.matches?.('input, textarea, select, [contenteditable], [role="radiogroup"] *')
      || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') !== null;
  }
}

customElements.get('relais-record-keys') ?? customElements.define('relais-record-keys', RelaisRecordKeys);
