// Where the steps of a workflow stand: in layers, each step right of all that it depends on. Pure.

export const BOX = {width: 134, height: 58};
const GAP = {x: 34, y: 20};
const EDGE = 10;

/** The layer of each step: one more than the farthest that it depends on. */
export function layers(steps) {
  const byName = new Map(steps.map(step => [step.name, step]));
  const depth = new Map();
  const of = name => {
    if (depth.has(name)) return depth.get(name);
    depth.set(name, 0); // a workflow has no circle; a broken one must not hang the page
    const before = (byName.get(name)?.dependsOn ?? []).filter(n => byName.has(n)).map(of);
    const own = before.length ? Math.max(...before) + 1 : 0;
    depth.set(name, own);
    return own;
  };
  const columns = [];
  for (const step of steps) (columns[of(step.name)] ??= []).push(step);
  return columns;
}

/**
 * @param {{name: string, dependsOn: string[]}[]} steps in the workflow's order
 * @returns {{width: number, height: number, spots: Map<string, {x: number, y: number}>, ways: {from: string, to: string, path: string}[]}}
 */
export function arrange(steps) {
  const columns = layers(steps);
  const tallest = Math.max(1, ...columns.map(c => c.length));
  const height = tallest * (BOX.height + GAP.y) - GAP.y + 2 * EDGE;
  const width = columns.length * (BOX.width + GAP.x) - GAP.x + 2 * EDGE;
  const spots = new Map();
  columns.forEach((column, i) => {
    const middles = new Map(column.map((step, n) => [step.name, middle(step, spots, n)]));
    const sorted = [...column].sort((a, b) => middles.get(a.name) - middles.get(b.name));
    const top = (height - (sorted.length * (BOX.height + GAP.y) - GAP.y)) / 2;
    sorted.forEach((step, n) => spots.set(step.name, {x: EDGE + i * (BOX.width + GAP.x), y: top + n * (BOX.height + GAP.y)}));
  });
  return {width, height, spots, ways: lines(steps, spots)};
}

/** As high as what it depends on, so that ways cross little. */
function middle(step, spots, fallback) {
  const before = step.dependsOn.map(name => spots.get(name)?.y).filter(y => y !== undefined);
  return before.length ? before.reduce((a, b) => a + b, 0) / before.length : fallback;
}

function lines(steps, spots) {
  return steps.flatMap(step => direct(step, steps).filter(name => spots.has(name)).map(from => {
    const [a, b] = [spots.get(from), spots.get(step.name)];
    const [x1, y1, x2, y2] = [a.x + BOX.width, a.y + BOX.height / 2, b.x, b.y + BOX.height / 2];
    const bend = Math.max(14, (x2 - x1) / 2);
    return {from, to: step.name, path: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`};
  }));
}

/** Without what follows from other dependencies anyway. */
function direct(step, steps) {
  const byName = new Map(steps.map(s => [s.name, s]));
  const reaches = (from, wanted, seen = new Set()) => (byName.get(from)?.dependsOn ?? []).some(name =>
    name === wanted || (!seen.has(name) && (seen.add(name), reaches(name, wanted, seen))));
  return step.dependsOn.filter(name => !step.dependsOn.some(other => other !== name && reaches(other, name)));
}
