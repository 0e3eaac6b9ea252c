// A picture that stands for a material; a clip moves for whoever points at it.

import {define, Element, html, nothing} from '../../core/element.js';
import {source} from '../../core/api.js';
import {icon} from '../../parts/icon.js';

const DRAWINGS = {VIDEO: 'film', STILL: 'image', AUDIO: 'sound'};
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** <mp-material-picture .material=${…}> */
class MaterialPicture extends Element {
  static properties = {material: {attribute: false}, still: {state: true}, moving: {state: true}};

  #path = null;

  willUpdate() {
    const path = this.material?.links.thumbnail ?? null;
    if (path === this.#path) return;
    this.#path = path;
    this.still = null;
    if (path) source(path).then(src => path === this.#path && (this.still = src), () => {}); // its drawing stays
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const src of [this.still, this.moving]) if (src?.startsWith('blob:')) URL.revokeObjectURL(src);
    this.#path = this.still = this.moving = null;
  }

  async play() {
    const path = this.material.kind === 'VIDEO' && this.material.links.preview;
    if (!path || calm.matches) return;
    this.wanted = true;
    const src = await source(path).catch(() => null);
    if (this.wanted) this.moving = src;
  }

  rest() {
    this.wanted = false;
    this.moving = null;
  }

  render() {
    return html`${this.still ? html`<img src=${this.still} alt="" loading="lazy" decoding="async">`
      : html`<span class="nothing">${icon(DRAWINGS[this.material?.kind] ?? 'image')}</span>`}
      ${this.moving ? html`<video src=${this.moving} muted autoplay loop playsinline></video>` : nothing}`;
  }
}

define('mp-material-picture', MaterialPicture);
