import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from './retrace-icon';

const KEY = 'retrace-uncovered';

/**
 * A thumbnail that stays covered until somebody asks for it; what was uncovered stays so for this browser session.
 *
 * Covered, all of it is one toggle button. Uncovered, the button shrinks into a corner so that a link laid over the
 * picture (`.photo > a.meta`) can take the rest: `[uncovered]` tells the page. The button’s name stays the same and its
 * state is `aria-pressed`, so a screen reader hears what the tap did without a word more.
 */
@customElement('retrace-photo')
export class RetracePhoto extends LitElement {
  /** Which photo: the key under which it is remembered. */
  @property() photo = '';
  @property() src = '';
  @property() alt = '';
  @property() showLabel = '';
  @property() hideLabel = '';
  /** What stands here where there is no preview. */
  @property() missingLabel = '';
  @property({ type: Boolean, reflect: true }) uncovered = false;
  @state() private broken = false;

  static override styles = css`
    :host { position: absolute; inset: 0; display: block; overflow: hidden; border-radius: inherit; container-type: inline-size; }
    *, ::before, ::after { box-sizing: border-box; }
    img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
    .covered { filter: blur(28px) saturate(1.1); transform: scale(1.5); }
    button { position: absolute; z-index: 2; inset: 0; display: grid; place-items: center; width: 100%; height: 100%; margin: 0; padding: 0 0 34px; border: 0; background: none; color: var(--ink); font: 600 0.875rem/1.2 var(--sans); cursor: pointer; }
    button span { display: inline-flex; gap: 7px; max-width: calc(100% - 20px); text-align: center; align-items: center; min-height: 34px; padding: 7px 14px; border-radius: 999px; background: var(--surface); box-shadow: var(--shadow); }
    button:hover span { background: var(--accent-wash); }
    button:focus-visible { outline: 3px solid var(--focus); outline-offset: -5px; border-radius: var(--r-m); box-shadow: inset 0 0 0 2px var(--surface), inset 0 0 0 8px var(--surface); }
    button[aria-pressed='true'] { inset: 0 0 auto auto; inset-inline: auto 0; width: 48px; height: 48px; padding: 0; }
    button[aria-pressed='true'] span { min-height: 0; padding: 8px; }
    button[aria-pressed='true']:focus-visible { outline-offset: -4px; border-radius: 999px; box-shadow: none; }
    svg { flex: none; width: 18px; height: 18px; }
    @container (max-width: 175px) { button[aria-pressed='false'] svg { display: none; } }
    .missing { position: absolute; inset: 0 0 40px; display: grid; place-content: center; justify-items: center; gap: 8px; padding: 12px; color: var(--ink-soft); font-size: 0.875rem; text-align: center; }
    .missing svg { width: 28px; height: 28px; }
    .hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (prefers-reduced-motion: no-preference) { img { transition: filter 0.35s ease-out, transform 0.35s ease-out; } }
    @media print { img { visibility: hidden; } button { display: none; } }
  `;

  protected override willUpdate(changes: PropertyValues<this>) {
    if (changes.has('photo')) this.uncovered = known().has(this.photo);
    if (changes.has('src')) this.broken = false;
  }

  protected override render() {
    if (!this.src || this.broken) {
      return html`<div class="missing">${icon('photo')}<span>${this.missingLabel}</span></div>`;
    }
    return html`
      <img
        src=${this.src}
        alt=${this.uncovered ? this.alt : ''}
        loading="lazy"
        decoding="async"
        draggable="false"
        class=${this.uncovered ? '' : 'covered'}
        @error=${() => (this.broken = true)}
      />
      <button type="button" aria-pressed=${this.uncovered} title=${this.uncovered ? this.hideLabel : nothing} @click=${() => this.toggle()}>
        ${this.uncovered
          ? html`<span>${icon('hide')}<b class="hidden-text">${this.showLabel} ${this.alt}</b></span>`
          : html`<span>${icon('show')}${this.showLabel}<b class="hidden-text">${this.alt}</b></span>`}
      </button>
    `;
  }

  private toggle() {
    this.uncovered = !this.uncovered;
    const all = known();
    if (this.uncovered) all.add(this.photo);
    else all.delete(this.photo);
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...all]));
    } catch {
      // Storage may be full or forbidden: then it is remembered for this page only.
    }
  }
}

function known(): Set<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}
