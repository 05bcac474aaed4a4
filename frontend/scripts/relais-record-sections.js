/*
 * <relais-record-sections items='[{"head": "…"}, {"title": "…", "href": "…", "symbol": "…", "entries": 3, "key": "G 2",
 * "current": false}]' then="then">: the sections of a record, and the keys that lead to them. The browser draws them:
 * they stand on every page of every open record.
 */
class RelaisRecordSections extends HTMLElement {
  static observedAttributes = ['items'];

  attributeChangedCallback() {
    const items = JSON.parse(this.getAttribute('items') ?? '[]');
    this.replaceChildren(...items.map((item) => (item.head ? this.head(item.head) : this.link(item))), this.hint());
  }

  head(text) {
    return this.element('h2', 'relais-section-group', text);
  }

  link(item) {
    const link = document.createElement('a');
    link.href = item.href;
    link.setAttribute('router-link', '');
    if (item.current) {
      link.setAttribute('aria-current', 'page');
    }
    if (item.key) {
      link.dataset.recordKey = item.key;
    }
    const icon = document.createElement('relais-icon');
    icon.setAttribute('symbol', item.symbol);
    link.append(icon, item.title);
    if (item.entries > 0) {
      link.append(this.element('span', 'relais-meta relais-numeric', String(item.entries)));
    }
    return link;
  }

  hint() {
    const hint = this.element('div', 'relais-meta relais-small-text relais-sections-hint', '');
    hint.append(this.keys('G'), this.element('span', '', this.getAttribute('then') ?? ''), this.keys('1–9'));
    return hint;
  }

  keys(text) {
    const keys = this.element('span', 'relais-keys', '');
    keys.append(this.element('kbd', '', text));
    return keys;
  }

  element(name, className, text) {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    element.textContent = text;
    return element;
  }
}

customElements.get('relais-record-sections') ?? customElements.define('relais-record-sections', RelaisRecordSections);
