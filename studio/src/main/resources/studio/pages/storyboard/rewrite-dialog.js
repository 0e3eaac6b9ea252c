// Other words for a scene, proposed by a language model.

import {html, nothing} from '../../core/element.js';
import {post} from '../../core/api.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {meter} from '../../parts/states.js';
import {t} from './words.js';

/**
 * @param {{scene: object, path: string, flush: () => Promise<void>}} what
 * @returns {Promise<{narration: string, terms: string[], title?: string} | undefined>} the words that were taken
 */
export function rewriteDialog({scene, path, flush}) {
  const state = {busy: false, problem: null, proposal: null, wish: ''};
  let draw = () => {};
  let settle;

  const ask = async event => {
    event?.preventDefault();
    Object.assign(state, {busy: true, problem: null});
    draw();
    try {
      await flush();
      const wish = state.wish.trim();
      settle(); // it was heard
      state.proposal = await post(`${path}/rewrite`, {scene: scene.id, ...(wish && {wish})});
    } catch (problem) {
      state.problem = problem;
    }
    state.busy = false;
    draw();
  };

  return dialog({
    title: t('rewriteTitle'),
    wide: true,
    body: (close, redraw, kept) => {
      draw = redraw;
      settle = kept;
      const {busy, proposal} = state;
      return html`
        <form class="stack" @submit=${ask}>
          <label>${t('wish')}<input maxlength="500" placeholder=${t('wishHint')} autofocus @input=${event => (state.wish = event.target.value)}></label>
          <div><button class=${proposal ? 'quiet' : 'primary'} ?disabled=${busy}>${icon('sparkle')}${proposal ? t('another') : t('ask')}</button></div>
        </form>
        ${busy ? html`<p class="hint" role="status">${t('asking')}</p>${meter(null, t('asking'))}` : nothing}
        ${problemBox(state.problem, ask)}
        <div class="compare">
          <figure><figcaption class="hint">${t('now')}</figcaption><blockquote dir="auto">${scene.scene.narration}</blockquote></figure>
          ${proposal ? html`<figure role="status"><figcaption class="hint">${t('proposal')} · ${proposal.writer}</figcaption><blockquote dir="auto">${proposal.narration}</blockquote></figure>` : nothing}
        </div>
        ${proposal ? html`<div class="actions end"><button class="primary" ?disabled=${busy} @click=${() => close(proposal)}>${t('use')}</button></div>` : nothing}`;
    },
  });
}
