/*
 * <relais-entry-actions labels='["…"]'>: what can be done from an entry, a button each; fires "relais-act" with its place.
 */
class RelaisEntryActions extends HTMLElement {
  static observedAttributes = ['labels'];

  attributeChangedCallback() {
    const labels = JSON.parse(this.getAttribute('labels') ?? '[]');
    this.replaceChildren(
      ...labels.map((label, at) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'relais-entry-action';
        button.textContent = label;
        button.addEventListener('click', () => this.dispatchEvent(new CustomEvent('relais-act', { detail: at })));
        return button;
      }),
    );
  }
}

customElements.get('relais-entry-actions') ?? customElements.define('relais-entry-actions', RelaisEntryActions);
