// How states and numbers of batches are drawn.

import {html} from '../../core/element.js';
import {t} from './words.js';

const COLOURS = {
  RUNNING: 'busy', PAUSED: 'warn', FINISHED: 'good', CANCELLED: '',
  WAITING: '', ORDERED: 'info', DONE: 'good', FAILED: 'bad', INVALID: 'bad',
};

export const chip = state => html`<span class="chip ${COLOURS[state]}">${t(state)}</span>`;

/** In words: what there is any of. */
export function counts({waiting, ordered, running, paused, done, failed, invalid}) {
  const open = ordered + running + paused;
  return [done && t('done', {n: done}), open && t('running', {n: open}), waiting && t('waiting', {n: waiting}),
    failed && t('failed', {n: failed}), invalid && t('passedOver', {n: invalid})].filter(Boolean).join(' · ');
}

/** Why a row failed: what is wrong with its keys, or else what its making said. */
export const why = ({message, violations}) => (violations?.length
  ? violations.map(fault => `${key(fault)}: ${fault.message ?? fault.detail}`).join('; ') : message);

/** A key of a brief, as tables name their columns. */
export const key = fault => fault.pointer.slice(1).replaceAll('/', '.');
