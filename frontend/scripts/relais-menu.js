/*
 * <relais-menu items='[{"head": "…", "links": [{"path": "…", "title": "…", "symbol": "…", "count": "3", "urgent": true}]}]'
 * current="people" shortcuts="Keyboard shortcuts">: the main navigation. The browser draws it: it stands in every window.
 * Fires "relais-shortcuts-asked" from its foot.
 */
class RelaisMenu extends HTMLElement {
  static observedAttributes = ['items', 'current', 'shortcuts'];

  attributeChangedCallback(name) {
    if (name !== 'current') {
      const items = JSON.parse(this.getAttribute('items') ?? '[]');
      this.replaceChildren(...items.map((group) => this.group(group)), this.foot());
    }
    this.querySelectorAll('a').forEach((link) => {
      const current = this.hasAttribute('current') && link.dataset.path === this.getAttribute('current');
      if (current) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    });
  }

  group(group) {
    const box = document.createElement('div');
    if (group.head) {
      box.append(this.element('h2', '', group.head));
    }
    const list = document.createElement('ul');
    list.append(
      ...group.links.map((link) => {
        const item = document.createElement('li');
        item.append(this.link(link));
        return item;
      }),
    );
    box.append(list);
    return box;
  }

  link({ path, title, symbol, count, urgent }) {
    const link = this.entry('a', symbol, title);
    link.href = path || '.';
    link.dataset.path = path;
    if (count) {
      link.append(this.element('span', `relais-menu-count relais-numeric${urgent ? ' relais-urgent' : ''}`, count));
    }
    return link;
  }

  foot() {
    const foot = this.entry('button', 'keyboard', this.getAttribute('shortcuts') ?? '');
    foot.type = 'button';
    foot.classList.add('relais-menu-foot');
    foot.append(this.element('span', 'relais-menu-key', '?'));
    foot.addEventListener('click', () => this.dispatchEvent(new CustomEvent('relais-shortcuts-asked')));
    return foot;
  }

  entry(name, symbol, title) {
    const entry = this.element(name, 'relais-menu-link', '');
    const icon = document.createElement('relais-icon');
    icon.setAttribute('symbol', symbol);
    entry.title = title;
    entry.append(icon, this.element('span', '', title));
    return entry;
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

customElements.get('relais-menu') ?? customElements.define('relais-menu', RelaisMenu);
