// The shape of the picture, drawn, and how many pixels and frames it has.

import {define, html, svg} from '../../core/element.js';
import {Part, select} from './part.js';
import {canvas, RATES, SHAPES, SIDES} from './shapes.js';
import {t} from './words.js';

/** A shape in a field of 48, its longer side 40. */
function drawn(shape) {
  const [w, h] = SHAPES[shape];
  const unit = 40 / Math.max(w, h);
  const [width, height] = [w * unit, h * unit];
  return svg`<svg class="drawn" viewBox="0 0 48 48" aria-hidden="true">
    <rect x=${24 - width / 2} y=${24 - height / 2} width=${width} height=${height} rx="4"></rect>
    <path d="M${24 - width * 0.3} ${24 + height * 0.28}h${width * 0.6}"></path></svg>`;
}

class Format extends Part {
  drawing() {
    return 'frame';
  }

  heading() {
    return t('format');
  }

  pointers() {
    return ['/canvas', '/formats'];
  }

  summary() {
    const {shape, side, fps, canvas: own, formats} = this.form;
    const size = own ? (own.width ? `${own.width}×${own.height}` : String(own)) : `${shape} · ${side}p${fps === 30 ? '' : ` · ${fps} fps`}`;
    return [size, ...formats.filter(one => one !== shape && typeof one === 'string')].join(' + ');
  }

  #also(shape, wanted) {
    const {formats} = this.form;
    this.change({formats: wanted ? [...formats, shape] : formats.filter(one => one !== shape)});
  }

  body() {
    const {shape, side, fps, formats, canvas: own} = this.form;
    const pixels = one => {
      const {width, height} = canvas(shape, one, fps);
      return [one, `${width} × ${height}`];
    };
    return html`
      <fieldset><legend>${t('shape')}</legend><div class="shapes">${Object.keys(SHAPES).map(one => html`
        <label class="shape"><input type="radio" name="shape" value=${one} .checked=${one === shape && !own} @change=${() => this.change({shape: one, canvas: null})}>
          <span>${drawn(one)}<b>${one}</b><small>${t(`shape_${one}`)}</small></span></label>`)}</div></fieldset>
      <div class="fields">
        ${select({label: t('pixels'), value: side, options: SIDES.map(pixels), pick: value => this.change({side: Number(value), canvas: null}), hint: t('pixelsHint')})}
        ${select({label: t('frames'), value: fps, options: RATES.map(one => [one, t('fps', {n: one})]), pick: value => this.change({fps: Number(value), canvas: null})})}
      </div>
      <fieldset><legend>${t('alsoIn')}</legend><div class="row">${Object.keys(SHAPES).filter(one => one !== shape).map(one => html`
        <label class="check"><input type="checkbox" .checked=${formats.includes(one)} @change=${event => this.#also(one, event.target.checked)}><span>${one}</span></label>`)}</div>
        <small class="hint">${t('alsoInHint')}</small></fieldset>`;
  }
}

define('mp-create-format', Format);
