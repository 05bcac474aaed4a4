/*
 * <relais-countdown seconds="8" counting>: fires "relais-ended" when its seconds have passed. The time stands still
 * while the pointer or the focus rests on the notification around it, so nobody loses an undo by reading slowly.
 */
class RelaisCountdown extends HTMLElement {
  connectedCallback() {
    this.left = Number(this.getAttribute('seconds'));
    this.show();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const around = this.closest('vaadin-notification-card') ?? this.parentElement;
    if (around?.matches(':hover') || around?.contains(document.activeElement)) {
      return;
    }
    this.left -= 1;
    this.show();
    if (this.left <= 0) {
      clearInterval(this.timer);
      this.dispatchEvent(new CustomEvent('relais-ended'));
    }
  }

  show() {
    this.textContent = this.hasAttribute('counting') ? `${Math.max(0, this.left)} s` : '';
  }
}

customElements.get('relais-countdown') ?? customElements.define('relais-countdown', RelaisCountdown);
