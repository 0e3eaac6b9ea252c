// Who says a scene, and how fast.

import {html} from '../../core/element.js';
import {source} from '../../core/api.js';
import {figure} from '../../core/format.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {plain} from './lengths.js';
import {t} from './words.js';

const LONGEST_SAMPLE = 300; // what /v1/voices/sample takes

/**
 * @param {{scene: object, language: string, usual: {voice: string, rate: number}, voices: {id: string, name: string, gender: string}[]}} what
 *     usual: what the video has for all scenes
 * @returns {Promise<{voice?: string, delivery?: object} | undefined>}
 */
export function voiceDialog({scene, language, usual, voices}) {
  const {delivery} = scene.scene;
  const state = {voice: scene.scene.voice ?? '', rate: delivery?.rate ?? usual.rate, problem: null, busy: false};
  const audio = new Audio();

  const hear = async redraw => {
    Object.assign(state, {busy: true, problem: null});
    redraw();
    try {
      const text = plain(scene.scene.narration).slice(0, LONGEST_SAMPLE);
      const query = new URLSearchParams({language, voice: state.voice || usual.voice, rate: String(state.rate), ...(text && {text})});
      audio.src = await source(`/v1/voices/sample?${query}`);
      await audio.play();
    } catch (problem) {
      state.problem = problem;
    }
    state.busy = false;
    redraw();
  };
  const result = () => {
    const {rate, ...rest} = delivery ?? {};
    const how = state.rate === usual.rate ? rest : {...rest, rate: state.rate};
    return {voice: state.voice || undefined, delivery: Object.keys(how).length ? how : undefined};
  };

  return dialog({
    title: t('voiceTitle'),
    body: (close, redraw) => html`
      <div class="stack">
        <label>${t('voice')}<select autofocus @change=${event => (state.voice = event.target.value)}>
          <option value="" ?selected=${!state.voice}>${t('usual')}</option>
          ${voices.map(({id, name, gender}) => html`<option value=${id} ?selected=${id === state.voice}>${name}${gender === 'unknown' ? '' : ` (${t(gender)})`} · ${id.split(':')[0]}</option>`)}
        </select></label>
        <label>${t('speed')}: ${figure(state.rate)} ×<input type="range" min="0.5" max="2" step="0.05" .value=${String(state.rate)}
          @input=${event => ((state.rate = Number(event.target.value)), redraw())}></label>
        ${problemBox(state.problem)}
        <div class="actions end"><button class="quiet" ?disabled=${state.busy} @click=${() => hear(redraw)}>${icon('play')}${state.busy ? t('loading') : t('hear')}</button>
          <button class="primary" @click=${() => close(result())}>${t('take')}</button></div>
      </div>`,
  }).finally(() => audio.pause());
}
