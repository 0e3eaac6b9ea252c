// The map: nodes on a ring, and the messages between them moving. It stands still for who wants no
// motion, and while it is not seen. The table beside it says the same, so readers pass it over.

import {repeat} from 'lit/directives/repeat.js';
import {define, Element, html, nothing} from '../../core/element.js';
import {percent} from '../../core/format.js';
import {NARROW, places, rate, SIDE_BY_SIDE, traffic, ways} from './map-layout.js';
import {bows, colours, lines, run, stamp} from './map-traffic.js';
import {present} from './states.js';
import {t} from './words.js';

/** With more than so many nodes, each takes less room; on a map of less than this width with fewer already. */
const MANY = 13;
const SOME = 9;
const MIDDLING = 900;
const CARD = {few: {width: 176, height: 78}, small: {width: 132, height: 66}, many: {width: 104, height: 40}, slim: {width: 120, height: 40}};

/** <mp-cluster-map .nodes=${…} .edges=${…}> with both as /v1/admin/cluster gives them, or services with theirs. */
class ClusterMap extends Element {
  static properties = {nodes: {attribute: false}, edges: {attribute: false}};

  #spots = new Map(); // id → {x, y, element}: where each is now, on its way to its place
  #ways = [];
  #bows = null; // as they lie now; null when a node moved since
  #tint;
  #dot;
  #frame = 0;
  #still = matchMedia('(prefers-reduced-motion: reduce)');
  #seen = new IntersectionObserver(([entry]) => (entry.isIntersecting ? this.#begin() : this.#end()));
  #sized = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.nodes = [];
    this.edges = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#seen.observe(this);
    this.#sized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#seen.disconnect();
    this.#sized.disconnect();
    this.#end();
  }

  #many() {
    return this.nodes.length > (this.width < NARROW ? SIDE_BY_SIDE : this.width < MIDDLING ? SOME : MANY);
  }

  /** Whether small cards have room for a whole name. */
  #slim() {
    return this.width < NARROW || this.nodes.length <= MANY;
  }

  #measure() {
    this.requestUpdate(); // cards say less where there is less room
    const sharp = Math.min(2, devicePixelRatio);
    [this.width, this.height] = [this.clientWidth, this.clientHeight];
    for (const canvas of this.querySelectorAll('canvas')) {
      Object.assign(canvas, {width: this.width * sharp, height: this.height * sharp});
      canvas.getContext('2d').setTransform(sharp, 0, 0, sharp, 0, 0);
    }
    this.#arrange(true);
  }

  updated() {
    this.classList.toggle('long', this.nodes.length > MANY);
    this.classList.toggle('slim', this.#slim());
    const gone = new Set(this.nodes.filter(n => n.instances === undefined && !present(n)).map(n => n.id));
    this.#ways = ways(this.edges.filter(e => !gone.has(e.from) && !gone.has(e.to)));
    this.#tint = colours(this);
    this.#dot = stamp(this.#tint, Math.min(2, devicePixelRatio));
    if (this.width) this.#arrange(false);
  }

  /** Finds a place for each node; those that are new begin there. */
  #arrange(at) {
    const card = CARD[this.#many() ? (this.#slim() ? 'slim' : 'many') : this.width < NARROW ? 'small' : 'few'];
    const targets = places(this.nodes.length, {width: this.width, height: this.height, card});
    const elements = new Map([...this.querySelectorAll('.spot')].map(e => [e.dataset.id, e]));
    const before = this.#spots;
    this.#spots = new Map(this.nodes.map(({id}, i) => {
      const was = at ? null : before.get(id);
      return [id, {x: was?.x ?? targets[i].x, y: was?.y ?? targets[i].y, target: targets[i], element: elements.get(id), shown: ''}];
    }));
    this.#bows = null;
    this.#draw(NaN);
  }

  #begin() {
    if (this.#frame) return;
    const step = now => {
      this.#frame = requestAnimationFrame(step);
      this.#draw(now / 1000);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #end() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** @param {number} seconds the time of the animation; NaN draws nothing that moves */
  #draw(seconds) {
    const [still, moving] = this.querySelectorAll('canvas');
    if (!still || !this.width) return;
    this.#move();
    if (!this.#bows) {
      this.#bows = bows(this.#ways, this.#spots, {x: this.width / 2, y: this.height / 2});
      const pen = still.getContext('2d');
      pen.clearRect(0, 0, this.width, this.height);
      lines(pen, this.#bows, this.#tint);
    }
    if (Number.isNaN(seconds)) return;
    const pen = moving.getContext('2d');
    pen.clearRect(0, 0, this.width, this.height);
    if (!this.#still.matches) run(pen, this.#bows, this.#dot, seconds);
  }

  /** Each a step nearer to its place. */
  #move() {
    const pull = this.#still.matches ? 1 : .12;
    for (const spot of this.#spots.values()) {
      spot.x += (spot.target.x - spot.x) * pull;
      spot.y += (spot.target.y - spot.y) * pull;
      const place = `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px) translate(-50%, -50%)`;
      if (place === spot.shown || !spot.element) continue;
      spot.element.style.transform = spot.shown = place;
      this.#bows = null;
    }
  }

  #roles({roles}) {
    if (!roles.length) return '';
    return roles.length >= 12 ? t('all', {n: roles.length}) : roles.map(r => (r.instances > 1 ? `${r.role} ×${r.instances}` : r.role)).join(', ');
  }

  /** @returns {[string, unknown, string]} how it looks, what stands below its name, where it leads */
  #say(spot, inside) {
    if (spot.instances !== undefined) return ['well', html`<small class="cut">${t('runs', {n: spot.instances})} · ${inside}</small>`, nothing];
    if (!present(spot)) return ['gone', html`<small>${t(spot.state)}</small>`, `/dashboard/nodes/${spot.id}`];
    const kind = spot.health.status !== 'healthy' ? 'ill' : spot.state === 'SERVING' ? 'well' : 'between';
    return [kind, html`<small class="cut">${this.#roles(spot)}</small><small class="cut">${t('cpu')} ${percent(Math.max(0, spot.load?.cpu ?? 0))} · ${inside}</small>`, `/dashboard/nodes/${spot.id}`];
  }

  #spot(spot, sums, many) {
    const inside = t('within', {n: rate(sums.get(spot.id)?.within ?? 0)});
    const [kind, below, href] = this.#say(spot, inside);
    return html`<a class="spot ${kind} ${many ? 'many' : ''}" data-id=${spot.id} href=${href} tabindex="-1">
      <strong class="cut">${spot.name}</strong>${many ? nothing : below}</a>`;
  }

  render() {
    const many = this.#many();
    const sums = traffic(this.edges);
    return html`<div class="ring" aria-hidden="true"><canvas></canvas><canvas></canvas>
      ${repeat(this.nodes, node => node.id, node => this.#spot(node, sums, many))}</div>`;
  }
}

define('mp-cluster-map', ClusterMap);
