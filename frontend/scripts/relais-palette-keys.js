/*
 * <relais-palette-keys>: holds a field and options. The arrow keys move the choice among the options, Enter opens it;
 * the focus stays in the field, which names the chosen option by aria-activedescendant.
 */
class RelaisPaletteKeys extends HTMLElement {
  connectedCallback() {
    this.listener = (event) => this.pressed(event);
    this.addEventListener('keydown', this.listener);
    this.observer = new MutationObserver(() => this.choose(0));
    this.observer.observe(this, { childList: true, subtree: true });
    this.choose(0);
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.listener);
    this.observer.disconnect();
  }

  options() {
    return [...this.querySelectorAll('[role="option"]')];
  }

  pressed(event) {
    const options = this.options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      this.choose((this.chosen + step + options.length) % options.length);
    } else if (event.key === 'Enter' && options[this.chosen]) {
      event.preventDefault();
      options[this.chosen].click();
    }
  }

  choose(index) {
    this.chosen = index;
    const input = this.querySelector('input');
    this.options().forEach((option, place) => {
      option.id ||= `relais-option-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
      const selected = String(place === index);
      if (option.getAttribute('aria-selected') !== selected) {
        option.setAttribute('aria-selected', selected);
      }
      if (place === index) {
        option.scrollIntoView({ block: 'nearest' });
        input?.setAttribute('aria-activedescendant', option.id);
      }
    });
    input?.setAttribute('role', 'combobox');
    input?.setAttribute('aria-expanded', 'true');
    input?.setAttribute('aria-controls', 'relais-palette-results');
  }
}

customElements.get('relais-palette-keys') ?? customElements.define('relais-palette-keys', RelaisPaletteKeys);
