/*
 * <relais-sparkline values="4,9,14" threshold="16" severity="warning">: the last values as a line, the next threshold
 * dashed, the last value as a dot. All colours come from the style sheet; the words are in aria-label.
 */
const WIDTH = 84;
const HEIGHT = 26;
const INSET = 4;
const SPACE = 'http://www.w3.org/2000/svg';

class RelaisSparkline extends HTMLElement {
  static observedAttributes = ['values', 'threshold', 'severity'];

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
    const threshold = this.hasAttribute('threshold') ? Number(this.getAttribute('threshold')) : null;
    const all = threshold === null ? values : [...values, threshold];
    const low = Math.min(0, ...all);
    const high = Math.max(low + 1, ...all);
    const x = (index) => values.length < 2
      ? WIDTH - INSET
      : INSET + (index * (WIDTH - 2 * INSET)) / (values.length - 1);
    const y = (value) => HEIGHT - INSET - ((value - low) * (HEIGHT - 2 * INSET)) / (high - low);
    const svg = this.make('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' });
    if (threshold !== null) {
      svg.append(this.make('line', { class: 'threshold', x1: 0, x2: WIDTH, y1: y(threshold), y2: y(threshold) }));
    }
    if (values.length > 1) {
      const points = values.map((value, index) => `${x(index)},${y(value)}`).join(' ');
      svg.append(this.make('polyline', { class: 'line', points }));
    }
    if (values.length > 0) {
      const last = values.length - 1;
      svg.append(this.make('circle', { class: 'end', cx: x(last), cy: y(values[last]), r: 3.2 }));
    }
    this.replaceChildren(svg);
  }

  make(name, attributes) {
    const node = document.createElementNS(SPACE, name);
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  }
}

customElements.get('relais-sparkline') ?? customElements.define('relais-sparkline', RelaisSparkline);
