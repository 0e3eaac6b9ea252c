// The segments along the video: drawn on one canvas, so that a hundred of them move smoothly while
// their states come in. Between two states a segment grows, and lights up when it is done.

import {define, Element, html, nothing} from '../../core/element.js';
import {percent} from '../../core/format.js';
import {at, begin, summary} from './segments.js';
import {t} from './words.js';

const HEIGHT = 56;
const GLOW = 900; // milliseconds for which one that is just done lights up
const COLORS = {queued: '--line', running: '--accent', reused: '--info', done: '--good', failed: '--bad', cancelled: '--edge'};

/** Whether two lists stand in the same places. */
const alike = (before, now) => before?.length === now.length && before.every(({frames}, place) => frames === now[place].frames);

/** <mp-segment-map .segments .playing (share of the video)>; tells by mp-seek where to go: {share}. */
class SegmentMap extends Element {
  static properties = {segments: {attribute: false}, playing: {type: Number}, hovered: {state: true}};

  /** What is drawn now, following what is true. @type {{level: number, lit: number, state: string, look: string}[]} */
  #drawn = [];
  #frame = 0;
  #all = true;
  #colors = {};
  #still = matchMedia('(prefers-reduced-motion: reduce)');
  #watch = new ResizeObserver(() => this.#wake());
  #theme = new MutationObserver(() => this.#dress());

  constructor() {
    super();
    this.segments = [];
    this.hovered = -1;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#theme.observe(document.documentElement, {attributeFilter: ['data-theme']});
    this.#dress();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#watch.disconnect();
    this.#theme.disconnect();
  }

  #dress() {
    const style = getComputedStyle(document.documentElement);
    for (const [state, name] of Object.entries(COLORS)) this.#colors[state] = style.getPropertyValue(name).trim();
    this.#colors.ink = style.getPropertyValue('--ink').trim();
    this.#wake();
  }

  firstUpdated() {
    this.#watch.observe(this.querySelector('canvas'));
  }

  updated(changed) {
    if (changed.has('segments')) {
      const now = performance.now();
      this.#drawn = this.segments.map(({state, progress}, place) => {
        const old = this.#drawn[place];
        const done = state === 'done' || state === 'reused';
        if (!old) return {level: done ? 1 : progress, lit: 0, state, look: ''};
        return {level: old.level, lit: done && old.state !== state ? now : old.lit, state, look: old.look};
      });
    }
    this.#wake(changed.size > 1 || !alike(changed.get('segments'), this.segments));
  }

  /** @param {boolean} all draws all of it, not only what moves */
  #wake(all = true) {
    this.#all ||= all;
    this.#frame ||= requestAnimationFrame(now => this.#draw(now));
  }

  #draw(now) {
    this.#frame = 0;
    const canvas = this.querySelector('canvas');
    if (!canvas) return;
    const ratio = devicePixelRatio;
    const width = canvas.clientWidth;
    if (canvas.width !== Math.round(width * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = HEIGHT * ratio;
      this.#all = true;
    }
    const boxes = this.#step(width, now);
    const areas = this.#all ? [[0, width]]
      : boxes.filter(box => box.moved).map(({x, wide}) => [Math.floor(x) - 3, Math.ceil(x + wide) + 3]);
    if (areas.length) this.#paint(canvas.getContext('2d'), boxes, areas, width);
    this.#all = false;
    if (boxes.some(box => box.moves) && this.isConnected) this.#wake(false);
  }

  /** How each looks now, nearer to how it is to look. */
  #step(width, now) {
    const frames = this.segments.reduce((sum, one) => sum + one.frames, 0) || 1;
    const gap = width / this.segments.length > 6 ? 2 : 1;
    const still = this.#still.matches;
    let end = 0;
    return this.segments.map((segment, place) => {
      const drawn = this.#drawn[place];
      const x = end;
      end += (segment.frames / frames) * width;
      const running = segment.state === 'running' && !still;
      const target = {done: 1, reused: 1, failed: 1, cancelled: 1, running: Math.max(0.06, segment.progress)}[segment.state] ?? 0;
      const far = target - drawn.level;
      drawn.level = still || Math.abs(far) < 0.004 ? target : drawn.level + far * 0.14;
      const glow = still || !drawn.lit ? 0 : Math.max(0, 1 - (now - drawn.lit) / GLOW);
      const pulse = running ? 0.72 + 0.28 * Math.sin(now / 260) : 1;
      const look = `${segment.state} ${drawn.level} ${glow} ${pulse}`;
      const moved = look !== drawn.look;
      drawn.look = look;
      return {x, wide: Math.max(1, end - x - gap), state: segment.state, level: drawn.level, glow, pulse, moved,
        moves: running || drawn.level !== target || glow > 0, hovered: place === this.hovered};
    });
  }

  /** Draws within some areas, each from one x to another; most of a long video stands still. */
  #paint(pen, boxes, areas, width) {
    pen.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen.save();
    pen.beginPath();
    for (const [from, to] of areas) {
      pen.rect(from, 0, to - from, HEIGHT);
      pen.clearRect(from, 0, to - from, HEIGHT);
    }
    pen.clip();
    for (const box of boxes) {
      if (areas.some(([from, to]) => box.x - 3 < to && box.x + box.wide + 3 > from)) this.#box(pen, box);
    }
    pen.globalAlpha = 1;
    if (this.playing > 0) {
      pen.fillStyle = this.#colors.ink;
      pen.fillRect(this.playing * width - 1, 0, 2, HEIGHT);
    }
    pen.restore();
  }

  #box(pen, {x, wide, state, level, glow, pulse, hovered}) {
    pen.globalAlpha = hovered ? 1 : 0.9;
    pen.fillStyle = this.#colors.queued;
    pen.beginPath();
    pen.roundRect(x, 6, wide, HEIGHT - 12, Math.min(4, wide / 3));
    pen.fill();
    if (!level) return;
    const tall = (HEIGHT - 12) * level;
    pen.globalAlpha = pulse;
    pen.fillStyle = this.#colors[state];
    pen.beginPath();
    pen.roundRect(x, HEIGHT - 6 - tall, wide, tall, Math.min(4, wide / 3));
    pen.fill();
    if (!glow) return;
    pen.globalAlpha = glow * 0.7;
    pen.fillRect(x - 2, 6 - 5 * glow, wide + 4, HEIGHT - 12 + 10 * glow);
  }

  #share(event) {
    const {left, width} = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(0.9999, (event.clientX - left) / width));
  }

  #seek(event) {
    const share = begin(this.segments, at(this.segments, this.#share(event)));
    this.dispatchEvent(new CustomEvent('mp-seek', {detail: {share}, bubbles: true}));
  }

  #said() {
    const {all, done, reused, running, queued, failed} = summary(this.segments);
    return t('mapSays', {all, done, reused, running, queued, failed});
  }

  #hover() {
    const one = this.segments[this.hovered];
    if (!one) return nothing;
    return html`<p class="hint">${t('segment', {number: this.hovered + 1})} · ${t(`segment-${one.state}`)}${one.state === 'running' ? ` ${percent(one.progress)}` : ''}${one.node ? ` · ${t('onNode', {node: one.node.slice(0, 8)})}` : ''}${one.encoder ? ` · ${one.encoder}` : ''}</p>`;
  }

  render() {
    return html`<canvas role="img" aria-label=${this.#said()} @click=${this.#seek}
      @pointermove=${event => (this.hovered = at(this.segments, this.#share(event)))} @pointerleave=${() => (this.hovered = -1)}></canvas>
      <div class="told">${this.#hover()}</div>`;
  }
}

define('mp-segment-map', SegmentMap);
