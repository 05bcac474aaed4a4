/*
 * <relais-shortcuts keys="Ctrl K,G J,?" single-keys="on">: listens on the document and fires "relais-shortcut" with the
 * keys as they are written in its attribute. Letters without Ctrl act only where nobody types and no dialog is open.
 */
const PATIENCE = 1200;

class RelaisShortcuts extends HTMLElement {
  connectedCallback() {
    this.listener = (event) => this.pressed(event);
    this.before = '';
    document.addEventListener('keydown', this.listener);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.listener);
    clearTimeout(this.forget);
  }

  pressed(event) {
    if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) {
      return;
    }
    const known = this.getAttribute('keys').split(',');
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    if (event.ctrlKey || event.metaKey || event.altKey) {
      const wanted = `Ctrl ${key}`;
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && known.includes(wanted)) {
        event.preventDefault();
        if (!document.querySelector('vaadin-dialog[opened]')) {
          this.fire(wanted);
        }
      }
      return;
    }
    if (this.getAttribute('single-keys') === 'off' || this.typing(event)) {
      return;
    }
    const pair = `${this.before} ${key}`;
    clearTimeout(this.forget);
    const found = [pair, key].find((keys) => known.includes(keys));
    this.before = found ? '' : key;
    this.forget = setTimeout(() => (this.before = ''), PATIENCE);
    if (found) {
      event.preventDefault();
      this.fire(found);
    }
  }

  typing(event) {
    const target = event.composedPath()[0];
    return target.matches?.('input, textarea, select, [contenteditable], [role="radiogroup"] *')
      || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') !== null;
  }

  fire(keys) {
    this.dispatchEvent(new CustomEvent('relais-shortcut', { detail: keys }));
  }
}

customElements.get('relais-shortcuts') ?? customElements.define('relais-shortcuts', RelaisShortcuts);
