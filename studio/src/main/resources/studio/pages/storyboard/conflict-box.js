// What two changed at once: both are shown, and a person says which it is to be.

import {html, nothing} from '../../core/element.js';
import {t} from './words.js';

const PARTS = {narration: 'partNarration', title: 'partTitle'};

const readable = value => (Array.isArray(value) ? value.join(', ') : typeof value === 'object' && value ? JSON.stringify(value) : String(value ?? '—'));

/**
 * @param {import('./reconcile.js').Conflict} conflict
 * @param {(answer: 'mine' | 'theirs' | 'both') => void} settle
 */
export function conflictBox(conflict, settle) {
  const {part, mine, theirs} = conflict;
  if (part === 'removed') {
    return html`<div class="note conflict" role="alert">
      <p>${theirs === null ? t('conflictRemovedThere') : t('conflictRemovedHere')}</p>
      <div class="actions"><button class="quiet small" @click=${() => settle(theirs === null ? 'mine' : 'theirs')}>${t('keep')}</button>
        <button class="plain small" @click=${() => settle(theirs === null ? 'theirs' : 'mine')}>${t('removeNow')}</button></div></div>`;
  }
  return html`<div class="note conflict" role="alert">
    <p><b>${t('conflictTitle')}</b> · ${t(PARTS[part] ?? 'partOther')}. ${t('conflictText')}</p>
    <blockquote dir="auto">${readable(theirs)}</blockquote>
    <div class="actions">
      <button class="quiet small" @click=${() => settle('mine')}>${t('keepMine')}</button>
      <button class="quiet small" @click=${() => settle('theirs')}>${t('takeTheirs')}</button>
      ${part === 'narration' ? html`<button class="plain small" @click=${() => settle('both')}>${t('keepBoth')}</button>` : nothing}
    </div></div>`;
}
