// How it will look: the shape of the video, and a caption as it will be drawn, over a picture.

import {define, Element, html, nothing} from '../../core/element.js';
import {problemBox} from '../../parts/problem.js';
import {picture, sample} from './caption-pictures.js';
import {kindOf} from './form.js';
import {later} from './later.js';
import {choice} from './part.js';
import {canvas} from './shapes.js';
import {t} from './words.js';

/** Pixels of the shorter side: sharp enough for what is a hand high. */
const SIDE = 480;
const SCENES = ['dusk', 'snow', 'city'];

/** <mp-create-preview .form compact>: a compact one has no pictures to choose from. */
class Preview extends Element {
  static properties = {form: {attribute: false}, compact: {type: Boolean}, shown: {state: true}, trouble: {state: true}, scene: {state: true}};

  #asked = '';
  #later = later(350, signal => this.#draw(signal));

  constructor() {
    super();
    this.scene = SCENES[0];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#later.stop();
  }

  get #wanted() {
    const {captions, shape, language, translateTo} = this.form;
    const {enabled, ...style} = captions;
    // A brand's font is that of its captions too, as it is in the video.
    if (!style.font && this.form.brand.font) style.font = this.form.brand.font;
    return {style, canvas: canvas(shape, SIDE, 30), language: translateTo || language,
      text: translateTo ? undefined : sample(this.form, kindOf(this.form))};
  }

  willUpdate(changed) {
    if (!changed.has('form')) return;
    const asked = JSON.stringify(this.#wanted);
    if (asked === this.#asked) return;
    const first = !this.#asked;
    this.#asked = asked;
    this.#later.soon(first ? 0 : undefined);
  }

  async #draw(signal) {
    try {
      this.shown = await picture(this.#wanted, signal);
      this.trouble = null;
    } catch (problem) {
      if (!signal.aborted) this.trouble = problem;
    }
  }

  render() {
    const {shape, captions} = this.form;
    const off = !captions.enabled;
    return html`
      <figure class="frame shape-${shape.replace(':', 'x')} scene-${this.scene}">
        ${this.shown && !off && !this.trouble ? html`<img src=${this.shown.src} alt=${this.shown.words}>` : nothing}
        ${off ? html`<figcaption>${t('captionsOff')}</figcaption>` : nothing}
      </figure>
      ${this.compact ? nothing : choice({label: t('picture'), hide: true, name: 'scene', value: this.scene, pick: scene => (this.scene = scene),
        options: SCENES.map(scene => [scene, t(`scene_${scene}`)])})}
      ${off ? nothing : problemBox(this.trouble)}
      ${off ? nothing : this.shown?.warnings.map(text => html`<p class="hint warned">${text}</p>`)}`;
  }
}

define('mp-create-preview', Preview);
