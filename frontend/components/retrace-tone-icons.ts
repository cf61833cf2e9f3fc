import { svg } from 'lit';

const SHAPES: Record<string, readonly string[]> = {
  waiting: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z'],
  asked: ['m4 12 16-7-6 16-3-7z', 'm11 14 4-4'],
  working: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M12 7.5V12l3 2'],
  confirmed: ['m5 12.5 4.5 4.5L19 7.5'],
  nothing: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M8 12h8'],
  kept: ['M7.5 11h9a2 2 0 0 1 2 2v4.5a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2V13a2 2 0 0 1 2-2Z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  silent: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z', 'M12 7v6', 'M12 16.8v.4'],
  trained: ['M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z', 'M12 4v4.5M12 15.5V20M4 12h4.5M15.5 12H20M6.5 6.5l3 3M14.5 14.5l3 3M17.5 6.5l-3 3M9.5 14.5l-3 3'],
  photo: ['M6 4.5h12a2.5 2.5 0 0 1 2.5 2.5v10a2.5 2.5 0 0 1-2.5 2.5H6A2.5 2.5 0 0 1 3.5 17V7A2.5 2.5 0 0 1 6 4.5Z', 'm4 16 4.5-4.5 4 4 3-3 4.5 4.5', 'M15.5 8v2.4'],
  show: ['M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z', 'M12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6Z'],
  hide: ['M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z', 'm4.5 4.5 15 15'],
};

/** The line drawing that stands beside a word; screen readers pass over it. */
export function icon(name: string | null) {
  const shapes = SHAPES[name ?? ''] ?? [];
  return svg`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.map((d) => svg`<path d=${d} />`)}</svg>`;
}
