// What a page shows while it has nothing: not yet, or not at all.

import {html, nothing} from '../core/element.js';
import {words} from '../core/words.js';
import {icon} from './icon.js';

const t = words({
  en: {wait: 'One moment …'},
  zh: {wait: '请稍候……'},
  es: {wait: 'Un momento…'},
  de: {wait: 'Einen Moment …'},
});

/** Grey shapes where content will be, so that nothing jumps when it comes. */
export const waiting = (lines = 3) => html`<div class="waiting" role="status">
  <span class="hidden">${t('wait')}</span>${Array.from({length: lines}, () => html`<i></i>`)}</div>`;

/** The same for a grid of pictures; kind is the class of that grid. */
export const waitingTiles = (kind, count = 10) => html`<div class="waiting-tiles ${kind}" role="status">
  <span class="hidden">${t('wait')}</span>${Array.from({length: count}, () => html`<i></i>`)}</div>`;

/** @param {{icon: string, title: string, text?: string, action?: unknown}} options */
export const empty = ({icon: name, title, text, action}) => html`<div class="empty">
  ${icon(name)}<h2>${title}</h2>${text ? html`<p>${text}</p>` : nothing}${action ?? nothing}</div>`;

/**
 * How far something is.
 *
 * @param {number | null} share from 0 to 1; null when it is not known
 * @param {string} label what it is, for screen readers
 */
export const meter = (share, label) => (share === null
  ? html`<progress aria-label=${label}></progress>`
  : html`<progress max="1" .value=${share} aria-label=${label}></progress>`);
