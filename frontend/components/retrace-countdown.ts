import { LitElement, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

/** Seconds before the end at which the time left is said aloud. */
const SAID_AT = [60, 10] as const;

/**
 * Time that runs out, by the server’s clock. The digits change every second for the eye; a screen reader hears the time
 * left once at the start, at one minute, at ten seconds and when it is over. Then it fires `countdown-over`.
 */
@customElement('retrace-countdown')
export class RetraceCountdown extends LitElement {
  /** ISO instant until which the time runs. */
  @property() until = '';
  /** ISO instant the server had when it sent this; without it the browser’s clock is believed. */
  @property() now = '';
  /** What the time is left for, said before it to those who only hear it. */
  @property() label = '';
  /** What to say when it is over. */
  @property() over = '';
  @state() private left = -1;
  @state() private said = '';
  private ahead = 0;
  private timer = 0;

  protected override createRenderRoot() {
    return this; // plain text in the page: it takes the page’s type
  }

  override connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'timer');
    this.timer = window.setInterval(() => this.tick(), 250);
  }

  override disconnectedCallback() {
    window.clearInterval(this.timer);
    super.disconnectedCallback();
  }

  protected override willUpdate(changes: PropertyValues<this>) {
    if (changes.has('now')) this.ahead = this.now ? Date.now() - Date.parse(this.now) : 0;
    if (changes.has('until') || changes.has('now')) {
      this.left = this.remaining();
      // A moment later, because what a live region holds from the start is not read.
      window.setTimeout(() => this.say(), 600);
    }
  }

  protected override render() {
    if (this.left < 0) return html``;
    return html`<span class="num">${this.left > 0 ? this.spell(this.left) : this.over}</span
      ><span class="visually-hidden" role="status">${this.said}</span>`;
  }

  private tick() {
    if (this.left <= 0) return;
    const before = this.left;
    this.left = this.remaining();
    if (this.left === before) return;
    if (SAID_AT.some((mark) => before > mark && this.left <= mark)) this.say();
    if (this.left === 0) {
      this.say();
      this.dispatchEvent(new CustomEvent('countdown-over', { bubbles: true, composed: true }));
    }
  }

  private remaining(): number {
    const end = Date.parse(this.until);
    return Number.isNaN(end) ? -1 : Math.max(0, Math.ceil((end - (Date.now() - this.ahead)) / 1000));
  }

  private say() {
    if (this.left < 0) return;
    const time = this.left > 0 ? this.spell(this.left) : this.over;
    this.said = this.left > 0 && this.label ? `${this.label}: ${time}` : time;
  }

  private spell(seconds: number): string {
    const language = this.closest('[lang]')?.getAttribute('lang') || 'en';
    const units: [number, string][] =
      seconds >= 3600
        ? [[Math.floor(seconds / 3600), 'hour'], [Math.floor((seconds % 3600) / 60), 'minute']]
        : [[Math.floor(seconds / 60), 'minute'], [seconds % 60, 'second']];
    return units
      .filter(([value], place) => value > 0 || (place === 1 && seconds >= 60 && seconds < 3600))
      .map(([value, unit]) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value))
      .join(' ');
  }
}
