import { css, unsafeCSS } from 'lit';

const TONES = ['waiting', 'asked', 'working', 'confirmed', 'nothing', 'kept', 'silent'] as const;

const tones = unsafeCSS(
  TONES.map((tone) => `.${tone} { --tone: var(--${tone}); --wash: var(--${tone}-wash); }`).join('\n'),
);

/** Narrow and on paper: one line down, drawn by CSS alone. Wide: the lines are measured and drawn as SVG. */
export const trailStyles = css`
  :host { display: block; container-type: inline-size; --tone: var(--line-firm); --start: clamp(96px, 17cqi, 140px); }
  *, ::before, ::after { box-sizing: border-box; }
  ${tones}
  .trail { position: relative; }
  .lines { display: none; }
  b { font-weight: 600; }
  small, .purpose, .trained { display: block; color: var(--ink-soft); font-size: 0.875rem; line-height: 1.45; }
  .purpose { color: var(--ink); font-size: 0.9375rem; }

  .origin { position: relative; display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 0 12px; align-items: center; padding-block-end: 14px; line-height: 1.35; }
  .origin i { width: 24px; height: 24px; border: 7px solid var(--accent); border-radius: 50%; background: var(--paper); }
  .origin.only { padding: 0; }
  .origin:not(.only)::after { content: ''; position: absolute; inset-inline-start: 11px; inset-block: 50% 0; margin-block-start: 5px; border-inline-start: 2px solid var(--line-firm); }

  ol { margin: 0; padding: 0; list-style: none; }
  li { position: relative; padding-inline-start: 36px; }
  .dot { position: absolute; z-index: 1; inset-block-start: 15px; inset-inline-start: 5px; width: 14px; height: 14px; border: 3px solid var(--tone); border-radius: 50%; background: var(--tone); }
  .dot.gone { background: var(--paper); }
  .body { position: relative; display: grid; grid-template-columns: minmax(0, 1fr); gap: 6px 16px; padding-block: 10px 14px; }
  .text { min-width: 0; overflow-wrap: anywhere; hyphens: auto; }
  a { display: inline-block; max-width: 100%; min-height: 24px; overflow-wrap: anywhere; color: var(--ink); font-weight: 600; text-decoration: none; }
  a:hover { text-decoration: underline; text-underline-offset: 3px; }
  a:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; border-radius: 4px; }
  .trained { display: flex; gap: 6px; align-items: start; }
  .trained svg { flex: none; width: 15px; height: 15px; margin-block-start: 2.5px; }
  .tag { display: inline-flex; justify-self: start; align-self: start; align-items: center; gap: 7px; max-width: 100%; padding: 6px 11px; border-radius: 16px; background: var(--wash); color: var(--tone); font: 600 0.8125rem/1.15 var(--sans); }
  .tag svg { flex: none; width: 15px; height: 15px; stroke-width: 2.4; }

  .top > li::before { content: ''; position: absolute; inset-inline-start: 11px; inset-block: 0; border-inline-start: 2px solid var(--line-firm); }
  .top > li:last-child::before { inset-block-end: auto; height: 20px; }
  .giver > .body::before, li li::before { content: ''; position: absolute; inset-inline-start: -14px; inset-block: 20px 0; border-inline-start: 2px dotted var(--line-firm); }
  li li::before { inset-inline-start: -14px; inset-block: 0; }
  li li:last-child::before { inset-block-end: auto; height: 12px; }
  li li::after { content: ''; position: absolute; inset-inline-start: -14px; inset-block-start: 0; width: 18px; height: 22px; border: 0 dotted var(--line-firm); border-inline-start-width: 2px; border-block-end-width: 2px; border-end-start-radius: 12px; }

  @media screen {
    @container (min-width: 640px) {
      .lines { position: absolute; inset: 0; display: block; width: 100%; height: 100%; overflow: visible; pointer-events: none; }
      .trail { min-height: 84px; }
      li::before, li::after, li > .body::before, .origin::after { display: none; }
      .origin:not(.only) { position: absolute; inset-block-start: 50%; inset-inline-start: 0; grid-template-columns: minmax(0, 1fr); gap: 8px; width: calc(var(--start) - 4px); padding: 0; translate: 0 -12px; }
      .origin div { position: relative; z-index: 1; text-shadow: 0 0 3px var(--paper), 0 0 3px var(--paper), 0 0 3px var(--paper); }
      .long .origin { inset-block-start: 0; grid-template-columns: 24px minmax(0, 1fr); width: auto; translate: none; }
      .top { padding-inline-start: calc(var(--start) + clamp(24px, 8cqi, 90px)); }
      .long .top { padding-block-start: 44px; padding-inline-start: 76px; }
      li li { margin-inline-start: 8px; }
      .body { grid-template-columns: minmax(0, 1fr) auto; }
      .tag { justify-self: end; max-width: 14rem; }
    }
  }

  .lines path { fill: none; stroke: var(--line-firm); stroke-width: 1.8; stroke-linecap: round; }
  .lines path.gone { stroke: var(--line); }
  .lines path.onward { stroke-dasharray: 1 6; stroke-width: 2.2; }
  .lines path.onward.gone { stroke: var(--line-firm); }
  .lines path.pulse { display: none; }

  /* What somebody has just answered runs back along its line to the start: taken back. */
  @media (prefers-reduced-motion: no-preference) {
    .lines path.pulse { display: inline; stroke: var(--tone); stroke-width: 4; stroke-dasharray: 1; animation: back 1.8s cubic-bezier(0.3, 0, 0.2, 1) both; }
    .changed .tag, .changed > .dot { animation: arrive 0.5s ease-out both; }
  }
  @keyframes back { from { stroke-dashoffset: -1; opacity: 1; } 70% { stroke-dashoffset: 0; opacity: 1; } to { stroke-dashoffset: 0; opacity: 0; } }
  @keyframes arrive { from { scale: 0.7; opacity: 0; } }

  @media print { li { break-inside: avoid; } .tag { border: 1px solid; } }
  @media (forced-colors: active) { .tag, .dot { border: 1px solid; } .lines path { stroke: CanvasText; } }
`;
