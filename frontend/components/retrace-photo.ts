import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

const KEY = 'retrace-uncovered';

/** A thumbnail that stays covered until somebody asks for it; what was uncovered stays so for this browser session. */
@customElement('retrace-photo')
export class RetracePhoto extends LitElement {
  @property() photo = '';
  @property() src = '';
  @property() alt = '';
  @property() showLabel = '';
  @property() hideLabel = '';
  @property() missingLabel = '';
  @state() private shown = false;
  @state() private broken = false;

  static override styles = css`
    :host { position: absolute; inset: 0; display: block; }
    button { position: absolute; inset: 0; width: 100%; height: 100%; padding: 0; border: 0; background: var(--sunken); cursor: pointer; color: var(--ink); font: 600 .875rem/1.3 var(--sans); overflow: hidden; }
    button:focus-visible { outline: 3px solid var(--accent); outline-offset: -5px; border-radius: var(--r-m); }
    img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
    img.covered { filter: blur(26px) saturate(1.1); transform: scale(1.2); }
    .hint { position: absolute; inset: 0 0 34px; display: grid; place-items: center; }
    .hint span { padding: 7px 13px; border-radius: 999px; background: var(--surface); box-shadow: var(--shadow); }
    .missing { position: absolute; inset: 0 0 40px; display: grid; place-items: center; padding: 16px; text-align: center; color: var(--ink-soft); font-size: .875rem; }
    svg { width: 30px; height: 30px; display: block; margin: 0 auto 8px; opacity: .7; }
  `;

  override willUpdate() {
    this.shown = uncovered().has(this.photo);
  }

  protected override render() {
    if (!this.src || this.broken) return this.missing();
    return html`<button type="button" aria-pressed=${this.shown} aria-label="${this.alt}. ${this.shown ? this.hideLabel : this.showLabel}" @click=${this.toggle}>
      <img src=${this.src} alt="" loading="lazy" decoding="async" class=${this.shown ? '' : 'covered'} @error=${() => (this.broken = true)} />
      ${this.shown ? nothing : html`<span class="hint" aria-hidden="true"><span>${this.showLabel}</span></span>`}
    </button>`;
  }

  private missing() {
    return html`<div class="missing"><div>
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><rect x="3.5" y="4.5" width="17" height="15" rx="2.5" /><path d="m4 16 4.5-4.5 4 4 3-3 4.5 4.5" /><circle cx="15.5" cy="9" r="1.4" /></svg>
      ${this.missingLabel}</div></div>`;
  }

  private toggle() {
    const known = uncovered();
    if (!known.delete(this.photo)) known.add(this.photo);
    sessionStorage.setItem(KEY, JSON.stringify([...known]));
    this.requestUpdate();
  }
}

function uncovered(): Set<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}
