/*
 * <relais-taper values="20,15,10" today="1">: the doses of each day as steps, today's marked. The words are in
 * aria-label and beside it.
 */
const STEP = 22;
const HEIGHT = 48;
const SPACE = 'http://www.w3.org/2000/svg';

class RelaisTaper extends HTMLElement {
  static observedAttributes = ['values', 'today'];

  connectedCallback() {
    this.draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.draw();
    }
  }

  draw() {
    const values = (this.getAttribute('values') ?? '').split(',').filter(Boolean).map(Number);
    const today = Number(this.getAttribute('today') ?? -1);
    const most = Math.max(1, ...values);
    const svg = this.make('svg', {
      viewBox: `0 0 ${Math.max(1, values.length) * STEP} ${HEIGHT}`,
      width: values.length * STEP,
      'aria-hidden': 'true',
    });
    values.forEach((value, day) => {
      const height = (value * (HEIGHT - 4)) / most;
      svg.append(this.make('rect', {
        class: day === today ? 'today' : 'step',
        x: day * STEP,
        y: HEIGHT - height,
        width: STEP - 1,
        height,
      }));
    });
    this.replaceChildren(svg);
  }

  make(name, attributes) {
    const node = document.createElementNS(SPACE, name);
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  }
}

customElements.get('relais-taper') ?? customElements.define('relais-taper', RelaisTaper);
