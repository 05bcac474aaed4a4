/*
 * <relais-pulse>: fires "relais-beat" every 20 seconds while the page is seen and was used within the last minutes. A
 * page left alone is silent, so that its session can end.
 */
const BEAT = 20_000;
const USED = 5 * 60_000;
const SIGNS = ['pointermove', 'keydown', 'scroll'];

class RelaisPulse extends HTMLElement {
  connectedCallback() {
    this.used = Date.now();
    this.mark = () => (this.used = Date.now());
    SIGNS.forEach((sign) => document.addEventListener(sign, this.mark, { passive: true, capture: true }));
    this.timer = setInterval(() => {
      if (document.visibilityState === 'visible' && Date.now() - this.used < USED) {
        this.dispatchEvent(new CustomEvent('relais-beat'));
      }
    }, BEAT);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    SIGNS.forEach((sign) => document.removeEventListener(sign, this.mark, { capture: true }));
  }
}

customElements.get('relais-pulse') ?? customElements.define('relais-pulse', RelaisPulse);
