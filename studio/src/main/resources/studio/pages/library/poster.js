// A video's poster, and, for whoever points at it or reaches it by keyboard, its small pictures in
// their order, like a film in a few seconds.

import {define, Element, html, nothing} from '../../core/element.js';
import {request, source} from '../../core/api.js';
import {icon} from '../../parts/icon.js';
import {framesOf, framesOfStrip, sheetSize} from './sprite.js';

/** Milliseconds that each small picture stands. */
const STAND = 350;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** <mp-poster .poster=${path} .preview=${path of the WebVTT} .strip=${path of pictures side by side} alt=${title}> */
class Poster extends Element {
  static properties = {poster: {}, preview: {}, strip: {}, alt: {}, src: {state: true}};

  #timer = null;
  #frames = null;

  willUpdate(changed) {
    if (changed.has('preview') || changed.has('strip')) this.#drop();
    if (!changed.has('poster')) return;
    this.src = null;
    const wanted = this.poster;
    if (wanted) source(wanted).then(src => wanted === this.poster && (this.src = src), () => {}); // no picture is shown then
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.rest();
    this.#drop();
    if (this.src?.startsWith('blob:')) URL.revokeObjectURL(this.src);
    this.src = null;
    this.poster = null;
  }

  #drop() {
    for (const src of new Set((this.#frames ?? []).map(frame => frame.src))) if (src.startsWith('blob:')) URL.revokeObjectURL(src);
    this.#frames = null;
  }

  /** Begins to show the small pictures. */
  async play() {
    if (calm.matches || this.#timer || !(this.preview || this.strip)) return;
    this.#timer = setTimeout(() => {}, 0); // taken: fetching is under way
    try {
      this.#frames ??= await (this.preview ? this.#fetch() : this.#cut());
    } catch {
      this.#frames = []; // the poster stays, which is no harm
    }
    if (!this.#timer || this.#frames.length < 2) return;
    let at = 0;
    const step = () => {
      this.#show(this.#frames[at++ % this.#frames.length]);
      this.#timer = setTimeout(step, STAND);
    };
    step();
  }

  async #fetch() {
    const frames = framesOf(await (await request(this.preview)).text());
    const folder = this.preview.replace(/[^/]+$/, '');
    const sheets = new Map();
    for (const name of new Set(frames.map(f => f.sheet))) sheets.set(name, await source(folder + name));
    const size = frames.length ? sheetSize(frames) : null;
    return frames.map(frame => ({...frame, src: sheets.get(frame.sheet), size}));
  }

  /** Every video has a strip; the list of more pictures only where they were wanted. */
  async #cut() {
    const src = await source(this.strip);
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return framesOfStrip(picture.naturalWidth, picture.naturalHeight).map(frame => ({...frame, src}));
  }

  /** The picture fills the place: the sheet is enlarged until one of its pictures is as wide. */
  #show(frame) {
    const film = this.querySelector('.film');
    const scale = Math.max(this.clientWidth / frame.width, this.clientHeight / frame.height);
    const across = (this.clientWidth - frame.width * scale) / 2;
    const down = (this.clientHeight - frame.height * scale) / 2;
    film.hidden = false;
    film.style.backgroundImage = `url("${frame.src}")`;
    film.style.backgroundSize = `${frame.size.width * scale}px ${frame.size.height * scale}px`;
    film.style.backgroundPosition = `${across - frame.x * scale}px ${down - frame.y * scale}px`;
  }

  /** Shows the poster again. */
  rest() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const film = this.querySelector('.film');
    if (film) film.hidden = true;
  }

  render() {
    return html`${this.src ? html`<img src=${this.src} alt=${this.alt ?? ''} loading="lazy" decoding="async">`
      : html`<span class="nothing">${icon('film')}</span>`}
      ${this.preview || this.strip ? html`<span class="film" hidden></span>` : nothing}`;
  }
}

define('mp-poster', Poster);
