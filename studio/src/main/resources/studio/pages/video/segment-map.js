// The segments along the video: drawn on one canvas, so that a hundred of them move smoothly while
// their states come in. Between two states a segment grows, and lights up when it is done.

import {define, Element, html, nothing} from '../../core/element.js';
import {percent} from '../../core/format.js';
import {at, begin, summary} from './segments.js';
import {t} from './words.js';

const HEIGHT = 56;
const GLOW = 900; // milliseconds for which one that is just done lights up
const COLORS = {queued: '--line', running: '--accent', reused: '--info', done: '--good', failed: '--bad', cancelled: '--edge'};

/** <mp-segment-map .segments .playing (share of the video)>; tells by mp-seek where to go: {share}. */
class SegmentMap extends Element {
  static properties = {segments: {attribute: false}, playing: {type: Number}, hovered: {state: true}};

  /** What is drawn now, following what is true. @type {{level: number, lit: number, state: string}[]} */
  #drawn = [];
  #frame = 0;
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
        if (!old) return {level: done ? 1 : progress, lit: 0, state};
        return {level: old.level, lit: done && old.state !== state ? now : old.lit, state};
      });
    }
    this.#wake();
  }

  #wake() {
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
    }
    const pen = canvas.getContext('2d');
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, HEIGHT);
    const moves = this.#segments(pen, width, now);
    if (this.playing > 0) {
      pen.fillStyle = this.#colors.ink;
      pen.fillRect(this.playing * width - 1, 0, 2, HEIGHT);
    }
    if (moves && this.isConnected) this.#wake();
  }

  #segments(pen, width, now) {
    const frames = this.segments.reduce((sum, one) => sum + one.frames, 0) || 1;
    const gap = width / this.segments.length > 6 ? 2 : 1;
    let x = 0;
    let moves = false;
    this.segments.forEach((segment, place) => {
      const drawn = this.#drawn[place];
      const wide = (segment.frames / frames) * width;
      const target = {done: 1, reused: 1, failed: 1, cancelled: 1, running: Math.max(0.06, segment.progress)}[segment.state] ?? 0;
      const far = target - drawn.level;
      drawn.level = this.#still.matches || Math.abs(far) < 0.004 ? target : drawn.level + far * 0.14;
      const glow = this.#still.matches ? 0 : Math.max(0, 1 - (now - drawn.lit) / GLOW) * (drawn.lit ? 1 : 0);
      moves ||= drawn.level !== target || glow > 0 || (segment.state === 'running' && !this.#still.matches);
      const box = Math.max(1, wide - gap);
      pen.globalAlpha = place === this.hovered ? 1 : 0.9;
      pen.fillStyle = this.#colors.queued;
      pen.beginPath();
      pen.roundRect(x, 6, box, HEIGHT - 12, Math.min(4, box / 3));
      pen.fill();
      if (drawn.level > 0) this.#fill(pen, segment, {x, box, level: drawn.level, glow, now});
      x += wide;
    });
    pen.globalAlpha = 1;
    return moves;
  }

  #fill(pen, {state}, {x, box, level, glow, now}) {
    const tall = (HEIGHT - 12) * level;
    pen.globalAlpha = state === 'running' && !this.#still.matches ? 0.72 + 0.28 * Math.sin(now / 260) : 1;
    pen.fillStyle = this.#colors[state];
    pen.beginPath();
    pen.roundRect(x, HEIGHT - 6 - tall, box, tall, Math.min(4, box / 3));
    pen.fill();
    if (!glow) return;
    pen.globalAlpha = glow * 0.7;
    pen.fillRect(x - 2, 6 - 5 * glow, box + 4, HEIGHT - 12 + 10 * glow);
    pen.globalAlpha = 1;
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
