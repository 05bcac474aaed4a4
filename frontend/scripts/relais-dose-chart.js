/*
 * <relais-dose-chart scores="ms:12,ms:16" doses="ms:10" thresholds="8,15" ticks="ms=08:00" from="ms" to="ms">: totals as
 * a line, doses as bars below, on one axis of time. All colours come from the style sheet; the words are in aria-label
 * and in the table beside it.
 */
const WIDTH = 360;
const LEFT = 26;
const RIGHT = 8;
const SCORES = { top: 8, bottom: 116 };
const DOSES = { top: 130, bottom: 178 };
const HEIGHT = 196;
const BAR = 8;
const SPACE = 'http://www.w3.org/2000/svg';

class RelaisDoseChart extends HTMLElement {
  static observedAttributes = ['scores', 'doses', 'thresholds', 'ticks', 'from', 'to'];

  connectedCallback() {
    this.draw();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.draw();
    }
  }

  draw() {
    const from = Number(this.getAttribute('from'));
    const to = Math.max(from + 1, Number(this.getAttribute('to')));
    const scores = this.points('scores');
    const doses = this.points('doses');
    const thresholds = this.list('thresholds').map(Number);
    const x = (moment) => LEFT + ((moment - from) * (WIDTH - LEFT - RIGHT)) / (to - from);
    const highest = Math.max(8, ...scores.map((point) => point.value), ...thresholds) * 1.1;
    const most = Math.max(1, ...doses.map((point) => point.value));
    const score = (value) => SCORES.bottom - (value * (SCORES.bottom - SCORES.top)) / highest;
    const dose = (value) => DOSES.bottom - (value * (DOSES.bottom - DOSES.top)) / most;
    const svg = this.make('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' });
    this.line(svg, 'axis', LEFT, WIDTH - RIGHT, SCORES.bottom);
    this.line(svg, 'axis', LEFT, WIDTH - RIGHT, DOSES.bottom);
    this.word(svg, LEFT - 4, SCORES.bottom + 4, '0', 'end');
    this.word(svg, LEFT - 4, DOSES.top + 4, String(most), 'end');
    thresholds.forEach((value) => {
      this.line(svg, 'threshold', LEFT, WIDTH - RIGHT, score(value));
      this.word(svg, LEFT - 4, score(value) + 4, String(value), 'end');
    });
    if (scores.length > 1) {
      const points = scores.map((point) => `${x(point.moment)},${score(point.value)}`).join(' ');
      svg.append(this.make('polyline', { class: 'line', points }));
    }
    scores.forEach((point) => svg.append(
      this.make('circle', { class: 'score', cx: x(point.moment), cy: score(point.value), r: 3 })));
    doses.forEach((point) => svg.append(this.make('rect', {
      class: 'dose',
      x: x(point.moment) - BAR / 2,
      y: dose(point.value),
      width: BAR,
      height: DOSES.bottom - dose(point.value),
      rx: 2,
    })));
    this.list('ticks').map((tick) => tick.split('=')).forEach(([moment, word], index, all) => this.word(
      svg, x(Number(moment)), HEIGHT - 4, word, index === 0 ? 'start' : index === all.length - 1 ? 'end' : 'middle'));
    this.replaceChildren(svg);
  }

  list(name) {
    return (this.getAttribute(name) ?? '').split(',').filter(Boolean);
  }

  points(name) {
    return this.list(name).map((text) => {
      const [moment, value] = text.split(':').map(Number);
      return { moment, value };
    });
  }

  line(svg, kind, x1, x2, y) {
    svg.append(this.make('line', { class: kind, x1, x2, y1: y, y2: y }));
  }

  word(svg, x, y, text, anchor) {
    const node = this.make('text', { x, y, 'text-anchor': anchor });
    node.textContent = text;
    svg.append(node);
  }

  make(name, attributes) {
    const node = document.createElementNS(SPACE, name);
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  }
}

customElements.get('relais-dose-chart') ?? customElements.define('relais-dose-chart', RelaisDoseChart);
