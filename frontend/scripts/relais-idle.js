/*
 * <relais-idle limit="600" warning="60" reporting="15" countdown="…{0}…" stay="…" continue-at="login?ended=idle">:
 * locks the screen when nobody has used any window of this browser for the limit (seconds), and says so before. A key, a
 * pointer, a wheel or a touch counts as use; heartbeats and pushes never reach this script. While somebody is there it
 * fires "relais-active" at most once per reporting interval, and "relais-idle" once at the end. The server has a clock of
 * its own: this one acts first, and covers the page even when the server cannot be reached.
 */
const SHARED = 'relais-last-active';
const USE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'input'];
const GIVE_UP = 4000;

class RelaisIdle extends HTMLElement {
  connectedCallback() {
    this.limit = Number(this.getAttribute('limit')) * 1000;
    this.warning = Number(this.getAttribute('warning')) * 1000;
    this.reporting = Number(this.getAttribute('reporting')) * 1000;
    this.reported = Date.now();
    this.lastActive = Date.now();
    this.share();
    this.used = () => this.use();
    USE.forEach((kind) => window.addEventListener(kind, this.used, { capture: true, passive: true }));
    this.timer = setInterval(() => this.look(), 500);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    USE.forEach((kind) => window.removeEventListener(kind, this.used, { capture: true }));
    this.hideWarning();
  }

  use() {
    if (this.locked) {
      return;
    }
    this.lastActive = Date.now();
    if (this.lastActive - this.reported > this.reporting) {
      this.report();
    }
    this.hideWarning();
  }

  report() {
    this.reported = Date.now();
    this.share();
    this.dispatchEvent(new CustomEvent('relais-active'));
  }

  /* A time and nothing else, so that a window left behind does not lock the one in use. */
  share() {
    try {
      localStorage.setItem(SHARED, String(this.lastActive));
    } catch {
      // Storage is blocked: each window counts for itself
    }
  }

  elsewhere() {
    try {
      return Number(localStorage.getItem(SHARED)) || 0;
    } catch {
      return 0;
    }
  }

  look() {
    if (this.locked) {
      return;
    }
    const left = Math.max(this.lastActive, this.elsewhere()) + this.limit - Date.now();
    if (left <= 0) {
      this.lock();
    } else if (left <= this.warning) {
      this.warn(Math.ceil(left / 1000));
    } else {
      this.hideWarning();
    }
  }

  warn(seconds) {
    if (!this.firstChild) {
      const words = document.createElement('span');
      const stay = document.createElement('button');
      stay.type = 'button';
      stay.textContent = this.getAttribute('stay');
      stay.addEventListener('click', () => this.use());
      this.setAttribute('role', 'alertdialog');
      this.setAttribute('aria-label', this.getAttribute('title-text'));
      this.append(words, stay);
    }
    /* Read aloud when it appears and for the last ten seconds, not at every second. */
    this.setAttribute('aria-live', seconds <= 10 ? 'assertive' : 'off');
    this.firstChild.textContent = this.getAttribute('countdown').replace('{0}', seconds);
  }

  hideWarning() {
    this.removeAttribute('role');
    this.replaceChildren();
    if (this.lastActive - this.reported > this.reporting) {
      this.report();
    }
  }

  lock() {
    this.locked = true;
    document.activeElement?.blur();
    document.documentElement.dataset.locked = '';
    this.dispatchEvent(new CustomEvent('relais-idle'));
    setTimeout(() => {
      const here = encodeURIComponent(location.pathname + location.search);
      location.replace(`${this.getAttribute('continue-at')}&continue=${here}`);
    }, GIVE_UP);
  }
}

customElements.get('relais-idle') ?? customElements.define('relais-idle', RelaisIdle);
