/*
 * <relais-caret form="record.transmission">: remembers where the caret stands in the form around it, and puts it back
 * when the form opens again in this window after a lock, a new sign-in or a lost connection. It keeps numbers only: which
 * field, from where to where. The text itself comes back from the server.
 */
const FIELDS = 'textarea, input:not([type="checkbox"], [type="radio"])';
const PATIENCE = 5000;

class RelaisCaret extends HTMLElement {
  connectedCallback() {
    this.form = this.parentElement;
    this.key = `relais-caret:${location.pathname}:${this.getAttribute('form')}`;
    this.moved = () => this.remember();
    document.addEventListener('selectionchange', this.moved);
    this.form.addEventListener('input', this.moved);
    this.restore();
  }

  /* Not called when the page goes away, so what is remembered outlives a lock and not a form that was closed. */
  disconnectedCallback() {
    document.removeEventListener('selectionchange', this.moved);
    this.form.removeEventListener('input', this.moved);
    clearInterval(this.timer);
    this.store(null);
  }

  fields() {
    return [...this.form.querySelectorAll(FIELDS)];
  }

  remember() {
    const field = document.activeElement;
    const index = this.fields().indexOf(field);
    if (index >= 0 && !this.timer && field.selectionStart !== null) {
      this.store({ index, start: field.selectionStart, end: field.selectionEnd });
    }
  }

  restore() {
    const place = this.stored();
    if (!place) {
      return;
    }
    const began = Date.now();
    this.timer = setInterval(() => {
      const field = this.fields()[place.index];
      const ready = field && field.value.length >= place.end;
      if (ready || Date.now() - began > PATIENCE) {
        clearInterval(this.timer);
        this.timer = null;
        if (ready) {
          field.focus();
          field.setSelectionRange(place.start, place.end);
        }
      }
    }, 100);
  }

  stored() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  store(place) {
    try {
      if (place) {
        sessionStorage.setItem(this.key, JSON.stringify(place));
      } else {
        sessionStorage.removeItem(this.key);
      }
    } catch {
      // Storage is blocked: the caret begins at the end
    }
  }
}

customElements.get('relais-caret') ?? customElements.define('relais-caret', RelaisCaret);
