// The ways by which files come: dropped anywhere on the page, pasted, or chosen.

import {html} from '../../core/element.js';
import {icon} from '../../parts/icon.js';
import {queue} from './queue.js';
import {t} from './words.js';

/** Pasted pictures have no name of their own. */
function named(file, at) {
  if (file.name && file.name !== 'image.png') return file;
  const ending = file.type.replace(/^.*\//, '') || 'png';
  return new File([file], `${t('paste')} ${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}${at ? `-${at}` : ''}.${ending}`, {type: file.type});
}

/**
 * Listens while the page is shown.
 *
 * @param {AbortSignal} signal ends it
 * @param {(over: boolean) => void} over whether files are held over the page
 */
export function takeIn(signal, over) {
  const files = event => event.dataTransfer?.types.includes('Files');
  addEventListener('dragover', event => files(event) && (event.preventDefault(), over(true)), {signal});
  addEventListener('dragleave', event => event.relatedTarget || over(false), {signal});
  addEventListener('drop', event => {
    if (!files(event)) return;
    event.preventDefault();
    over(false);
    queue.add(event.dataTransfer.files);
  }, {signal});
  addEventListener('paste', event => {
    const found = [...event.clipboardData.files];
    if (!found.length) return;
    event.preventDefault();
    queue.add(found.map(named));
  }, {signal});
}

/** Nothing is dragged or pasted with a finger. */
const touched = matchMedia('(hover: none) and (pointer: coarse)');

/** Where they are dropped or chosen. */
export const intake = over => html`<label class="intake ${over ? 'over' : ''}">
  <input class="hidden" type="file" multiple accept="image/*,video/*,audio/*,.zip" @change=${event => (queue.add(event.target.files), (event.target.value = ''))}>
  ${icon('upload')}<span><b>${over ? t('dropNow') : touched.matches ? html`<u>${t('add')}</u>` : html`${t('drop')} <u>${t('choose')}</u>`}</b><small class="hint">${t('kinds')}</small></span></label>`;
