import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

const OFF = 'retrace-keys-off';

/**
 * Keys for a long list: j and k walk through the links that name its rows, o opens the one that has the focus, ? shows what
 * the keys do. They rest while somebody types, and can be switched off for good (WCAG 2.1.4).
 */
@customElement('retrace-keys')
export class RetraceKeys extends LitElement {
  /** Selector of the links to walk through. */
  @property() rows = 'tbody th a';
  /** Texts: label, down, up, open, help, close, off, on. */
  @property({ type: Object }) texts: Record<string, string> = {};
  @state() private off = localStorage.getItem(OFF) === 'yes';
  private readonly pressed = (event: KeyboardEvent) => this.press(event);

  protected override createRenderRoot() {
    return this; // the page’s own type and colours
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('keydown', this.pressed);
  }

  override disconnectedCallback() {
    document.removeEventListener('keydown', this.pressed);
    super.disconnectedCallback();
  }

  protected override render() {
    const t = this.texts;
    const line = (keys: string[], text?: string) =>
      html`<div class="key"><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${text}</dd></div>`;
    return html`
      <button type="button" class="link small" @click=${() => this.help()}>
        ${this.off ? t.offShort : html`<kbd>j</kbd> <kbd>k</kbd> ${t.move} · <kbd>o</kbd> ${t.open} · <kbd>?</kbd> ${t.help}`}
      </button>
      <dialog aria-labelledby="keys-title">
        <h2 id="keys-title">${t.label}</h2>
        <dl>
          ${line(['j'], t.down)} ${line(['k'], t.up)} ${line(['o'], t.openRow)} ${line(['?'], t.helpRow)}
        </dl>
        <div class="actions">
          <button type="button" class="btn primary slim" @click=${() => this.dialog()?.close()}>${t.close}</button>
          <button type="button" class="btn quiet slim" aria-pressed=${this.off} @click=${() => this.toggle()}>
            ${t.offButton}
          </button>
        </div>
      </dialog>`;
  }

  private press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.typing(event.target)) return;
    if (event.key === '?') return this.off ? undefined : this.help();
    if (this.off || this.dialog()?.open) return;
    const rows = [...document.querySelectorAll<HTMLElement>(this.rows)];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'j') this.go(rows[Math.min(at + 1, rows.length - 1)]);
    else if (event.key === 'k') this.go(rows[Math.max(at - 1, 0)]);
    else if (event.key === 'o' && at >= 0) rows[at]?.click();
  }

  private typing(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
  }

  private go(row: HTMLElement | undefined) {
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  private help() {
    this.dialog()?.showModal();
  }

  private dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  private toggle() {
    this.off = !this.off;
    localStorage.setItem(OFF, this.off ? 'yes' : 'no');
  }
}
