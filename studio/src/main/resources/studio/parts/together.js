// The same thing done with each of several, where the API takes them one by one: a few at a time,
// with how far it is; those that were refused are named with the reason, and can be tried again.

import {html} from '../core/element.js';
import {words} from '../core/words.js';
import {dialog} from './dialog.js';
import {complain} from './toast.js';

const t = words({
  en: {refused: {one: 'It did not work for one of {all}', other: 'It did not work for {n} of {all}'}, rest: 'The others are done.', again: 'Try these again', leave: 'Leave it'},
  zh: {refused: {other: '{all} 个中有 {n} 个未成功'}, rest: '其余的已完成。', again: '重试这些', leave: '不再重试'},
  es: {refused: {one: 'No funcionó con uno de {all}', other: 'No funcionó con {n} de {all}'}, rest: 'Los demás están hechos.', again: 'Reintentar con estos', leave: 'Dejarlo'},
  de: {refused: {one: 'Bei einem von {all} ging es nicht', other: 'Bei {n} von {all} ging es nicht'}, rest: 'Die anderen sind erledigt.', again: 'Diese noch einmal versuchen', leave: 'So lassen'},
});

const AT_ONCE = 4;
/** Seconds that a node may ask for before it is asked again. */
const PATIENCE = 60;

const after = seconds => new Promise(done => setTimeout(done, seconds * 1000));

/** A node that says "later" is asked later. */
async function patiently(work, item) {
  for (;;) {
    try {
      return await work(item);
    } catch (problem) {
      if (problem.status !== 429 || !problem.retryAfter || problem.retryAfter > PATIENCE) throw problem;
      await after(problem.retryAfter);
    }
  }
}

async function attempt(items, work, progress) {
  const done = new Set();
  const refused = [];
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) {
      try {
        await patiently(work, item);
        done.add(item);
      } catch (problem) {
        refused.push({item, problem});
      }
      progress({done: done.size + refused.length, all: items.length});
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, worker));
  return {done, refused};
}

/** @returns {Promise<boolean>} whether to try again */
const ask = (refused, all, some) => dialog({
  title: t('refused', {n: refused.length, all}),
  body: close => html`<ul class="refused" tabindex="0">${refused.map(({item, problem}) => html`<li><b dir="auto">${item.title}</b><br><span class="soft">${problem.message}</span></li>`)}</ul>
    ${some ? html`<p class="hint">${t('rest')}</p>` : ''}
    <div class="actions end"><button class="quiet" @click=${() => close(false)}>${t('leave')}</button>
      <button class="primary" autofocus @click=${() => close(true)}>${t('again')}</button></div>`,
});

/** Those with which it is to be tried once more. */
async function again(refused, all, some) {
  if (refused.length && all > 1) return await ask(refused, all, some) ? refused.map(({item}) => item) : [];
  refused.forEach(({problem}) => complain(problem));
  return [];
}

/**
 * @template {{title: string}} T
 * @param {T[]} items
 * @param {(item: T) => Promise<unknown>} work
 * @param {(progress: {done: number, all: number} | null) => void} progress null when it is over
 * @returns {Promise<T[]>} those with which it was done, in their order
 */
export async function together(items, work, progress = () => {}) {
  const done = new Set();
  let left = items;
  while (left.length) {
    if (items.length > 1) progress({done: 0, all: left.length});
    const outcome = await attempt(left, work, items.length > 1 ? progress : () => {});
    progress(null);
    outcome.done.forEach(item => done.add(item));
    left = await again(outcome.refused, items.length, done.size);
  }
  return items.filter(item => done.has(item));
}
