// One material of the shelf.

import {html, nothing} from '../../core/element.js';
import {clock} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {pick} from '../../parts/selection.js';
import {t} from './words.js';
import './picture.js';

const picture = event => event.currentTarget.querySelector('mp-material-picture');
const play = event => picture(event).play();
const rest = event => picture(event).rest();

/** @param {{material: object, selection: Selection, open: (material: object) => void, restore: (material: object) => void, find: (tag: string) => void}} options */
export function tile({material, selection, open, restore, find}) {
  const bin = Boolean(material.deletedAt);
  const press = event => selection.pressed(material, event) || bin || open(material);
  return html`<article class="material ${selection.has(material) ? 'chosen' : ''}" data-id=${material.id}>
    <button class="frame" aria-label=${bin ? material.title : t('open', {title: material.title})} @click=${press}
      @pointerenter=${play} @pointerleave=${rest} @focus=${play} @blur=${rest}>
      <mp-material-picture .material=${material}></mp-material-picture>
      ${material.current.seconds ? html`<span class="length number">${clock(material.current.seconds)}</span>` : nothing}</button>
    ${pick(selection, material)}
    <div class="row keep spread"><h2 title=${material.title}><bdi>${material.title}</bdi></h2>
      ${bin ? html`<button class="quiet small" @click=${() => restore(material)}>${icon('undo')}${t('restore')}</button>` : nothing}</div>
    <p class="hint cut">${material.uses ? t('uses', {n: material.uses}) : t('unused')}${material.licence ? html` · ${material.licence}` : nothing}</p>
    ${material.tags.length ? html`<p class="tags">${material.tags.slice(0, 3).map(tag => html`<button class="chip" @click=${() => find(tag)}>${tag}</button>`)}</p>` : nothing}
  </article>`;
}
