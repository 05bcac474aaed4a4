/*
 * <relais-time-left until="2026-11-19T13:35:00Z" label="..." over="..." covers="people/1 people/2">: the time left, second by
 * second. The server's clock decides: the frame writes its offset in milliseconds to the html element
 * (data-clock-offset), and a clock that is set back meanwhile buys nothing. The digits are hidden from screen readers,
 * which are told each minute and near the end. At the end the covered pages are hidden here, for the connection may be
 * lost, and "relais-ended" is fired until the server takes the element away or corrects its time.
 */
const STEP = 1_000;
const ASK_AGAIN = 5_000;
const LAST = [30, 20, 10];

class RelaisTimeLeft extends HTMLElement {
  static observedAttributes = ['until', 'server-time'];

  connectedCallback() {
    this.digits = document.createElement('span');
    this.digits.className = 'relais-numeric';
    this.digits.setAttribute('aria-hidden', 'true');
    this.said = document.createElement('span');
    this.said.className = 'relais-visually-hidden';
    this.said.setAttribute('aria-live', 'polite');
    this.replaceChildren(this.digits, this.said);
    this.look = () => this.tick();
    // A tab in the background is told late; it looks again before anybody sees it
    document.addEventListener('visibilitychange', this.look);
    window.addEventListener('pageshow', this.look);
    this.timer = setInterval(this.look, STEP);
    this.begin();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener('visibilitychange', this.look);
    window.removeEventListener('pageshow', this.look);
    this.cover(false);
  }

  attributeChangedCallback(name, old, value) {
    if (name === 'server-time' && value) {
      document.documentElement.dataset.clockOffset = String(new Date(value).getTime() - Date.now());
    }
    if (this.digits) {
      this.begin();
    }
  }

  begin() {
    this.started = this.wall();
    this.counted = performance.now();
    this.asked = undefined;
    this.spoken = undefined;
    this.cover(false);
    this.tick();
  }

  wall() {
    return Date.now() + Number(document.documentElement.dataset.clockOffset ?? 0);
  }

  now() {
    return Math.max(this.wall(), this.started + performance.now() - this.counted);
  }

  tick() {
    const left = Math.max(0, Math.ceil((new Date(this.getAttribute('until')).getTime() - this.now()) / 1_000));
    const words = left === 0 ? this.getAttribute('over') : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (this.digits.textContent !== words) {
      this.digits.textContent = words;
    }
    this.speak(left);
    if (left === 0) {
      this.over();
    }
  }

  speak(left) {
    const step = left > LAST[0] ? Math.ceil(left / 60) : -LAST.findLast((one) => left <= one);
    if (step === this.spoken) {
      return;
    }
    const first = this.spoken === undefined;
    this.spoken = step;
    if (!first && left > 0) {
      const time = left > LAST[0] ? `${step}\u00a0min` : `${left}\u00a0s`;
      this.said.textContent = this.getAttribute('label').replace('%s', time);
    }
  }

  over() {
    this.cover(true);
    const now = performance.now();
    if (this.asked === undefined || now - this.asked >= ASK_AGAIN) {
      this.asked = now;
      this.dispatchEvent(new CustomEvent('relais-ended'));
    }
  }

  cover(on) {
    const root = document.documentElement;
    if (on && this.covers()) {
      root.dataset.timeOver = '';
      document.title = 'Relais';
    } else if (!on) {
      delete root.dataset.timeOver;
    }
  }

  covers() {
    return (this.getAttribute('covers') ?? '').split(' ').filter(Boolean).some((path) => {
      const covered = new URL(path, document.baseURI).pathname;
      return location.pathname === covered || location.pathname.startsWith(`${covered}/`);
    });
  }
}

customElements.get('relais-time-left') ?? customElements.define('relais-time-left', RelaisTimeLeft);
