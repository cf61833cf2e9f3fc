import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from './retrace-tone-icons';

interface Branch {
  name: string;
  href: string;
  purpose: string;
  note: string;
  via: number | null;
  tone: string | null;
  word: string | null;
}

interface Tip {
  branch: Branch;
  index: number;
  depth: number;
  parent: number | null;
}

/**
 * The signature picture: from “You” a line to each company, and on from there to whom it told. The lines are drawn, the
 * tips are an ordinary list, so screen readers and narrow screens read the same words.
 */
@customElement('retrace-trail')
export class RetraceTrail extends LitElement {
  @property() label = '';
  @property() you = '';
  @property() uploaded = '';
  @property({ type: Array }) branches: Branch[] = [];
  @state() private lines: { path: string; onward: boolean }[] = [];
  private readonly resized = new ResizeObserver(() => this.measure());

  static override styles = css`
    :host { display: block; position: relative; --start: clamp(84px, 18vw, 132px); }
    svg.lines { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; }
    path { fill: none; stroke: var(--line-firm); stroke-width: 1.8; }
    path.onward { stroke-dasharray: 2 4; stroke-linecap: round; }
    .start { position: absolute; inset-inline-start: 0; top: 50%; transform: translateY(-11px); max-width: calc(var(--start) - 8px); }
    .start i { display: block; width: 22px; height: 22px; border-radius: 50%; background: var(--accent); }
    .start b, .start small { display: block; }
    .start b { margin-block-start: 8px; font-size: .8125rem; }
    small { color: var(--ink-soft); font-size: .8125rem; }
    ol { list-style: none; margin: 0; padding: 0; padding-inline-start: calc(var(--start) + clamp(40px, 12%, 110px)); }
    li { display: grid; grid-template-columns: 14px minmax(0, 1fr) auto; gap: 2px 14px; align-items: start; padding-block: 12px; }
    li[data-depth='1'] { margin-inline-start: 44px; }
    li[data-depth='2'] { margin-inline-start: 88px; }
    .tip { width: 12px; height: 12px; margin-block-start: 6px; border-radius: 50%; background: var(--line-firm); position: relative; }
    .tip.confirmed { background: var(--confirmed); } .tip.kept { background: var(--kept); } .tip.silent { background: var(--silent); }
    .tip.working { background: var(--working); } .tip.asked { background: var(--asked); } .tip.nothing { background: var(--nothing); }
    a { color: var(--ink); font-weight: 600; text-decoration: none; }
    a:hover { text-decoration: underline; }
    a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 6px; }
    .text > span { display: block; font-size: .9rem; }
    .text { min-width: 0; overflow-wrap: break-word; hyphens: auto; }
    .tag { display: inline-flex; gap: 7px; align-items: center; padding: 7px 11px; border-radius: 999px; font: 600 .8125rem/1 var(--sans); white-space: nowrap; }
    .tag svg { width: 15px; height: 15px; fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
    .tag.waiting { color: var(--waiting); background: var(--waiting-wash); } .tag.asked { color: var(--asked); background: var(--asked-wash); }
    .tag.working { color: var(--working); background: var(--working-wash); } .tag.confirmed { color: var(--confirmed); background: var(--confirmed-wash); }
    .tag.nothing { color: var(--nothing); background: var(--nothing-wash); } .tag.kept { color: var(--kept); background: var(--kept-wash); }
    .tag.silent { color: var(--silent); background: var(--silent-wash); }
    @media (max-width: 640px) {
      .start { position: static; transform: none; display: flex; align-items: center; gap: 12px; max-width: none; }
      .start i { margin-inline-start: 2px; flex: none; } .start b { margin: 0; }
      ol { padding-inline-start: 6px; }
      li { grid-template-columns: 14px minmax(0, 1fr); }
      li[data-depth='1'], li[data-depth='2'] { margin-inline-start: 28px; }
      .tag { grid-column: 2; justify-self: start; margin-block-start: 4px; }
    }
  `;

  override connectedCallback() {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback() {
    this.resized.disconnect();
    super.disconnectedCallback();
  }

  protected override updated(changed: Map<string, unknown>) {
    if (changed.has('branches')) this.measure();
  }

  protected override render() {
    return html`
      <svg class="lines" aria-hidden="true">
        ${this.lines.map((line) => svg`<path class=${line.onward ? 'onward' : ''} d=${line.path} />`)}
      </svg>
      <div class="start"><i></i><div><b>${this.you}</b><small>${this.uploaded}</small></div></div>
      <ol aria-label=${this.label}>
        ${this.tips().map((tip) => this.tip(tip))}
      </ol>
    `;
  }

  private tip({ branch, index, depth }: Tip) {
    return html`<li data-depth=${Math.min(depth, 2)}>
      <i class="tip ${branch.tone ?? ''}" data-index=${index}></i>
      <div class="text"><a href=${branch.href}>${branch.name}</a><span>${branch.purpose}</span><small>${branch.note}</small></div>
      ${branch.word ? html`<span class="tag ${branch.tone}">${icon(branch.tone)}${branch.word}</span>` : nothing}
    </li>`;
  }

  /** Branches in the order they are read: each followed by those that grow from it. */
  private tips(): Tip[] {
    const all: Tip[] = [];
    const grow = (from: number | null, depth: number) =>
      this.branches.forEach((branch, index) => {
        if (branch.via !== from || depth > this.branches.length) return;
        all.push({ branch, index, depth, parent: from });
        grow(index, depth + 1);
      });
    grow(null, 0);
    return all;
  }

  private measure() {
    const root = this.renderRoot;
    const origin = root.querySelector('.start i');
    if (!origin) return;
    const frame = this.getBoundingClientRect();
    const centre = (element: Element) => {
      const box = element.getBoundingClientRect();
      return { x: box.x - frame.x + box.width / 2, y: box.y - frame.y + box.height / 2 };
    };
    const narrow = getComputedStyle(origin.parentElement ?? this).position === 'static';
    const dot = (index: number) => root.querySelector(`[data-index="${index}"]`);
    this.lines = this.tips().flatMap(({ index, parent }) => {
      const from = parent === null ? origin : dot(parent);
      const to = dot(index);
      return from && to ? [{ path: curve(centre(from), centre(to), narrow || parent !== null), onward: parent !== null }] : [];
    });
  }
}

function curve(from: { x: number; y: number }, to: { x: number; y: number }, down: boolean): string {
  if (down) return `M${from.x} ${from.y}V${Math.max(from.y, to.y - 16)}Q${from.x} ${to.y} ${to.x} ${to.y}`;
  const middle = from.x + (to.x - from.x) * 0.55;
  return `M${from.x} ${from.y}C${middle} ${from.y} ${from.x + (to.x - from.x) * 0.35} ${to.y} ${to.x} ${to.y}`;
}
