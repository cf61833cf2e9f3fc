/** One line and its tip, as the server tells it; every text is already in the reader’s language. */
export interface Branch {
  readonly name: string;
  /** Where more is said of it; empty if nowhere. */
  readonly href: string;
  readonly purpose: string;
  /** When and on which ground. */
  readonly note: string;
  /** Position of the branch it grows from; null if the photo came from the platform itself. */
  readonly via: number | null;
  /** Class of the company’s word and the word; null where it was never asked. */
  readonly tone: string | null;
  readonly word: string | null;
  /** Says that a model was trained with it, where one was. */
  readonly trained?: string | null;
}

/** A branch with what grows from it. */
export interface Limb {
  readonly branch: Branch;
  readonly index: number;
  readonly onward: readonly Limb[];
}

/** The branches as a tree. Whatever names a giver that is not there, or itself, still shows: at the root. */
export function grow(branches: readonly Branch[]): readonly Limb[] {
  const seen = new Set<number>();
  const limb = (branch: Branch, index: number): Limb => {
    seen.add(index);
    return { branch, index, onward: from(index) };
  };
  const from = (giver: number | null): readonly Limb[] =>
    branches.flatMap((branch, index) => (branch.via === giver && !seen.has(index) ? [limb(branch, index)] : []));
  const limbs = [...from(null)];
  branches.forEach((branch, index) => {
    if (!seen.has(index)) limbs.push(limb(branch, index));
  });
  return limbs;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A wide swing from the start to a tip. */
export function swing(from: Point, to: Point): string {
  const reach = to.x - from.x;
  return `M${from.x} ${from.y}C${from.x + reach * 0.6} ${from.y} ${from.x + reach * 0.3} ${to.y} ${to.x} ${to.y}`;
}

/** Down along the trunk, then round the corner: for tips below each other. */
export function descend(from: Point, to: Point): string {
  const reach = to.x - from.x;
  const radius = Math.min(Math.abs(reach) * 0.7, 36, Math.max(0, to.y - from.y));
  const bend = from.x + Math.sign(reach) * radius;
  return `M${from.x} ${from.y}V${to.y - radius}Q${from.x} ${to.y} ${bend} ${to.y}H${to.x}`;
}
