/*
 * <relais-sentinel>: fires "relais-reached" once when it comes within a screen of what is seen.
 */
class RelaisSentinel extends HTMLElement {
  connectedCallback() {
    this.observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.observer.disconnect();
        this.dispatchEvent(new CustomEvent('relais-reached'));
      }
    }, { rootMargin: '400px' });
    this.observer.observe(this);
  }

  disconnectedCallback() {
    this.observer.disconnect();
  }
}

customElements.get('relais-sentinel') ?? customElements.define('relais-sentinel', RelaisSentinel);
