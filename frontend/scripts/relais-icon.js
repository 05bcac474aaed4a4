/*
 * <relais-icon symbol="bell">: a glyph alone, hidden from screen readers.
 * <relais-label symbol="bell">word</relais-label>: a glyph before a word, or a glyph in a tile.
 * The browser draws them: a page has dozens, and the server keeps one node of each.
 */
const SPACE = 'http://www.w3.org/2000/svg';

class RelaisLabel extends HTMLElement {
  static observedAttributes = ['symbol'];

  attributeChangedCallback() {
    let drawing = this.querySelector(':scope > svg');
    if (!drawing) {
      drawing = document.createElementNS(SPACE, 'svg');
      drawing.setAttribute('aria-hidden', 'true');
      this.prepend(drawing);
    }
    const use = document.createElementNS(SPACE, 'use');
    use.setAttribute('href', `icons/lucide.svg#${this.getAttribute('symbol')}`);
    drawing.replaceChildren(use);
  }
}

class RelaisIcon extends RelaisLabel {
  connectedCallback() {
    this.classList.add('relais-icon');
    this.setAttribute('aria-hidden', 'true');
  }
}

customElements.get('relais-label') ?? customElements.define('relais-label', RelaisLabel);
customElements.get('relais-icon') ?? customElements.define('relais-icon', RelaisIcon);
