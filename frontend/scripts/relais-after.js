/*
 * <relais-after>: fires "relais-shown" once what is around it has been painted, so that the server can send what may
 * come later.
 */
class RelaisAfter extends HTMLElement {
  connectedCallback() {
    this.waiting = setTimeout(() => this.dispatchEvent(new CustomEvent('relais-shown')));
  }

  disconnectedCallback() {
    clearTimeout(this.waiting);
  }
}

customElements.get('relais-after') ?? customElements.define('relais-after', RelaisAfter);
