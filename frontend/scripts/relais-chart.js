/*
 * <relais-chart drawing='{"kind":"line",…}'>: draws into its .relais-chart-drawing. All colours come from the style sheet.
 * A click on a point clicks the link of the same number in the table, found by its data-place. The button
 * .relais-chart-image saves the drawing as a picture. Without the library the table is shown.
 */
const MARKS = ['solid', [6, 4], [2, 3], [12, 4, 2, 4]];
const PATTERNS = [
  null,
  { dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
  { symbol: 'circle', symbolSize: 0.6, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
  { dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
];
const NAME_SIZE = 13;
const AXIS_SIZE = 11;
const AXIS_ROOM = 26;
const LINE_OF_WORDS = 15;
const REACH = 24;
/* A weight of its own: by it the style sheet finds the numbers that lead somewhere. */
const LINKED = 620;

let loading;
const library = () => {
  loading ??= import('./echarts.common.min.js').then(() => globalThis.echarts);
  loading.catch(() => (loading = undefined));
  return loading;
};

const canvas = document.createElement('canvas').getContext('2d');
const width = (text, size, weight, family) => {
  canvas.font = `${weight} ${size}px ${family}`;
  return Math.ceil(canvas.measureText(text).width);
};

/* About four steps of 1, 2, 2.5, 5 or ten times that; whole ones where things are counted. */
const step = (span, whole) => {
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = [1, 2, 2.5, 5, 10].map((times) => times * power).find((one) => one >= rough && (!whole || Number.isInteger(one)));
  return size ?? Math.ceil(rough);
};

const scale = (values, { fromZero, percent, whole }) => {
  const least = fromZero ? 0 : Math.min(...values);
  const most = Math.max(...values, fromZero ? 1 : -Infinity);
  const span = Math.max(most - least, percent ? 20 : whole ? 2 : Math.abs(most) / 10, 1e-6);
  const size = step(fromZero ? span : span * 1.5, whole);
  const floor = fromZero ? 0 : Math.floor(least / size) * size - (least / size === Math.floor(least / size) ? size : 0);
  const low = least >= 0 ? Math.max(0, floor) : floor;
  const top = Math.ceil(most / size) * size;
  const high = top === most ? top + size : top;
  return { min: low, max: percent && most <= 100 ? Math.min(100, high) : high, interval: size };
};

const plain = (text) => text.replace(/[{}|]/g, ' ');

const cut = (text, room, measure) => {
  if (measure(text) <= room) {
    return text;
  }
  let end = text.length;
  while (end > 1 && measure(`${text.slice(0, end)}…`) > room) {
    end--;
  }
  return `${text.slice(0, end).trimEnd()}…`;
};

class RelaisChart extends HTMLElement {
  static observedAttributes = ['drawing', 'tabular'];

  connectedCallback() {
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    const repaint = () => this.paint();
    this.sizes ??= new ResizeObserver(() => this.fit());
    this.schemes ??= new MutationObserver(repaint);
    this.schemes.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'style', 'class'] });
    ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-reduced-motion: reduce)'].forEach((query) =>
      matchMedia(query).addEventListener('change', repaint, { signal }),
    );
    const print = (printing) => {
      this.toggleAttribute('printing', printing);
      this.paint();
      this.chart?.getZr().flush();
      if (this.chart && printing) {
        const svg = this.place.querySelector('svg');
        svg.setAttribute('viewBox', `0 0 ${this.chart.getWidth()} ${this.chart.getHeight()}`);
        svg.setAttribute('preserveAspectRatio', 'xMinYMin');
      }
    };
    matchMedia('print').addEventListener('change', (query) => print(query.matches), { signal });
    this.addEventListener('click', (click) => {
      if (click.target.closest('.relais-chart-image')) {
        this.save();
      }
    }, { signal });
    this.begin();
  }

  disconnectedCallback() {
    this.leaving.abort();
    this.sizes.disconnect();
    this.schemes.disconnect();
    this.end();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      /* The server sends attributes and children together: wait for all of them. */
      queueMicrotask(() => this.begin());
    }
  }

  end() {
    this.chart?.dispose();
    this.chart = undefined;
    this.place = undefined;
  }

  async begin() {
    const place = this.querySelector(':scope > .relais-chart-drawing');
    const drawing = this.getAttribute('drawing');
    if (place !== this.place) {
      this.end();
    }
    if (!place || !drawing) {
      return;
    }
    this.data = JSON.parse(drawing);
    this.place = place;
    this.sizes.disconnect();
    this.sizes.observe(place);
    let echarts;
    try {
      [echarts] = await Promise.all([library(), document.fonts.load('600 12px "Inter Variable"').catch(() => [])]);
    } catch (failure) {
      if (!this.failed) {
        this.failed = true;
        console.warn('The chart cannot be drawn', failure);
        if (!this.hasAttribute('tabular')) {
          this.querySelector('.relais-chart-switch')?.click();
        }
      }
      return;
    }
    this.failed = false;
    if (!this.isConnected || place !== this.place || place.clientWidth === 0) {
      return;
    }
    if (!this.chart) {
      this.chart = echarts.init(place, null, { renderer: 'svg' });
      this.listen();
    }
    this.paint();
  }

  fit() {
    const size = `${this.place.clientWidth} ${this.place.clientHeight}`;
    if (this.place.clientWidth === 0 || size === this.size) {
      return;
    }
    this.size = size;
    if (this.chart) {
      this.chart.resize();
      this.paint();
    } else {
      this.begin();
    }
  }

  colours() {
    const style = getComputedStyle(this);
    const probe = document.createElement('span');
    this.append(probe);
    const colour = (name) => {
      probe.style.color = style.getPropertyValue(`--relais-chart-${name}`);
      return getComputedStyle(probe).color;
    };
    const all = Object.fromEntries(['ground', 'text', 'quiet', 'line', 'axis', 'track', 'target'].map((name) => [name, colour(name)]));
    all.series = [1, 2, 3, 4].map((place) => colour(`series-${place}`));
    all.scale = [1, 2, 3, 4].map((place) => colour(`scale-${place}`));
    all.onScale = [1, 2, 3, 4].map((place) => colour(`on-scale-${place}`));
    probe.remove();
    all.family = style.fontFamily;
    all.patterns = matchMedia('(forced-colors: active)').matches || this.hasAttribute('printing');
    return all;
  }

  paint() {
    if (!this.chart || this.place.clientWidth === 0) {
      return;
    }
    const colours = this.colours();
    const shape = {
      line: () => this.line(colours),
      bars: () => this.bars(colours),
      'stacked-bars': () => this.bars(colours),
      columns: () => this.columns(colours),
    }[this.data.kind]();
    this.chart.setOption(
      {
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches && !this.hasAttribute('printing'),
        animationDuration: 300,
        textStyle: { fontFamily: colours.family, color: colours.text },
        ...shape,
      },
      { notMerge: true },
    );
  }

  axisNumber(value) {
    const number = new Intl.NumberFormat(this.data.language, { maximumFractionDigits: 2 }).format(value).replace('\u202f', '\u00a0');
    return this.data.template.replace('%s', number);
  }

  values() {
    const all = this.data.series.flatMap((one) => one.points.flatMap((point) => [point.value, point.previous]));
    return [...all, this.data.target?.value].filter((value) => value !== null && value !== undefined);
  }

  whole() {
    return !this.data.percent && this.values().every(Number.isInteger);
  }

  target(colours, axis) {
    return this.data.target && {
      silent: true,
      symbol: 'none',
      label: { show: false },
      emphasis: { disabled: true },
      lineStyle: { type: [1, 2], width: 1.25, color: colours.target },
      data: [{ [axis]: this.data.target.value }],
    };
  }

  legend(colours) {
    return {
      show: true,
      left: 0,
      top: 0,
      padding: [3, 0],
      selectedMode: false,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 14,
      itemStyle: colours.patterns ? { borderWidth: 1, borderColor: colours.text } : { borderWidth: 0 },
      textStyle: { color: colours.quiet, fontSize: 12, padding: [0, 0, 0, 2] },
      data: this.data.series.map((one) => ({ name: one.name })),
    };
  }

  tip(colours, trigger) {
    return {
      trigger,
      confine: true,
      className: 'relais-chart-tip',
      backgroundColor: colours.ground,
      borderColor: colours.axis,
      padding: [8, 10],
      textStyle: { color: colours.text, fontSize: 12, fontFamily: colours.family },
      axisPointer: { type: trigger === 'axis' && this.data.kind !== 'line' ? 'shadow' : 'line', lineStyle: { color: colours.axis, type: 'solid' }, shadowStyle: { color: colours.axis, opacity: 0.12 } },
      formatter: (hit) => {
        const category = Number([hit].flat()[0].name);
        const box = document.createElement('div');
        const head = document.createElement('strong');
        head.textContent = this.data.categories[category].full;
        box.append(head);
        this.data.series.forEach((one) => {
          const point = one.points[category];
          const line = document.createElement('div');
          const value = document.createElement('b');
          value.textContent = point.text ?? this.data.absent;
          line.append(`${one.name} `, value);
          box.append(line);
          if (point.previousText) {
            const before = document.createElement('div');
            before.textContent = `${this.data.previous} ${point.previousText}`;
            box.append(before);
          }
        });
        return box;
      },
    };
  }

  names() {
    return this.data.categories.map((_, index) => String(index));
  }

  bottomAxis(colours, gap) {
    return {
      type: 'category',
      data: this.names(),
      boundaryGap: gap,
      axisLine: { lineStyle: { color: colours.axis } },
      axisTick: { show: false },
      axisLabel: { color: colours.quiet, fontSize: AXIS_SIZE, margin: 10, hideOverlap: true, formatter: (index) => this.data.categories[Number(index)].name },
    };
  }

  sideAxis(colours, fromZero) {
    return {
      type: 'value',
      ...scale(this.values(), { fromZero, percent: this.data.percent, whole: this.whole() }),
      axisLabel: { color: colours.quiet, fontSize: AXIS_SIZE, formatter: (value) => this.axisNumber(value) },
      splitLine: { lineStyle: { color: colours.line } },
    };
  }

  line(colours) {
    const room = this.place.clientWidth;
    const ends = this.data.series.map((one) => {
      const index = one.points.findLastIndex((point) => point.value !== null);
      const last = one.points[index];
      return { index, value: last?.value, words: last ? `${one.name} ${last.text}` : '', short: last ? last.text : '' };
    });
    const broad = (words) => Math.max(0, ...words.map((text) => width(text, AXIS_SIZE, 600, colours.family))) + 12;
    const named = broad(ends.map((end) => end.words)) <= room * 0.42;
    const shown = ends.map((end) => (named ? end.words : end.short));
    const grid = { left: 2, right: broad(shown), top: named ? 12 : 34, bottom: 6, containLabel: true };
    const yAxis = this.sideAxis(colours, false);
    const shifts = this.shifts(ends, shown.map((text) => broad([text])), grid, yAxis);
    return {
      grid,
      legend: named ? { show: false } : { ...this.legend(colours), icon: undefined, itemWidth: 24 },
      tooltip: this.tip(colours, 'axis'),
      xAxis: this.bottomAxis(colours, false),
      yAxis,
      series: this.data.series.map((one, place) => ({
        type: 'line',
        name: one.name,
        color: colours.series[place],
        symbol: 'circle',
        symbolSize: 7,
        showAllSymbol: true,
        cursor: 'default',
        lineStyle: { width: 2, color: colours.series[place], type: MARKS[place] },
        emphasis: { scale: false, lineStyle: { width: 2 }, itemStyle: { color: colours.series[place], opacity: 1 } },
        markLine: place === 0 ? this.target(colours, 'yAxis') : undefined,
        data: one.points.map((point, index) => {
          /* A number between two gaps has no line to lie on. */
          const alone = point.value !== null && (one.points[index - 1]?.value ?? null) === null && (one.points[index + 1]?.value ?? null) === null;
          return {
            value: point.value,
            itemStyle: { color: alone ? colours.series[place] : 'transparent', borderWidth: 0 },
            label: index === ends[place].index
              ? { show: true, position: 'right', distance: 6, offset: [0, shifts[place]], color: colours.series[place], textBorderColor: colours.ground, textBorderWidth: 4, fontSize: AXIS_SIZE, fontWeight: 600, formatter: shown[place] }
              : { show: false },
          };
        }),
      })),
    };
  }

  /* How far down each line's last words stand, so that none lie upon others or upon the axis: lines may end at the same number. */
  shifts(ends, widths, grid, axis) {
    const across = (this.place.clientWidth - grid.right) / Math.max(1, this.data.categories.length - 1);
    const height = this.place.clientHeight - grid.top - grid.bottom - AXIS_ROOM;
    const down = height / (axis.max - axis.min);
    const words = ends
      .map((end, place) => ({ place, from: end.index * across, to: end.index * across + widths[place], at: (axis.max - end.value) * down, shift: 0 }))
      .filter((one) => ends[one.place].index >= 0)
      .sort((one, other) => one.at - other.at);
    const beside = (one, others) => others.filter((other) => other.from < one.to && one.from < other.to).map((other) => other.at + other.shift);
    words.forEach((one, count) => {
      one.shift = Math.max(0, ...beside(one, words.slice(0, count)).map((at) => at + LINE_OF_WORDS - one.at));
    });
    for (let count = words.length - 1; count >= 0; count--) {
      const one = words[count];
      one.shift = Math.min(one.shift, height - one.at, ...beside(one, words.slice(count + 1)).map((at) => at - LINE_OF_WORDS - one.at));
    }
    return ends.map((_, place) => words.find((one) => one.place === place)?.shift ?? 0);
  }

  bars(colours) {
    const { categories, series } = this.data;
    const stacked = this.data.kind === 'stacked-bars';
    const room = this.place.clientWidth;
    const measure = (text) => width(text, NAME_SIZE, 500, colours.family);
    const names = categories.map((one) => {
      const name = cut(plain(one.name), room * 0.42, measure);
      const left = room * 0.42 - measure(`${name} `);
      return { name, detail: one.detail && left > 24 ? cut(plain(one.detail), left, measure) : '' };
    });
    const before = Math.max(...names.map((one) => measure(one.detail ? `${one.name} ${one.detail}` : one.name))) + 16;
    const ends = categories.map((one, index) => (stacked
      ? { text: one.total, link: one.link }
      : { text: series[0].points[index].text ?? this.data.absent, link: series[0].points[index].link }));
    const after = Math.max(...ends.map((end) => width(end.text, NAME_SIZE, 650, colours.family))) + 16;
    const totals = categories.map((_, index) => series.reduce((sum, one) => sum + (one.points[index].value ?? 0), 0));
    const all = stacked ? [...totals, this.data.target?.value ?? 0] : this.values();
    const max = Math.max(this.data.percent ? 100 : 0, ...all) || 1;
    const side = (formatter, rest) => ({
      type: 'category',
      inverse: true,
      data: this.names(),
      axisLine: { show: false },
      axisTick: { show: false },
      ...rest,
      axisLabel: { fontSize: NAME_SIZE, interval: 0, formatter: (index) => formatter(Number(index)), color: colours.text, rich: {
        name: { fontWeight: 500, fontSize: NAME_SIZE, color: colours.text },
        detail: { fontSize: NAME_SIZE, color: colours.quiet },
        end: { fontWeight: 650, fontSize: NAME_SIZE, color: colours.text },
        linked: { fontWeight: LINKED, fontSize: NAME_SIZE, color: colours.text },
      }, ...rest.axisLabel },
    });
    const corner = stacked ? 3 : 4;
    return {
      grid: { left: before, right: after, top: stacked ? 26 : 0, bottom: 0 },
      legend: stacked ? this.legend(colours) : { show: false },
      tooltip: this.tip(colours, 'item'),
      xAxis: { type: 'value', min: 0, max, show: false },
      yAxis: [
        side((index) => `{name|${names[index].name}}${names[index].detail ? ` {detail|${names[index].detail}}` : ''}`, {
          axisLabel: { align: 'left', margin: before },
        }),
        side((index) => `{${ends[index].link ? 'linked' : 'end'}|${plain(ends[index].text)}}`, {
          position: 'right',
          triggerEvent: true,
          axisLabel: { align: 'right', margin: after },
        }),
      ],
      series: [
        ...series.map((one, place) => {
          const shade = stacked ? place + Math.max(0, (series.length === 2 ? 1 : 0)) : place;
          return {
            type: 'bar',
            name: one.name,
            stack: stacked ? 'whole' : undefined,
            color: stacked ? colours.scale[shade] : colours.series[place],
            barWidth: stacked ? 16 : 8,
            showBackground: !stacked,
            backgroundStyle: { color: colours.track, borderRadius: corner },
            itemStyle: {
              borderRadius: corner,
              borderWidth: stacked ? 1 : 0,
              borderColor: colours.patterns ? colours.text : colours.ground,
              decal: colours.patterns && stacked && PATTERNS[place] ? { ...PATTERNS[place], color: colours.onScale[shade] } : undefined,
            },
            emphasis: { disabled: true },
            markLine: place === 0 ? this.target(colours, 'xAxis') : undefined,
            label: { show: stacked, color: colours.onScale[shade], fontSize: AXIS_SIZE, fontWeight: 600, formatter: (hit) => this.partText(one, hit.dataIndex, room - before - after, max),
              ...(colours.patterns ? { color: colours.text, textBorderColor: colours.ground, textBorderWidth: 4 } : {}) },
            /* A part of nothing would leave the edge of a bar. */
            data: one.points.map((point) => (stacked ? point.value || null : point.value)),
            cursor: one.points.some((point) => point.link) ? 'pointer' : 'default',
          };
        }),
        ...(this.data.previous ? [this.before(colours, series[0].points.map((point, index) => [point.previous, index]), [3, 16])] : []),
      ],
    };
  }

  partText(one, index, room, max) {
    const { value, text } = one.points[index];
    return value && (value / max) * room >= width(text, AXIS_SIZE, 600, getComputedStyle(this).fontFamily) + 6 ? text : '';
  }

  before(colours, data, size, offset = [0, 0]) {
    return {
      type: 'scatter',
      symbol: 'rect',
      symbolSize: size,
      symbolOffset: offset,
      silent: true,
      z: 5,
      itemStyle: { color: colours.text, opacity: 1 },
      data: data.filter((point) => !point.includes(null)),
    };
  }

  columns(colours) {
    const { series, categories } = this.data;
    const legend = series.length > 1;
    const one = Math.max(4, Math.min(32, ((this.place.clientWidth - 60) / categories.length) * (0.66 / series.length)));
    const labels = series.flatMap((all) => all.points).every((point) => width(point.text ?? '', AXIS_SIZE, 600, colours.family) <= one + 4);
    return {
      grid: { left: 2, right: 2, top: legend ? 38 : 18, bottom: 6, containLabel: true },
      legend: legend ? this.legend(colours) : { show: false },
      tooltip: this.tip(colours, 'axis'),
      xAxis: this.bottomAxis(colours, true),
      yAxis: this.sideAxis(colours, true),
      series: [
        ...series.map((all, place) => ({
          type: 'bar',
          name: all.name,
          color: colours.series[place],
          barWidth: one,
          barGap: '10%',
          itemStyle: { borderRadius: [3, 3, 0, 0], decal: PATTERNS[place] ? { ...PATTERNS[place], color: colours.ground } : undefined },
          emphasis: { disabled: true },
          cursor: all.points.some((point) => point.link) ? 'pointer' : 'default',
          markLine: place === 0 ? this.target(colours, 'yAxis') : undefined,
          label: { show: labels, position: 'top', distance: 3, color: colours.text, fontSize: AXIS_SIZE, fontWeight: 600, formatter: (hit) => all.points[hit.dataIndex].text ?? '' },
          data: all.points.map((point) => point.value),
        })),
        ...(this.data.previous
          ? series.map((all, place) => this.before(colours, all.points.map((point, index) => [index, point.previous]), [one + 4, 3], [(place - (series.length - 1) / 2) * one * 1.1, 0]))
          : []),
      ],
    };
  }

  open(place, category) {
    const link = this.querySelector(`.relais-chart-table a[data-place="${place}-${category}"]`);
    link?.click();
    return Boolean(link);
  }

  /* Which number of a line, or which row of bars, lies under the pointer. */
  under({ offsetX, offsetY }) {
    const at = [offsetX, offsetY];
    const { kind, series } = this.data;
    if (kind === 'line' && this.chart.containPixel('grid', at)) {
      const category = Math.round(this.chart.convertFromPixel({ seriesIndex: 0 }, at)[0]);
      const near = series
        .map((one, place) => ({ place, point: one.points[category] }))
        .filter(({ point }) => point?.link && point.value !== null)
        .map(({ place, point }) => ({ place, away: Math.hypot(...this.chart.convertToPixel({ seriesIndex: place }, [category, point.value]).map((pixel, axis) => pixel - at[axis])) }))
        .sort((one, other) => one.away - other.away)[0];
      return near && near.away <= REACH ? { place: near.place, category } : undefined;
    }
    if (kind === 'bars' || kind === 'stacked-bars') {
      const category = Math.round(this.chart.convertFromPixel({ seriesIndex: 0 }, at)[1]);
      const right = this.chart.convertToPixel({ xAxisIndex: 0 }, this.chart.getOption().xAxis[0].max);
      if (kind === 'stacked-bars') {
        return offsetX > right && this.data.categories[category]?.link ? { place: 'whole', category } : undefined;
      }
      return series[0].points[category]?.link ? { place: 0, category } : undefined;
    }
    return undefined;
  }

  listen() {
    const zr = this.chart.getZr();
    zr.on('click', (click) => {
      const hit = this.under(click);
      if (hit) {
        this.open(hit.place, hit.category);
      }
    });
    zr.on('mousemove', (move) => {
      if (this.under(move)) {
        zr.setCursorStyle('pointer');
      }
    });
    this.chart.on('click', (hit) => {
      if (hit.componentType === 'series' && ['stacked-bars', 'columns'].includes(this.data.kind)) {
        this.open(hit.seriesIndex, hit.dataIndex);
      }
    });
  }

  /* The picture has what the drawing has: title, note and font, at twice the size. */
  async save() {
    const svg = this.place?.querySelector('svg');
    if (!svg || !this.chart) {
      return;
    }
    this.chart.getZr().flush();
    const colours = this.colours();
    const [edge, head] = [16, 44];
    const notes = [this.data.target?.note, this.data.previous && `▎${this.data.previous}`].filter(Boolean).join('   ');
    const foot = notes ? 22 : 0;
    const copy = svg.cloneNode(true);
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = await this.fonts();
    copy.prepend(style);
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
    await image.decode();
    const [wide, high] = [this.place.clientWidth, this.place.clientHeight];
    const sheet = document.createElement('canvas');
    sheet.width = (wide + 2 * edge) * 2;
    sheet.height = (high + head + edge + foot) * 2;
    const pen = sheet.getContext('2d');
    pen.scale(2, 2);
    pen.fillStyle = colours.ground;
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.fillStyle = colours.text;
    pen.font = `600 15px ${colours.family}`;
    pen.fillText(cut(this.data.title, wide, (text) => width(text, 15, 600, colours.family)), edge, 28);
    pen.drawImage(image, edge, head, wide, high);
    pen.fillStyle = colours.quiet;
    pen.font = `400 12px ${colours.family}`;
    pen.fillText(notes, edge, head + high + foot);
    const blob = await new Promise((done) => sheet.toBlob(done, 'image/png'));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${this.data.file}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /* A picture of its own cannot ask for a font: it carries it. */
  async fonts() {
    const texts = JSON.stringify(this.data);
    const files = [['inter-latin-opsz-normal.woff2', 'U+0000-00FF,U+0152-0153,U+2000-206F,U+20AC,U+2212']];
    if (/[\u0100-\u0151\u0154-\u02ff\u1e00-\u1eff]/.test(texts)) {
      files.push(['inter-latin-ext-opsz-normal.woff2', 'U+0100-02FF,U+1E00-1EFF']);
    }
    const faces = await Promise.all(files.map(async ([file, range]) => {
      const answer = await fetch(new URL(`../fonts/${file}`, import.meta.url));
      if (!answer.ok) {
        return '';
      }
      const bytes = new Uint8Array(await answer.arrayBuffer());
      let text = '';
      bytes.forEach((byte) => (text += String.fromCharCode(byte)));
      return `@font-face{font-family:"Inter Variable";font-weight:100 900;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2");unicode-range:${range}}`;
    }));
    return faces.join('');
  }
}

customElements.get('relais-chart') ?? customElements.define('relais-chart', RelaisChart);
