// What the node refused, and what to do about it.

import {html, nothing} from '../core/element.js';
import {words} from '../core/words.js';

const t = words({
  en: {again: 'Try again', id: 'For support: {id}'},
  zh: {again: '重试', id: '技术支持编号：{id}'},
  es: {again: 'Reintentar', id: 'Para soporte: {id}'},
  de: {again: 'Noch einmal', id: 'Für Rückfragen: {id}'},
});

/**
 * A box with the problem, its violations, and a way to try again.
 *
 * @param {Error | null} problem
 * @param {(() => void)=} again
 */
export const problemBox = (problem, again) => (problem ? html`
  <div class="problem" role="alert">
    ${problem.violations?.some(v => v.message === problem.message) ? nothing : html`<p>${problem.message}</p>`}
    ${problem.violations?.length ? html`<ul>${problem.violations.map(v => html`
      <li>${v.pointer ? html`<code>${v.pointer}</code> ` : nothing}${v.message}</li>`)}</ul>` : nothing}
    ${problem.status >= 500 && problem.correlationId ? html`<small>${t('id', {id: problem.correlationId})}</small>` : nothing}
    ${again ? html`<button class="quiet small" @click=${again}>${t('again')}</button>` : nothing}
  </div>` : nothing);

/** The violation at a field, by its JSON pointer, as text. */
export const violation = (problem, pointer) =>
  problem?.violations?.find(v => v.pointer === pointer)?.message ?? '';
