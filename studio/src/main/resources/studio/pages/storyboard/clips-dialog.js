// What a scene could show: candidates with where they come from, how well they fit, and why.

import {html, nothing} from '../../core/element.js';
import {get, post} from '../../core/api.js';
import {clock, percent} from '../../core/format.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty, waiting} from '../../parts/states.js';
import {stillOf} from './shown.js';
import {t} from './words.js';
import './own-clips.js';
import './picture.js';

/** What was looked at when the video's pictures were chosen, and what was looked for since. */
async function known(scene, path) {
  const [video, own] = await Promise.all([
    get(path.replace(/storyboard$/, 'candidates')),
    get(`${path}/clips/${encodeURIComponent(scene.id)}`),
  ]);
  const first = video.scenes.find(one => one.scene === scene.origin)?.candidates ?? [];
  return together(own.candidates, first);
}

function together(...lists) {
  const all = new Map();
  for (const one of lists.flat()) if (!all.has(one.key)) all.set(one.key, one);
  return [...all.values()];
}

/**
 * @param {{scene: object, path: string, shown: string | null, flush: () => Promise<void>}} what
 * @returns {Promise<{pick: string | undefined} | undefined>} what was picked; a pick of undefined leaves it to the program
 */
export function clipsDialog({scene, path, shown, flush}) {
  const state = {busy: true, problem: null, found: [], notes: [], query: scene.scene.terms.join(' '), own: false};
  let draw = () => {};
  let begun = false;

  const run = async work => {
    Object.assign(state, {busy: true, problem: null});
    draw();
    try {
      await work();
    } catch (problem) {
      state.problem = problem;
    }
    state.busy = false;
    draw();
  };
  const search = () => run(async () => {
    await flush();
    const query = state.query.trim();
    const {candidates, notes} = await post(`${path}/clips`, {scene: scene.id, ...(query && {query})});
    Object.assign(state, {found: together(candidates, state.found), notes});
  });
  const begin = () => run(async () => {
    state.found = await known(scene, path);
  }).then(() => state.found.length || !state.query || state.problem || search());

  const candidate = ({key, score, reasons, candidate: from}, close) => html`
    <li class="candidate ${key === shown ? 'chosen' : ''}">
      <mp-still .path=${stillOf(key, path)} .words=${from.title || from.tags?.slice(0, 3).join(', ') || key}></mp-still>
      <div class="stack tight">
        <b class="cut">${from.title || from.tags?.slice(0, 3).join(', ') || from.id}</b>
        <p class="row"><span class="chip">${from.source}</span><span class="chip good">${t('fits', {score: percent(score)})}</span>
          <span class="hint">${from.kind === 'VIDEO' ? t('clipLength', {length: clock(from.seconds ?? 0)}) : t('still')}${from.author ? ` · ${t('by', {author: from.author})}` : ''} · ${from.licence}</span></p>
        ${reasons.length ? html`<p class="hint">${reasons.join(' · ')}</p>` : nothing}
        <div>${key === shown ? html`<span class="chip busy">${icon('check')}${t('chosen')}</span>`
          : html`<button class="quiet small" @click=${() => close({pick: key})}>${t('choose')}</button>`}</div>
      </div></li>`;

  const sought = close => html`
    <form class="row keep" role="search" @submit=${event => (event.preventDefault(), search())}>
      <input aria-label=${t('query')} placeholder=${t('queryHint')} maxlength="200" .value=${state.query} autofocus @input=${event => (state.query = event.target.value)}>
      <button class="primary" ?disabled=${state.busy}>${icon('search')}${t('search')}</button></form>
    <p class="hint" role="status">${state.busy ? t('searching') : t('found', {n: state.found.length})}</p>
    ${problemBox(state.problem, search)}
    ${state.notes.map(note => html`<p class="hint">${note}</p>`)}
    ${state.busy && !state.found.length ? waiting(4) : nothing}
    ${!state.busy && !state.found.length && !state.problem ? empty({icon: 'search', title: t('nothing'), text: t('nothingHint')}) : nothing}
    <ul class="candidates">${state.found.map(one => candidate(one, close))}</ul>`;

  return dialog({
    title: t('clipsTitle'),
    wide: true,
    body: (close, redraw) => {
      draw = redraw;
      if (!begun) {
        begun = true;
        queueMicrotask(begin);
      }
      const place = (own, word) => html`<label><input type="radio" name="place" .checked=${state.own === own} @change=${() => (state.own = own, redraw())}><span>${t(word)}</span></label>`;
      return html`
        <div class="row spread"><fieldset><legend class="hidden">${t('clipsTitle')}</legend><div class="choice">${place(false, 'everywhere')}${place(true, 'ownClips')}</div></fieldset>
          <div class="actions">
            <button class="quiet small" @click=${() => close({pick: undefined})}>${icon('sparkle')}${t('letChoose')}</button>
            <button class="quiet small" @click=${() => close({pick: 'generated'})}>${icon('image')}${t('draw')}</button></div></div>
        ${state.own ? html`<mp-own-clips .path=${path} .shown=${shown} @mp-pick=${event => close({pick: event.detail})}></mp-own-clips>` : sought(close)}`;
    },
  });
}
