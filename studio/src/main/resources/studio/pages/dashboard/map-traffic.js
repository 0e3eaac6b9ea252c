// Draws the ways between nodes, and what runs along them.

import {rate} from './map-layout.js';
import {t} from './words.js';

/** More ways than these would be a tangle; the table has the sums of all. */
const MOST = 120;
const NAMED = 14;
/** Pixels of a dot's picture, with its soft edge. */
const DOT = 8;

/** A bow towards the middle of the map, where there is room; there and back lie apart. */
function bow(from, to, centre) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const [mx, my] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const apart = Math.min(22, length * .08);
  return {from, to, x: mx + (centre.x - mx) * .55 - (dy / length) * apart, y: my + (centre.y - my) * .55 + (dx / length) * apart};
}

const on = ({from, to, x, y}, s) => ({
  x: (1 - s) ** 2 * from.x + 2 * s * (1 - s) * x + s * s * to.x,
  y: (1 - s) ** 2 * from.y + 2 * s * (1 - s) * y + s * s * to.y,
});

/** The colours of the page as it is now, light or dark. */
export function colours(element) {
  const style = getComputedStyle(element);
  const of = name => style.getPropertyValue(name).trim();
  return {line: of('--edge'), dot: of('--accent'), text: of('--ink'), ground: of('--paper')};
}

/**
 * The ways as they lie, for {@link lines} and {@link run}; found anew only when a node moved or the
 * rates changed, not at every picture.
 *
 * @param {{from: string, to: string, rate: number}[]} ways
 * @param {Map<string, {x: number, y: number}>} spots where each node is now
 * @param {{x: number, y: number}} centre of the map
 */
export function bows(ways, spots, centre) {
  const drawn = [];
  for (const way of ways.slice(0, MOST)) {
    const [from, to] = [spots.get(way.from), spots.get(way.to)];
    if (!from || !to || way.from === way.to) continue;
    const dots = Math.max(1, Math.min(6, Math.round(Math.log2(1 + way.rate))));
    drawn.push({...bow({x: from.x, y: from.y}, {x: to.x, y: to.y}, centre), rate: way.rate, dots});
  }
  return drawn;
}

/**
 * Draws what stands still: the lines and the rates of the busiest.
 *
 * @param {CanvasRenderingContext2D} canvas
 */
export function lines(canvas, drawn, tint) {
  canvas.strokeStyle = tint.line;
  for (const each of drawn) {
    const weight = Math.log10(1 + each.rate);
    canvas.globalAlpha = Math.min(.75, .16 + weight * .22);
    canvas.lineWidth = Math.min(5, 1 + weight);
    canvas.beginPath();
    canvas.moveTo(each.from.x, each.from.y);
    canvas.quadraticCurveTo(each.x, each.y, each.to.x, each.to.y);
    canvas.stroke();
  }
  canvas.globalAlpha = 1;
  name(canvas, drawn.slice(0, NAMED), tint);
}

/** A dot drawn once, to be copied: hundreds of arcs at every picture cost most of it. */
export function stamp(tint, sharp) {
  const dot = Object.assign(document.createElement('canvas'), {width: DOT * sharp, height: DOT * sharp});
  const pen = dot.getContext('2d');
  pen.scale(sharp, sharp);
  pen.fillStyle = tint.dot;
  pen.arc(DOT / 2, DOT / 2, 3, 0, 7);
  pen.fill();
  return dot;
}

/**
 * Draws what moves. Busy ways have more dots; each takes its time from end to end.
 *
 * @param {number} seconds the time of the animation
 */
export function run(canvas, drawn, dot, seconds) {
  for (const each of drawn) {
    for (let i = 0; i < each.dots; i++) {
      const {x, y} = on(each, (seconds / 2.4 + i / each.dots) % 1);
      canvas.drawImage(dot, x - DOT / 2, y - DOT / 2, DOT, DOT);
    }
  }
}

function name(canvas, drawn, tint) {
  canvas.font = '600 11px system-ui, sans-serif';
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.lineWidth = 4;
  canvas.lineJoin = 'round';
  canvas.strokeStyle = tint.ground;
  canvas.fillStyle = tint.text;
  for (const each of drawn.filter(way => rate(way.rate) !== '0')) {
    const {x, y} = on(each, .45);
    const text = t('perSecond', {n: rate(each.rate)});
    canvas.strokeText(text, x, y);
    canvas.fillText(text, x, y);
  }
}
