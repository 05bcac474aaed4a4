/*
 * <relais-band-line bands='[{"from":0,"to":7,"severity":"info","label":"Mild"}]' value="12">: the ranges beside each
 * other with a mark where the value lies.
 *
 * <relais-trend points='[{"at":0,"value":12,"severity":"warning","when":"12:05"}]' bands='…'>: the values over time with
 * the bands behind them. All colours come from the style sheet; the words are in aria-label and in the table beside it.
 */
const SPACE = 'http://www.w3.org/2000/svg';

const make = (name, attributes, text = '') => {
  const node = document.createElementNS(SPACE, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.textContent = text;
  return node;
};

const read = (element, name) => JSON.parse(element.getAttribute(name) || '[]');

class Drawing extends HTMLElement {
  connectedCallback() {
    this.watch ??= new ResizeObserver(() => this.redraw());
    this.watch.observe(this);
    this.redraw();
  }

  disconnectedCallback() {
    this.watch?.disconnect();
  }

  attributeChangedCallback() {
    this.drawn = 0;
    if (this.isConnected) {
      this.redraw();
    }
  }

  redraw() {
    const width = Math.round(this.clientWidth);
    if (width > 0 && width !== this.drawn) {
      this.drawn = width;
      this.draw(width);
    }
  }
}

class RelaisBandLine extends Drawing {
  static observedAttributes = ['bands', 'value'];

  draw(width) {
    const bands = read(this, 'bands');
    const value = Number(this.getAttribute('value'));
    const low = bands[0]?.from ?? 0;
    const span = (bands.at(-1)?.to ?? 0) - low + 1;
    const x = (at) => ((at - low) * width) / span;
    const svg = make('svg', { viewBox: `0 0 ${width} 32`, width, height: 32 });
    let free = 0;
    bands.forEach((band) => {
      const from = x(band.from);
      svg.append(make('rect', { class: `band ${band.severity}`, x: from, y: 5, width: Math.max(1, x(band.to + 1) - from - 2), height: 8, rx: 2 }));
      const words = band.from === band.to ? `${band.label} ${band.from}` : `${band.label} ${band.from}–${band.to}`;
      if (from >= free && from + words.length * 6 <= width) {
        svg.append(make('text', { x: from, y: 28 }, words));
        free = from + words.length * 6.5;
      }
    });
    svg.append(make('rect', { class: 'mark', x: Math.max(0, x(value + 0.5) - 2), y: 1, width: 4, height: 16, rx: 2 }));
    this.replaceChildren(svg);
  }
}

const HEIGHT = 200;
const LEFT = 34;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 26;

class RelaisTrend extends Drawing {
  static observedAttributes = ['points', 'bands'];

  draw(width) {
    const points = read(this, 'points');
    const bands = read(this, 'bands');
    const values = points.map((point) => point.value);
    const low = bands[0]?.from ?? 0;
    const most = bands.at(-1)?.to ?? Math.max(1, ...values);
    const high = Math.min(most, Math.max(...values, low + 1, ...bands.map((band) => band.from).filter((from) => from <= Math.max(...values) * 1.6)) + 1);
    const first = points[0]?.at ?? 0;
    const last = points.at(-1)?.at ?? 1;
    const x = (at) => (last === first ? (width - RIGHT + LEFT) / 2 : LEFT + ((at - first) * (width - LEFT - RIGHT)) / (last - first));
    const y = (value) => HEIGHT - BOTTOM - ((value - low) * (HEIGHT - TOP - BOTTOM)) / (high - low);
    const svg = make('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, 'aria-hidden': 'true' });
    bands.filter((band) => band.from <= high).forEach((band) => {
      const upper = y(Math.min(high, band.to + 1));
      const lower = y(band.from);
      svg.append(make('rect', { class: `band ${band.severity}`, x: LEFT, y: upper, width: width - LEFT - RIGHT, height: Math.max(0, lower - upper) }));
      if (lower - upper >= 11) {
        svg.append(make('text', { class: 'name', x: width - RIGHT - 4, y: upper + 11, 'text-anchor': 'end' }, band.label));
      }
      svg.append(make('line', { class: 'threshold', x1: LEFT, x2: width - RIGHT, y1: lower, y2: lower }));
      svg.append(make('text', { x: LEFT - 6, y: lower + 4, 'text-anchor': 'end' }, String(band.from)));
    });
    if (bands.length === 0) {
      [low, high].forEach((value) => {
        svg.append(make('line', { class: 'threshold', x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value) }));
        svg.append(make('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, String(value)));
      });
    }
    if (points.length > 1) {
      svg.append(make('polyline', { class: 'line', points: points.map((point) => `${x(point.at)},${y(point.value)}`).join(' ') }));
    }
    /* The newest time is always written, the others where there is room. */
    let free = width;
    points.toReversed().forEach((point, place) => {
      const index = points.length - 1 - place;
      const dot = make('circle', { class: index === points.length - 1 ? `dot ${point.severity}` : 'dot', cx: x(point.at), cy: y(point.value), r: index === points.length - 1 ? 5 : 3.5 });
      dot.append(make('title', {}, `${point.when} : ${point.value}`));
      svg.append(dot);
      const half = point.when.length * 3;
      const centre = Math.min(width - RIGHT - half, Math.max(LEFT + half, x(point.at)));
      if (centre + half <= free) {
        svg.append(make('text', { x: centre, y: HEIGHT - 8, 'text-anchor': 'middle' }, point.when));
        free = centre - half - 12;
      }
    });
    this.replaceChildren(svg);
  }
}

customElements.get('relais-band-line') ?? customElements.define('relais-band-line', RelaisBandLine);
customElements.get('relais-trend') ?? customElements.define('relais-trend', RelaisTrend);
