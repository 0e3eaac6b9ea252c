// What is done with several materials at once: tags, a collection, a licence, one ZIP, deleting and
// taking back. The node takes changes one by one.

import {html, nothing} from '../../core/element.js';
import {post, put, remove, save} from '../../core/api.js';
import {dialog} from '../../parts/dialog.js';
import {complain, toast} from '../../parts/toast.js';
import {together} from '../../parts/together.js';
import {COLLECTIONS} from './shelf.js';
import {tagsOf} from './search.js';
import {t} from './words.js';

/** Most materials whose ids go into one address. */
const TOGETHER = 50;
/** Most tags that are offered to be taken away. */
const OFFERED = 24;

const json = {'Content-Type': 'application/json'};
const archive = materials => `/v1/materials.zip?ids=${materials.map(({id}) => id).join(',')}`;

/** Tags of any of them, the most frequent first. */
function tagsAmong(materials) {
  const counts = new Map();
  for (const tag of materials.flatMap(({tags}) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, OFFERED).map(([tag]) => tag);
}

/** Asks by a form; undefined when it was closed otherwise. */
const ask = (title, fields, action) => dialog({title, body: close => html`<form class="stack" @submit=${event => {
  event.preventDefault();
  close(new FormData(event.target));
}}>${fields}<div class="actions end"><button class="primary">${action}</button></div></form>`});

/**
 * @param {{look: () => Promise<unknown>, progress: (progress: object | null) => void}} page look: fetches what is shown anew
 */
export function several({look, progress}) {
  /** Does it with each, and says so, with the way back. */
  async function change(materials, work, back) {
    const changed = await together(materials, work, progress);
    await look();
    if (!changed.length) return;
    const undo = () => together(changed, back, progress).then(look);
    toast(t('changedAll', {n: changed.length}), {kind: 'good', action: {label: t('undo'), run: undo}});
  }
  const describe = (materials, said) => change(materials, one => put(one.links.self, said(one)),
    one => put(one.links.self, {tags: one.tags, licence: one.licence ?? ''}));

  const act = {
    async tag(materials) {
      const present = tagsAmong(materials);
      const form = await ask(t('tagTitle', {n: materials.length}), html`<label class="field">${t('addTags')}<input name="add" maxlength="2500" autofocus></label>
        ${present.length ? html`<fieldset><legend>${t('dropTags')}</legend><div class="row">${present.map(tag => html`<label class="check"><input type="checkbox" name="drop" value=${tag}>${tag}</label>`)}</div></fieldset>` : nothing}`, t('save'));
      if (!form) return;
      const [add, drop] = [tagsOf(form.get('add')), form.getAll('drop')];
      if (add.length || drop.length) await describe(materials, one => ({tags: [...new Set([...one.tags.filter(tag => !drop.includes(tag)), ...add])]}));
    },

    async license(materials) {
      const same = materials.every(({licence}) => licence === materials[0].licence) ? materials[0].licence : '';
      const form = await ask(t('licenceTitle', {n: materials.length}), html`<label class="field">${t('licence')}<input name="licence" maxlength="300" autofocus .value=${same ?? ''}><small>${t('licenceHint')}</small></label>`, t('save'));
      if (form) await describe(materials, () => ({licence: form.get('licence').trim()}));
    },

    /** Puts them into a collection, there or new. @param {{id: string, name: string}[]} collections */
    async collect(materials, collections) {
      const form = await ask(t('collectTitle', {n: materials.length}), html`
        ${collections.length ? html`<label class="field">${t('collection')}<select name="collection" autofocus @change=${({target}) => (target.form.elements.name.required = !target.value)}>${collections.map(({id, name}) => html`<option value=${id}>${name}</option>`)}<option value="">${t('newCollection')}</option></select></label>` : nothing}
        <label class="field ${collections.length ? 'new' : ''}">${t('collectionName')}<input name="name" maxlength="100" ?autofocus=${!collections.length} ?required=${!collections.length}></label>`, t('add'));
      if (!form) return;
      try {
        const id = form.get('collection') || (await post(COLLECTIONS, {name: form.get('name').trim()})).id;
        const fresh = materials.filter(one => !one.collections.includes(id));
        const path = one => `${COLLECTIONS}/${id}/materials/${one.id}`;
        await change(fresh, one => put(path(one), {}), one => remove(path(one), json));
      } catch (problem) {
        complain(problem);
      }
    },

    /** Takes them out of the collection that is shown. */
    release(materials, collection) {
      const path = one => `${COLLECTIONS}/${collection}/materials/${one.id}`;
      return change(materials, one => remove(path(one), json), one => put(path(one), {}));
    },

    /** One as it is, several as a ZIP. */
    async save(materials) {
      try {
        if (materials.length === 1) return await save(materials[0].links.file, materials[0].current.name ?? materials[0].title);
        for (let from = 0; from < materials.length; from += TOGETHER) await save(archive(materials.slice(from, from + TOGETHER)), 'materials.zip');
      } catch (problem) {
        complain(problem);
      }
    },

    async remove(materials) {
      const removed = await together(materials, one => remove(one.links.self, json), progress);
      await look();
      if (removed.length) toast(t('removedAll', {n: removed.length}), {action: {label: t('undo'), run: () => act.restore(removed)}});
    },

    async restore(materials) {
      const restored = await together(materials, one => post(`${one.links.self}/restore`), progress);
      await look();
      if (restored.length) toast(t('restoredAll', {n: restored.length}), {kind: 'good'});
    },

    /** The same as calls of the API. */
    calls(materials, collection) {
      const [one] = materials;
      if (!one) return [];
      const id = collection || one.collections[0];
      return [
        {title: t('tagDo'), method: 'PUT', path: one.links.self, body: {tags: [...one.tags, 'summer']}},
        {title: t('licenceDo'), method: 'PUT', path: one.links.self, body: {licence: one.licence || 'CC0-1.0'}},
        ...(id ? [{title: t('collectDo'), method: 'PUT', path: `${COLLECTIONS}/${id}/materials/${one.id}`, body: {}, cli: `moneyprinter materials collect ${id} ${materials.map(other => other.id).join(' ')}`}] : []),
        {title: t('download'), method: 'GET', path: archive(materials.slice(0, TOGETHER)), out: 'materials.zip'},
        {title: t('share'), method: 'DELETE', path: one.links.self},
      ];
    },
  };
  return act;
}
