// One material: to look at or listen to, what is said of it, where it is used.

import {html, nothing} from '../../core/element.js';
import {get, put, remove, save, source} from '../../core/api.js';
import {bytes, clock, moment} from '../../core/format.js';
import {asApi} from '../../parts/as-api.js';
import {dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox, violation} from '../../parts/problem.js';
import {complain, toast} from '../../parts/toast.js';
import {tagsOf} from './search.js';
import {t} from './words.js';

const json = {'Content-Type': 'application/json'};

const shown = (material, src) => (!src ? html`<div class="stage"></div>`
  : material.kind === 'VIDEO' ? html`<div class="stage"><video src=${src} controls playsinline></video></div>`
    : material.kind === 'AUDIO' ? html`<audio src=${src} controls></audio>`
      : html`<div class="stage"><img src=${src} alt=${material.description ?? material.title}></div>`);

function facts({current, createdAt}) {
  const rows = [[t('type'), current.mediaType], [t('size'), bytes(current.bytes)], current.width && [t('picture'), `${current.width} × ${current.height}`],
    current.seconds && [t('length'), clock(current.seconds)], [t('added'), moment(createdAt)]];
  return html`<dl class="facts">${rows.filter(Boolean).map(([name, value]) => html`<div><dt>${name}</dt><dd class="number">${value}</dd></div>`)}</dl>`;
}

/** The changes that the form says. */
const changes = form => ({
  title: form.title.value, description: form.description.value, tags: tagsOf(form.tags.value), licence: form.licence.value,
});

/**
 * @param {object} material
 * @param {{id: string, name: string}[]} collections
 * @returns {Promise<'changed' | 'remove' | undefined>} what is to be done now that it is closed
 */
export async function detail(material, collections) {
  const state = {material, src: null, uses: [], problem: null, busy: false, changed: false};
  const self = material.links.self;
  let redraw = () => {};
  let settle;
  const look = () => Promise.all([
    source(material.links.file).then(src => (state.src = src)),
    get(material.links.uses).then(found => (state.uses = found.uses)),
  ]).catch(complain).finally(() => redraw());

  const submit = async event => {
    event.preventDefault();
    Object.assign(state, {busy: true, problem: null});
    redraw();
    try {
      state.material = await put(self, changes(event.target));
      state.changed = true;
      settle();
      toast(t('saved'), {kind: 'good'});
    } catch (problem) {
      state.problem = problem;
    }
    state.busy = false;
    redraw();
  };
  const collect = async (collection, member) => {
    const path = `/v1/materials/collections/${collection.id}/materials/${material.id}`;
    try {
      await (member ? put(path, {}) : remove(path, json));
      state.changed = true;
    } catch (problem) {
      complain(problem);
    }
  };

  const field = (name, word, value, options = {}) => html`<label class="field">${t(word)}
    <input name=${name} maxlength=${options.most ?? 200} .value=${value ?? ''} ?required=${options.required} aria-invalid=${violation(state.problem, `/${name}`) ? 'true' : nothing}>
    ${options.hint ? html`<small>${t(options.hint)}</small>` : nothing}</label>`;

  const form = one => html`<form class="stack" id="material" @submit=${submit}>
    ${field('title', 'name', one.title, {required: true})}
    <label class="field">${t('description')}<textarea name="description" rows="2" maxlength="5000" .value=${one.description ?? ''}></textarea></label>
    ${field('tags', 'tags', one.tags.join(', '), {most: 2500})}
    ${field('licence', 'licence', one.licence, {most: 300, hint: 'licenceHint'})}
    ${collections.length ? html`<fieldset data-at-once><legend>${t('inCollections')}</legend><div class="row">${collections.map(collection => html`<label class="check">
      <input type="checkbox" .checked=${one.collections.includes(collection.id)} @change=${event => collect(collection, event.target.checked)}>${collection.name}</label>`)}</div></fieldset>` : nothing}
    ${problemBox(state.problem)}
    <div class="row spread"><button class="primary" ?disabled=${state.busy}>${t('save')}</button>
      ${asApi(() => [{title: t('edit'), method: 'PUT', path: self, body: changes(document.querySelector('#material'))}, {title: t('share'), method: 'DELETE', path: self},
        {title: t('restore'), method: 'POST', path: `${self}/restore`, body: {}}])}</div></form>`;

  look();
  const result = await dialog({
    title: material.title,
    wide: true,
    body: (close, again, kept) => {
      settle = kept;
      redraw = () => state.closed || again();
      const one = state.material;
      return html`<div class="split material"><div class="stack">${shown(one, state.src)}${facts(one)}
          ${state.uses.length ? html`<div><h3>${t('usedIn')}</h3><ul class="uses">${[...new Map(state.uses.map(use => [use.video, use])).values()].map(use => html`<li>
            <a href="/videos/${use.video}">${t('video', {when: moment(use.chosenAt)})}</a></li>`)}</ul></div>` : nothing}</div>
        <div class="stack">${form(one)}<div class="actions">
          <button class="quiet" @click=${() => save(one.links.file, one.current.name ?? one.title).catch(complain)}>${icon('download')}${t('download')}</button>
          <button class="quiet" data-do="remove" @click=${() => close('remove')}>${icon('trash')}${t('remove')}</button></div></div></div>`;
    },
  });
  state.closed = true;
  if (state.src?.startsWith('blob:')) URL.revokeObjectURL(state.src);
  return result ?? (state.changed ? 'changed' : undefined);
}
