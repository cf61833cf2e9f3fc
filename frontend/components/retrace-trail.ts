import { LitElement, html, nothing, svg, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { icon } from './retrace-icon';
import { trailStyles } from './retrace-trail.styles';
import { descend, grow, swing, type Branch, type Limb, type Point } from './trail-branches';

interface Line {
  readonly index: number;
  readonly path: string;
  readonly onward: boolean;
}

/** A list higher than this is read from the top: its lines come down a trunk instead of fanning out from the middle. */
const LONG = 640;

/**
 * The signature picture: from “You” a line to each company, and on from there to whom it told. The tips are an ordinary
 * nested list, so screen readers, narrow screens and paper read the same words; the lines are drawn from where the tips are.
 */
@customElement('retrace-trail')
export class RetraceTrail extends LitElement {
  static override styles = trailStyles;

  /** What the list is called. */
  @property() label = '';
  /** Who it starts from, and when. */
  @property() you = '';
  @property() uploaded = '';
  /** What stands beside the start when nobody received anything. */
  @property() none = '';
  @property({ type: Array }) branches: readonly Branch[] = [];
  @state() private lines: readonly Line[] = [];
  @state() private long = false;
  @state() private changed: ReadonlySet<number> = new Set();
  private readonly resized = new ResizeObserver(() => this.measure());

  override connectedCallback() {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback() {
    this.resized.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(changes: PropertyValues<this>) {
    const before = changes.get('branches');
    if (before === undefined || before.length === 0) return;
    const key = (branch: Branch) => `${branch.href || branch.name} ${branch.href && branch.purpose} ${branch.via}`;
    const tones = new Map(before.map((branch) => [key(branch), branch.tone]));
    this.changed = new Set(
      this.branches.flatMap((branch, index) => {
        const tone = tones.get(key(branch));
        return tone !== undefined && tone !== branch.tone ? [index] : [];
      }),
    );
  }

  protected override updated(changes: PropertyValues<this>) {
    if (changes.has('branches')) this.measure();
  }

  protected override render() {
    const empty = this.branches.length === 0;
    return html`<div class="trail ${this.long ? 'long' : ''}">
      <svg class="lines" aria-hidden="true">${this.lines.map((line) => this.drawn(line))}</svg>
      <div class="origin ${empty ? 'only' : ''}">
        <i></i>
        <div><b>${this.you}</b><small>${this.uploaded}</small>${empty && this.none ? html`<span>${this.none}</span>` : nothing}</div>
      </div>
      ${empty ? nothing : html`<ol class="top" aria-label=${this.label}>${grow(this.branches).map((limb) => this.tip(limb))}</ol>`}
    </div>`;
  }

  private tip({ branch, index, onward }: Limb): unknown {
    const tone = branch.tone ?? '';
    const classes = [tone, onward.length > 0 ? 'giver' : '', this.changed.has(index) ? 'changed' : ''].join(' ');
    return html`<li class=${classes}>
      <i class="dot ${tone} ${gone(branch) ? 'gone' : ''}" data-index=${index}></i>
      <div class="body">
        <div class="text">
          ${branch.href ? html`<a href=${branch.href}>${branch.name}</a>` : html`<b>${branch.name}</b>`}
          <span class="purpose">${branch.purpose}</span>
          <small>${branch.note}</small>
          ${branch.trained ? html`<span class="trained">${icon('trained')}${branch.trained}</span>` : nothing}
        </div>
        ${branch.word ? html`<span class="tag ${tone}">${icon(branch.tone)}${branch.word}</span>` : nothing}
      </div>
      ${onward.length > 0 ? html`<ol>${onward.map((limb) => this.tip(limb))}</ol>` : nothing}
    </li>`;
  }

  private drawn({ index, path, onward }: Line) {
    const branch = this.branches[index];
    if (branch === undefined) return nothing;
    const line = svg`<path class="${onward ? 'onward' : ''} ${gone(branch) ? 'gone' : ''}" d=${path} />`;
    if (!this.changed.has(index)) return line;
    return svg`${line}<path class="pulse ${branch.tone ?? ''}" pathLength="1" d=${path} />`;
  }

  private measure() {
    const origin = this.renderRoot.querySelector('.origin i');
    const list = this.renderRoot.querySelector('.top');
    if (origin === null || list === null) {
      this.lines = [];
      return;
    }
    const long = list.scrollHeight > LONG;
    if (long !== this.long) {
      this.long = long;
      void this.updateComplete.then(() => this.measure());
      return;
    }
    const frame = this.getBoundingClientRect();
    const centre = (element: Element): Point => {
      const box = element.getBoundingClientRect();
      return { x: box.x - frame.x + box.width / 2, y: box.y - frame.y + box.height / 2 };
    };
    const dots = new Map<number, Point>();
    for (const dot of this.renderRoot.querySelectorAll('.dot')) dots.set(Number(dot.getAttribute('data-index')), centre(dot));
    this.lines = follow(grow(this.branches), centre(origin), dots, this.long ? descend : swing);
  }
}

/** The lines to these tips and, dotted, to all that grow from them. */
function follow(limbs: readonly Limb[], from: Point, dots: ReadonlyMap<number, Point>, draw: typeof swing, onward = false): Line[] {
  return limbs.flatMap(({ index, onward: further }) => {
    const to = dots.get(index);
    if (to === undefined) return [];
    return [{ index, path: draw(from, to), onward }, ...follow(further, to, dots, descend, true)];
  });
}

/** Whether the company says that nothing is left there. */
function gone(branch: Branch): boolean {
  return branch.tone === 'confirmed' || branch.tone === 'nothing';
}
