import alert from 'lucide-static/icons/circle-alert.svg?raw';
import appeal from 'lucide-static/icons/scale.svg?raw';
import arrow from 'lucide-static/icons/arrow-right.svg?raw';
import back from 'lucide-static/icons/chevron-left.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import company from 'lucide-static/icons/building-2.svg?raw';
import dashed from 'lucide-static/icons/circle-dashed.svg?raw';
import date from 'lucide-static/icons/calendar-clock.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import half from 'lucide-static/icons/contrast.svg?raw';
import hide from 'lucide-static/icons/eye-off.svg?raw';
import hourglass from 'lucide-static/icons/hourglass.svg?raw';
import leave from 'lucide-static/icons/log-out.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import message from 'lucide-static/icons/message-square.svg?raw';
import minus from 'lucide-static/icons/circle-minus.svg?raw';
import person from 'lucide-static/icons/user.svg?raw';
import photo from 'lucide-static/icons/image.svg?raw';
import proof from 'lucide-static/icons/file-check.svg?raw';
import refused from 'lucide-static/icons/circle-x.svg?raw';
import received from 'lucide-static/icons/inbox.svg?raw';
import sent from 'lucide-static/icons/send.svg?raw';
import show from 'lucide-static/icons/eye.svg?raw';
import trained from 'lucide-static/icons/brain-circuit.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import verifying from 'lucide-static/icons/user-check.svg?raw';
import { LitElement, css, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

const DRAWINGS = {
  // the seven words of a company, by tone
  waiting: dashed, asked: sent, working: clock, confirmed: check, nothing: minus, kept: lock, silent: alert,
  // the six words of a request
  received, verifying, underway: hourglass, partly: half, done: check, 'not-done': refused,
  // everything else
  alert, appeal, arrow, back, check, clock, company, date, download, hide, leave, lock, message, person, photo, proof,
  sent, show, trained, undo,
} as const;

export type IconName = keyof typeof DRAWINGS;

const parsed = new Map<string, Element>();

/** A fresh drawing in the colour and size of the text around it; screen readers pass over it. */
export function icon(name: string | null) {
  if (name === null || !(name in DRAWINGS)) return nothing;
  let drawing = parsed.get(name);
  if (drawing === undefined) {
    drawing = document.importNode(
      new DOMParser().parseFromString(DRAWINGS[name as IconName], 'image/svg+xml').documentElement,
      true,
    );
    for (const attribute of ['class', 'width', 'height']) drawing.removeAttribute(attribute);
    drawing.setAttribute('aria-hidden', 'true');
    parsed.set(name, drawing);
  }
  return drawing.cloneNode(true);
}

/** A line drawing that stands beside a word, never instead of one. */
@customElement('retrace-icon')
export class RetraceIcon extends LitElement {
  static override styles = css`
    :host { display: inline-block; flex: none; width: 1em; height: 1em; vertical-align: -0.125em; }
    svg { display: block; width: 100%; height: 100%; }
    :host([name='back']:dir(rtl)) svg, :host([name='arrow']:dir(rtl)) svg, :host([name='sent']:dir(rtl)) svg, :host([name='asked']:dir(rtl)) svg { transform: scaleX(-1); }
  `;

  @property({ reflect: true }) name: IconName | '' = '';

  override connectedCallback() {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render() {
    return icon(this.name);
  }
}
