// Where the nodes of the map stand and which ways lie between them. Pure.

/** Below this width of the map there is little room: cards are smaller, and from so many on stand in columns. */
export const NARROW = 560;
export const SIDE_BY_SIDE = 6;

/**
 * Places on an ellipse, the first at the top. Two stand side by side.
 *
 * @param {number} count
 * @param {{width: number, height: number, card: {width: number, height: number}}} box
 * @returns {{x: number, y: number}[]} middles
 */
export function places(count, {width, height, card}) {
  if (width < NARROW && count > SIDE_BY_SIDE) return columns(count, {width, height, card});
  const middle = {x: width / 2, y: height / 2};
  if (count < 2) return Array(count).fill(middle);
  const [rx, ry] = [Math.max(0, (width - card.width) / 2 - 6), Math.max(0, (height - card.height) / 2 - 6)];
  const begin = count === 2 ? Math.PI : -Math.PI / 2;
  const angles = evenly(count, rx, ry, begin);
  return angles.map(a => ({x: middle.x + Math.min(rx, count < 4 ? 330 : rx) * Math.cos(a), y: middle.y + ry * Math.sin(a)}));
}

/** One below the other on both sides, the ways between them, where a ring would lay them over each other. */
function columns(count, {width, height, card}) {
  const rows = Math.ceil(count / 2);
  const edge = card.width / 2 + 6;
  return Array.from({length: count}, (_, i) => ({x: i % 2 ? width - edge : edge, y: ((Math.floor(i / 2) + .5) * height) / rows}));
}

/** Angles whose points are equally far from one another along the ellipse, not in angle. */
function evenly(count, rx, ry, begin) {
  const steps = 720;
  const lengths = [0];
  for (let i = 1; i <= steps; i++) {
    const a = begin + (2 * Math.PI * (i - .5)) / steps;
    lengths.push(lengths[i - 1] + Math.hypot(rx * Math.sin(a), ry * Math.cos(a)));
  }
  const whole = lengths[steps] || 1;
  let at = 0;
  return Array.from({length: count}, (_, i) => {
    while (at < steps && lengths[at] / whole < i / count) at++;
    return begin + (2 * Math.PI * at) / steps;
  });
}

/**
 * Edges between services summed up to ways between nodes, the busiest first.
 *
 * @param {{from: string, to: string, perSecond: number}[]} edges
 * @returns {{from: string, to: string, rate: number}[]}
 */
export function ways(edges) {
  const sums = new Map();
  for (const {from, to, perSecond} of edges) {
    const key = `${from} ${to}`;
    const way = sums.get(key) ?? {from, to, rate: 0};
    way.rate += perSecond;
    sums.set(key, way);
  }
  return [...sums.values()].sort((a, b) => b.rate - a.rate);
}

/** Messages a second of each node: in and out, and within it. */
export function traffic(edges) {
  const sums = new Map();
  const of = id => sums.get(id) ?? sums.set(id, {in: 0, out: 0, within: 0}).get(id);
  for (const {from, to, rate} of ways(edges)) {
    if (from === to) of(from).within += rate;
    else {
      of(from).out += rate;
      of(to).in += rate;
    }
  }
  return sums;
}

/** A rate as short as it may be: 0.4, 12, 1.2k. */
export const rate = n => (n >= 1000 ? `${(n / 1000).toFixed(1)}k` : n >= 10 ? String(Math.round(n)) : n < .05 ? '0' : n.toFixed(1));

/**
 * The services of the cluster as spots of a map, and the messages between them, whichever nodes
 * they run on.
 */
export function services({nodes, edges}) {
  const counts = new Map();
  for (const {roles} of nodes) for (const {role, instances} of roles) counts.set(role, (counts.get(role) ?? 0) + instances);
  const spots = [...counts].map(([role, instances]) => ({id: role, name: role, instances}));
  return {spots, edges: edges.map(e => ({from: e.fromService, to: e.toService, perSecond: e.perSecond}))};
}
