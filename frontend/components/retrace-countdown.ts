import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

/**
 * Time that runs out. The digits change every second for the eye; a screen reader reads the whole once, not every second.
 * Fires `countdown-over` when it is over.
 */
@customElement('retrace-countdown')
export class RetraceCountdown extends LitElement {
  /** ISO instant until which the time runs. */
  @property() until = '';
  /** What to say when it is over. */
  @property() over = '';
  @state() private left = 0;
  private timer = 0;

  protected override createRenderRoot() {
    return this; // plain text in the page: it takes the page’s type
  }

  override connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'timer');
    this.tick();
    this.timer = window.setInterval(() => this.tick(), 1000);
  }

  override disconnectedCallback() {
    window.clearInterval(this.timer);
    super.disconnectedCallback();
  }

  protected override render() {
    return html`<span class="num">${this.left > 0 ? this.spell(this.left) : this.over}</span>`;
  }

  private tick() {
    if (!this.until) return;
    const before = this.left;
    this.left = Math.max(0, Math.ceil((Date.parse(this.until) - Date.now()) / 1000));
    if (before > 0 && this.left === 0) this.dispatchEvent(new CustomEvent('countdown-over', { bubbles: true }));
  }

  private spell(seconds: number): string {
    const language = this.closest('[lang]')?.getAttribute('lang') ?? 'en';
    const unit = (value: number, name: string) =>
      new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
    if (seconds >= 3600) return `${unit(Math.floor(seconds / 3600), 'hour')} ${unit(Math.floor((seconds % 3600) / 60), 'minute')}`;
    if (seconds >= 60) return `${unit(Math.floor(seconds / 60), 'minute')} ${unit(seconds % 60, 'second')}`;
    return unit(seconds, 'second');
  }
}
