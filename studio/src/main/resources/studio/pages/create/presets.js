// What is kept for the next video: presets of the whole form, and brand kits. They are templates of
// the tenant, so the command line and schedules know them too.

import {get, post, put, remove} from '../../core/api.js';
import {html, nothing} from '../../core/element.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {empty} from '../../parts/states.js';
import {complain, toast} from '../../parts/toast.js';
import {briefOf, presetOf} from './form.js';
import {t} from './words.js';

/** @typedef {{name: string, description?: string, variables?: {name: string, description?: string, default?: unknown, required?: boolean}[]}} Preset */

const path = name => `/v1/templates/${encodeURIComponent(name)}`;

/** @returns {Promise<Preset[]>} */
export const presets = signal => get('/v1/templates', {signal}).then(found => found.templates);

/** What a person calls it. */
export const title = preset => preset.description?.split('\n')[0] || preset.name;

/** A name of a template may only consist of small letters, digits and the like. */
function slug(text, kind) {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50);
  return `${kind === 'brand' ? 'brand-' : ''}${plain || `preset-${Date.now().toString(36)}`}`;
}

/** The values for a template's blanks, asked of the person; undefined when they think better of it. */
const blanks = preset => dialog({title: title(preset), body: close => html`
  <form class="stack" @submit=${event => {
    event.preventDefault();
    close(Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== '')));
  }}>
    ${preset.variables.map(({name, description, required, default: usual}, at) => html`<label class="field"><span>${name}</span>
      <input name=${name} .value=${usual ?? ''} ?required=${required !== false && usual === undefined} ?autofocus=${at === 0}>
      ${description ? html`<small>${description}</small>` : nothing}</label>`)}
    <div class="actions end"><button class="primary">${t('use')}</button></div>
  </form>`});

/**
 * The brief that a preset comes to; undefined when it was not chosen after all.
 *
 * @param {Preset} preset
 */
export async function briefFrom(preset) {
  if (!preset.variables?.length) return (await get(path(preset.name))).brief ?? {};
  const variables = await blanks(preset);
  if (!variables) return undefined;
  return (await post('/v1/videos?dryRun=true', {template: {name: preset.name, variables}})).brief;
}

/** A name that no other preset has; that of an equally called one, which then gets a new version. */
function free(said, kind, list) {
  const first = slug(said, kind);
  let name = first;
  for (let n = 2; list.some(one => one.name === name && title(one) !== said); n++) name = `${first}-${n}`;
  return name;
}

/** Asks what to call it, and keeps it. Answers with what was kept, or undefined. */
export function keep(form, kind, list) {
  let problem = null;
  const brief = kind === 'brand' ? pick(briefOf(form), ['brand', 'materials']) : presetOf(form);
  const body = (close, redraw) => html`<form class="stack" @submit=${async event => {
    event.preventDefault();
    const said = event.target.elements.title.value.trim();
    try {
      close(await put(path(free(said, kind, list)), {description: said, brief}));
    } catch (refused) {
      problem = refused;
      redraw();
    }
  }}>
    <p class="hint">${t(kind === 'brand' ? 'keepBrandHint' : 'keepHint')}</p>
    <label class="field"><span>${t('presetName')}</span><input name="title" required maxlength="60" autofocus></label>
    ${problemBox(problem)}
    <div class="actions end"><button class="primary">${t('keep')}</button></div></form>`;
  return dialog({title: t(kind === 'brand' ? 'keepBrand' : 'keepPreset'), body});
}

const pick = (object, keys) => Object.fromEntries(keys.filter(key => object[key]).map(key => [key, object[key]]));

/** Takes one away, and puts it back when that was a slip. */
async function drop(preset, after) {
  const whole = await get(path(preset.name));
  await remove(path(preset.name));
  after();
  const {description, variables, prompts, brief} = whole;
  toast(t('dropped', {name: title(preset)}), {action: {label: t('undo'),
    run: () => put(path(preset.name), {description, variables, prompts, brief}).then(after, complain)}});
}

/** A list of all of them, to be tidied up. */
export function manage(list, changed) {
  let shown = list;
  return dialog({title: t('presets'), body: (close, redraw) => {
    const after = async () => {
      shown = await changed();
      redraw();
    };
    if (!shown.length) return empty({icon: 'copy', title: t('noPresets'), text: t('noPresetsHint')});
    return html`<ul class="stack tight">${shown.map(preset => html`<li class="row spread keep">
      <span class="cut">${title(preset)} <code>${preset.name}</code></span>
      <button type="button" class="plain square" aria-label=${t('drop', {name: title(preset)})} @click=${() => drop(preset, after).catch(complain)}>${icon('trash')}</button></li>`)}</ul>`;
  }});
}
