/*
 * <relais-due due="2026-11-19T13:05:00Z" grace="300">: time left or time late, ticking in the browser. The server's
 * clock decides: the frame writes its offset in milliseconds to the html element (data-clock-offset). The ticking text
 * is hidden from screen readers; becoming late is announced once, politely.
 */
const STEP = 15_000;
const SOON = 15 * 60_000;
// From two days on, hours say nothing any more.
const DAYS = 48 * 60;

class RelaisDue extends HTMLElement {
  static observedAttributes = ['due', 'grace'];

  connectedCallback() {
    this.icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.icon.classList.add('relais-icon');
    this.icon.setAttribute('aria-hidden', 'true');
    this.text = document.createElement('span');
    this.said = document.createElement('span');
    this.said.className = 'relais-visually-hidden';
    this.said.setAttribute('aria-live', 'polite');
    this.replaceChildren(this.icon, this.text, this.said);
    this.timer = setInterval(() => this.tick(), STEP);
    this.tick();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  attributeChangedCallback() {
    if (this.text) {
      this.state = undefined;
      this.tick();
    }
  }

  tick() {
    const now = Date.now() + Number(document.documentElement.dataset.clockOffset ?? 0);
    const left = new Date(this.getAttribute('due')).getTime() - now;
    const grace = Number(this.getAttribute('grace') ?? 0) * 1000;
    const state = left < -grace ? 'critical' : left <= SOON ? 'warning' : 'neutral';
    const minutes = Math.floor(Math.abs(left) / 60_000);
    const words = left >= 60_000
      ? this.words('text-in', minutes)
      : left > -60_000 ? this.getAttribute('text-now')
        : this.words(state === 'critical' ? 'text-late' : 'text-since', minutes);
    if (this.text.textContent !== words) {
      this.text.textContent = words;
    }
    if (state !== this.state) {
      const becameLate = state === 'critical' && this.state !== undefined;
      this.state = state;
      this.setAttribute('state', state);
      this.draw({ critical: 'clock-alert', warning: 'alarm-clock', neutral: 'clock' }[state]);
      if (becameLate) {
        this.said.textContent = words;
        this.dispatchEvent(new CustomEvent('relais-late', { bubbles: true }));
      }
    }
  }

  draw(symbol) {
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `icons/lucide.svg#${symbol}`);
    this.icon.replaceChildren(use);
  }

  words(attribute, minutes) {
    const duration = minutes < 60
      ? `${minutes}\u00a0min`
      : minutes < DAYS
        ? `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`
        : this.getAttribute('text-days').replace('%s', Math.floor(minutes / 1440));
    return this.getAttribute(attribute).replace('%s', duration);
  }
}

customElements.get('relais-due') ?? customElements.define('relais-due', RelaisDue);
