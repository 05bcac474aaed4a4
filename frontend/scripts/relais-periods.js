/*
 * <relais-periods lanes='[{"name":"Housing","bars":[{"from":20400,"to":20500,"words":"Shelter"}]}]' today="20600"
 * today-word="Today">: periods as bars in lanes, days counted from 1970-01-01; a bar without "to" goes on. All colours
 * come from the style sheet; the words are in aria-label and in the list beside it.
 */
const SPACE = 'http://www.w3.org/2000/svg';
const LANE = 30;
const TOP = 18;
const NAME = 150;
const YEAR = 365.25;

const make = (name, attributes, text = '') => {
  const node = document.createElementNS(SPACE, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.textContent = text;
  return node;
};

class RelaisPeriods extends HTMLElement {
  static observedAttributes = ['lanes', 'today'];

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

  draw(width) {
    const lanes = JSON.parse(this.getAttribute('lanes') || '[]');
    const today = Number(this.getAttribute('today'));
    const days = lanes.flatMap((lane) => lane.bars.flatMap((bar) => [bar.from, bar.to ?? today]));
    /* States that began long ago are cut where the last five years begin, so that the recent ones can be read. */
    const first = Math.max(Math.min(today - 30, ...days), today - 5 * YEAR);
    const last = Math.max(today + 14, ...days) + 7;
    const left = width < 480 ? 0 : NAME;
    const height = TOP + lanes.length * LANE + 22;
    const x = (day) => left + ((Math.max(first, day) - first) * (width - left - 4)) / (last - first);
    const svg = make('svg', { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' });
    for (let year = new Date(first * 864e5).getUTCFullYear() + 1; Date.UTC(year, 0, 1) / 864e5 < last; year++) {
      const at = x(Date.UTC(year, 0, 1) / 864e5);
      svg.append(make('line', { class: 'year', x1: at, x2: at, y1: TOP, y2: height - 18 }));
      svg.append(make('text', { x: at + 3, y: height - 5 }, String(year)));
    }
    lanes.forEach((lane, index) => {
      const y = TOP + index * LANE;
      if (left > 0) {
        svg.append(make('text', { class: 'lane', x: 0, y: y + 17 }, lane.name));
      }
      lane.bars.forEach((bar) => {
        const to = (bar.to ?? Math.max(today, bar.from)) + 1;
        if (to <= first) {
          return;
        }
        const from = x(bar.from);
        const room = Math.max(3, x(to) - from - 1);
        const kind = bar.from > today ? 'bar ahead' : bar.to === undefined ? 'bar goes-on' : 'bar';
        const rect = make('rect', { class: kind, x: from, y: y + 3, width: room, height: LANE - 9, rx: 4 });
        rect.append(make('title', {}, `${lane.name} : ${bar.words}`));
        svg.append(rect);
        const fits = Math.floor((room - 10) / 6.2);
        if (fits >= 4) {
          const words = bar.words.length > fits ? `${bar.words.slice(0, fits - 1)}…` : bar.words;
          svg.append(make('text', { class: 'words', x: from + 6, y: y + 17 }, words));
        }
      });
    });
    svg.append(make('line', { class: 'today', x1: x(today + 0.5), x2: x(today + 0.5), y1: TOP - 4, y2: height - 18 }));
    const word = this.getAttribute('today-word') ?? '';
    svg.append(make('text', { class: 'today-word', x: Math.min(width - 4, x(today + 0.5)), y: 11, 'text-anchor': 'end' }, word));
    this.replaceChildren(svg);
  }
}

customElements.get('relais-periods') ?? customElements.define('relais-periods', RelaisPeriods);
