// The tenant's own library: files come in at the top, lie on the shelf below, and are opened one by
// one.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {go} from '../../core/router.js';
import {repeat} from 'lit/directives/repeat.js';
import {asApi} from '../../parts/as-api.js';
import {confirm, dialog} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {Selection, selectionBar} from '../../parts/selection.js';
import {empty, waitingTiles} from '../../parts/states.js';
import {complain} from '../../parts/toast.js';
import {detail} from './detail.js';
import {intake, takeIn} from './intake.js';
import {queue} from './queue.js';
import {addressOf, filtersOf, pathOf} from './search.js';
import {several} from './several.js';
import {Shelf} from './shelf.js';
import {tile} from './tile.js';
import {t} from './words.js';
import './uploads.js';

await styles(import.meta.url, 'materials.css');

const TYPED = 300;

class MaterialsPage extends Page {
  static properties = {...Page.properties, over: {state: true}};

  #shelf = null;
  #selection = null;
  #act = null;
  #typing = null;
  #last = null;

  connectedCallback() {
    super.connectedCallback();
    this.name(t('title'));
    this.#shelf = new Shelf(() => this.requestUpdate(), this.leaving);
    this.#selection = new Selection(() => this.#shelf.materials ?? [], () => this.requestUpdate(), this.leaving);
    this.#act = several({look: () => this.#shelf.refresh(), progress: progress => this.#selection.tell(progress)});
    takeIn(this.leaving, over => (this.over = over));
    queue.addEventListener('change', ({detail: ended}) => ended && this.#came(ended), {signal: this.leaving});
  }

  willUpdate(changed) {
    if (!changed.has('query')) return;
    this.filters = filtersOf(this.query);
    const address = addressOf(this.filters);
    if (address === this.#last) return;
    this.#last = address;
    this.#selection.clear();
    this.#shelf.open(this.filters);
  }

  /** What comes while a collection is shown goes into it. */
  async #came(upload) {
    if (this.filters.collection) await this.#shelf.collect(this.filters.collection, upload.materials).catch(complain);
    this.#shelf.refresh();
  }

  #change(changes) {
    this.filters = {...this.filters, ...changes};
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => go(addressOf(this.filters), {replace: true}), 'q' in changes ? TYPED : 0);
  }

  async #open(material) {
    const wish = await detail(material, this.#shelf.collections);
    if (wish === 'remove') await this.#act.remove([material]);
    else if (wish) this.#shelf.refresh();
  }

  async #newCollection() {
    const name = await dialog({title: t('newCollection'), body: close => html`
      <form class="stack" @submit=${event => (event.preventDefault(), close(event.target.name.value))}>
        <label class="field">${t('collectionName')}<input name="name" maxlength="100" required autofocus></label>
        <div class="actions end"><button class="primary">${t('create')}</button></div></form>`});
    if (!name) return;
    const made = await this.#shelf.createCollection(name).catch(complain);
    if (made?.id) this.#change({collection: made.id});
  }

  async #dropCollection(collection) {
    if (!await confirm({title: t('dropTitle'), text: t('dropText'), action: t('remove'), danger: true})) return;
    await this.#shelf.dropCollection(collection).then(() => this.#change({collection: ''}), complain);
  }

  #collections() {
    const {collections} = this.#shelf;
    const one = (id, name, size) => html`<button class="quiet small" aria-pressed=${this.filters.collection === id} @click=${() => this.#change({collection: id})}>${name}${
      size === undefined ? nothing : html` <span class="soft number">${size}</span>`}</button>`;
    const chosen = collections.find(collection => collection.id === this.filters.collection);
    return html`<div class="row" role="group" aria-label=${t('collections')}>${one('', t('all'))}
      ${collections.map(({id, name, size}) => one(id, name, size))}
      ${chosen ? html`<button class="plain square small" aria-label=${t('dropCollection', {name: chosen.name})} @click=${() => this.#dropCollection(chosen)}>${icon('trash')}</button>` : nothing}
      <button class="plain small" data-do="collect" @click=${this.#newCollection}>${icon('plus')}${t('newCollection')}</button></div>`;
  }

  #finder() {
    const {q, kind, tag, deleted} = this.filters;
    return html`<form class="row" role="search" @submit=${event => event.preventDefault()}>
      <label class="seek"><span class="hidden">${t('search')}</span>${icon('search')}<input type="search" name="q" maxlength="200" placeholder=${t('search')} .value=${q}
        @input=${event => this.#change({q: event.target.value})}></label>
      <fieldset><legend class="hidden">${t('kind')}</legend><div class="choice">${['', 'VIDEO', 'STILL', 'AUDIO'].map(one => html`<label>
        <input type="radio" name="kind" .checked=${one === kind} @change=${() => this.#change({kind: one})}><span>${t(one || 'anyKind')}</span></label>`)}</div></fieldset>
      ${tag ? html`<button type="button" class="quiet small" @click=${() => this.#change({tag: ''})}>${icon('close')}${tag}</button>` : nothing}
      <label class="check"><input type="checkbox" .checked=${deleted === 'true'} @change=${event => this.#change({deleted: event.target.checked ? 'true' : ''})}>${t('bin')}</label></form>`;
  }

  #bar() {
    const {deleted, collection} = this.filters;
    const materials = this.#selection.picked;
    const act = this.#act;
    const button = (drawing, word, work) => html`<button class="quiet small" @click=${work}>${icon(drawing)}${t(word)}</button>`;
    return selectionBar(this.#selection, t('selection'), deleted ? button('undo', 'restore', () => act.restore(materials)) : html`
      ${button('pen', 'tagDo', () => act.tag(materials))}
      ${button('plus', 'collectDo', () => act.collect(materials, this.#shelf.collections))}
      ${collection ? button('close', 'releaseDo', () => act.release(materials, collection)) : nothing}
      ${button('badge', 'licenceDo', () => act.license(materials))}
      ${button('download', 'download', () => act.save(materials))}
      ${button('trash', 'remove', () => act.remove(materials))}`);
  }

  #tile(material) {
    return html`<li>${tile({material, selection: this.#selection, open: one => this.#open(one), restore: one => this.#act.restore([one]), find: tag => this.#change({tag})})}</li>`;
  }

  #list() {
    const {materials, problem, cursor, loading} = this.#shelf;
    const {q, kind, tag, collection, deleted} = this.filters;
    if (!materials) return problem ? problemBox(problem, () => this.#shelf.refresh()) : waitingTiles('shelf', 12);
    if (!materials.length) {
      return deleted ? empty({icon: 'trash', title: t('binEmpty')})
        : q || kind || tag || collection ? empty({icon: 'search', title: t('nothing'), text: t('nothingText')})
          : empty({icon: 'image', title: t('none'), text: t('noneText')});
    }
    return html`${problemBox(problem, () => this.#shelf.refresh())}<ul class="shelf" aria-busy=${loading}>${repeat(materials, material => material.id, material => this.#tile(material))}</ul>
      ${cursor ? html`<div><button class="quiet" ?disabled=${loading} @click=${() => this.#shelf.more()}>${t('more')}</button></div>` : nothing}`;
  }

  render() {
    return html`<div class="page"><div class="head"><div><h1>${t('title')}</h1><p class="hint">${t('hint')}</p></div>
        ${asApi(() => [{title: t('list'), method: 'GET', path: pathOf(this.filters)}, {title: t('upload'), method: 'POST', path: '/v1/materials', headers: {'Content-Type': 'image/png'}, file: 'picture.png', cli: 'moneyprinter materials add picture.png'},
          ...this.#act.calls(this.#selection.picked, this.filters.collection)])}</div>
      ${intake(this.over)}
      <mp-uploads></mp-uploads>
      ${this.#finder()}${this.#collections()}${this.#list()}${this.#bar()}</div>`;
  }
}

define('mp-materials-page', MaterialsPage);
