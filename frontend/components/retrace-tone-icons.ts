import { svg } from 'lit';

const SHAPES: Record<string, readonly string[]> = {
  waiting: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z'],
  asked: ['m4 12 16-7-6 16-3-7z', 'm11 14 4-4'],
  working: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M12 7.5V12l3 2'],
  confirmed: ['m5 12.5 4.5 4.5L19 7.5'],
  nothing: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M8 12h8'],
  kept: ['M7.5 11h9a2 2 0 0 1 2 2v4.5a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2V13a2 2 0 0 1 2-2Z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  silent: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z', 'M12 7v6', 'M12 16.8v.4'],
};

/** The line drawing that stands beside a company’s word; screen readers pass over it. */
export function icon(tone: string | null) {
  const shapes = SHAPES[tone ?? ''] ?? [];
  return svg`<svg viewBox="0 0 24 24" aria-hidden="true">${shapes.map((d) => svg`<path d=${d} style="stroke: currentColor" />`)}</svg>`;
}
