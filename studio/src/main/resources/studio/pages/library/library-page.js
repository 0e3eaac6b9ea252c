// The videos: a grid that is searched, narrowed, ordered, and acted on one by one or several at once.

import {define, html, nothing, Page, styles} from '../../core/element.js';
import {go} from '../../core/router.js';
import {repeat} from 'lit/directives/repeat.js';
import {asApi} from '../../parts/as-api.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {Selection, selectionBar} from '../../parts/selection.js';
import {empty, waitingTiles} from '../../parts/states.js';
import {actions} from './actions.js';
import {card} from './card.js';
import {addressOf, filtersOf, narrowed, pathOf} from './filters.js';
import {filterBar} from './filter-bar.js';
import {VideoList} from './list.js';
import {t} from './words.js';

await styles(import.meta.url, 'library.css');

/** Milliseconds of rest after which typed words are looked for. */
const TYPED = 300;

class LibraryPage extends Page {
  #list = null;
  #selection = null;
  #act = null;
  #near = null;
  #typing = null;
  #last = null;

  connectedCallback() {
    super.connectedCallback();
    this.name(t('title'));
    this.#list = new VideoList(() => this.requestUpdate(), this.leaving);
    this.#selection = new Selection(() => this.#list.videos, () => this.requestUpdate(), this.leaving);
    this.#act = actions({
      gone: videos => {
        this.#list.drop(videos);
        this.#selection.clear();
      },
      back: () => this.#list.refresh(),
      progress: progress => this.#selection.tell(progress),
    });
    this.#near = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && this.#list.more(), {rootMargin: '600px'});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
    this.#near.disconnect();
  }

  willUpdate(changed) {
    if (!changed.has('query')) return;
    this.filters = filtersOf(this.query);
    const address = addressOf(this.filters);
    if (address === this.#last) return;
    this.#last = address;
    this.#selection.clear();
    this.#list.open(this.filters);
  }

  updated() {
    const end = this.querySelector('.end');
    this.#near.disconnect();
    if (end) this.#near.observe(end);
  }

  /** Other filters: into the address, words only when the typing rests. */
  #change(changes) {
    this.filters = {...this.filters, ...changes};
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => go(addressOf(this.filters), {replace: true}), 'q' in changes ? TYPED : 0);
  }

  #calls() {
    const id = this.#selection.picked[0]?.id ?? this.#list.videos[0]?.id ?? 'ID';
    return [
      {title: t('list'), method: 'GET', path: pathOf(this.filters, 24)},
      {title: t('apiRerun'), method: 'POST', path: `/v1/videos/${id}/rerun`, body: {}},
      {title: t('apiDelete'), method: 'DELETE', path: `/v1/videos/${id}`},
      {title: t('restore'), method: 'POST', path: `/v1/videos/${id}/restore`, body: {}},
      {title: t('apiArchive'), method: 'GET', path: `/v1/videos/${id}/files.zip`, out: `${id}.zip`, cli: `moneyprinter download ${id} --zip`},
      {title: t('apiShare'), method: 'POST', path: '/v1/storage/links', body: {video: id}, cli: `moneyprinter link ${id}`},
    ];
  }

  #bar() {
    const videos = this.#selection.picked;
    return selectionBar(this.#selection, t('selection'), this.filters.deleted === 'true'
      ? html`<button class="quiet small" @click=${() => this.#act.restore(videos)}>${icon('undo')}${t('restore')}</button>`
      : html`<button class="quiet small" @click=${() => this.#act.save(videos)}>${icon('download')}${t('download').replace(/\s*…+$/, '')}</button>
        <button class="quiet small" @click=${() => this.#act.share(videos)}>${icon('share')}${t('share')}</button>
        <button class="quiet small" @click=${() => this.#act.remove(videos)}>${icon('trash')}${t('remove')}</button>`);
  }

  #nothing() {
    if (this.filters.deleted === 'true') return empty({icon: 'trash', title: t('binEmpty')});
    if (this.filters.q || narrowed(this.filters)) return empty({icon: 'search', title: t('nothing'), text: t('nothingText')});
    return empty({icon: 'film', title: t('none'), text: t('noneText'), action: html`<a class="button primary" href="/">${icon('plus')}${t('newVideo')}</a>`});
  }

  #grid() {
    const {videos, loading, loaded, problem, next} = this.#list;
    if (!videos.length) {
      return problem ? problemBox(problem, () => this.#list.open(this.filters)) : loaded ? this.#nothing() : waitingTiles('videos');
    }
    return html`<ul class="videos" aria-busy=${loading}>${repeat(videos, video => video.id, video => html`<li>${card({
        video, selection: this.#selection, act: this.#act})}</li>`)}</ul>
      ${problemBox(problem, () => this.#list.more())}
      ${next ? html`<div class="end"><button class="quiet" ?disabled=${loading} @click=${() => this.#list.more()}>${t('more')}</button></div>` : nothing}
      <p class="hidden" role="status">${t('shown', {n: videos.length})}</p>`;
  }

  render() {
    return html`<div class="page library">
      <div class="head"><div><h1>${t('title')}</h1><p class="hint">${t('hint')}</p></div>
        <div class="actions">${asApi(() => this.#calls())}<a class="button primary" href="/">${icon('plus')}${t('newVideo')}</a></div></div>
      ${filterBar(this.filters, changes => this.#change(changes))}
      ${this.#grid()}
      ${this.#bar()}</div>`;
  }
}

define('mp-library-page', LibraryPage);
