// One video: while it is made, and when it is done.

import {define, html, nothing, Page, painted, styles} from '../../core/element.js';
import {post, save} from '../../core/api.js';
import {clock, moment, percent, span} from '../../core/format.js';
import {asApi} from '../../parts/as-api.js';
import {confirm} from '../../parts/dialog.js';
import {icon} from '../../parts/icon.js';
import {problemBox} from '../../parts/problem.js';
import {meter} from '../../parts/states.js';
import {complain} from '../../parts/toast.js';
import '../../parts/menu.js';
import {fileName} from '../library/files.js';
import {calls} from './calls.js';
import {filmOf, finished} from './finished.js';
import {owner} from './owner.js';
import * as result from './result.js';
import {leading, ofFirst, summary} from './segments.js';
import {ended, Watch} from './watch.js';
import {stateName, t, titleOf} from './words.js';
import './live-player.js';
import './posts.js';
import './segment-map.js';

await styles(import.meta.url, 'video.css');

const CHIPS = {QUEUED: '', RUNNING: 'busy', AWAITING: 'info', PAUSED: 'warn', COMPLETED: 'good', FAILED: 'bad', CANCELLED: ''};

/** The beginning of a node's id is enough to tell it from the others. */
const short = node => node.slice(0, 8);

class VideoPage extends Page {
  static properties = {...Page.properties, busy: {state: true}, done: {state: true}, playing: {state: true}, verified: {state: true}, verifying: {state: true}};

  #loaded = null;
  #owner = owner({here: () => this.isConnected, look: () => this.watch.open()});
  #before = null;

  connectedCallback() {
    super.connectedCallback();
    this.watch = new Watch(this.params.id, this.leaving);
    this.watch.addEventListener('change', () => this.#changed());
    this.name(t('film'));
    this.watch.open();
  }

  /** Events come by the dozen; one drawing of them for each frame is enough. */
  async scheduleUpdate() {
    if (this.hasUpdated) await painted();
    return super.scheduleUpdate();
  }

  #changed() {
    const {video} = this.watch;
    if (video) this.name(titleOf(video));
    if (video?.state === 'COMPLETED' && video.result) this.#loaded ??= this.#finish(video, this.leaving);
    this.requestUpdate();
  }

  #finish(video, signal) {
    return finished(video, signal).then(done => (this.done = done), problem => signal.aborted || complain(problem));
  }

  /** Who watched what was there of it goes on watching, from the same place. */
  willUpdate(changed) {
    const live = changed.has('done') && this.done ? this.querySelector('mp-live-player video') : null;
    if (live?.currentTime && !live.ended) this.#before = {at: live.currentTime, plays: !live.paused, volume: live.volume, muted: live.muted};
  }

  updated() {
    const film = this.#before && this.querySelector('#film');
    if (!film) return;
    const {at, plays, volume, muted} = this.#before;
    this.#before = null;
    Object.assign(film, {currentTime: at, volume, muted});
    if (plays) film.play().catch(() => {}); // a browser that wants to be pressed first shows its button
  }

  async #command(name) {
    this.busy = true;
    await post(`${this.watch.path}/${name}`).then(video => this.watch.take(video)).catch(complain);
    this.busy = false;
  }

  async #cancel() {
    if (await confirm({title: t('cancelAsk'), text: t('cancelText'), action: t('cancelDo'), danger: true})) await this.#command('cancel');
  }

  async #verify() {
    Object.assign(this, {verifying: true, verified: ''});
    try {
      const {same, segment, differences} = await post(`${this.watch.path}/verify`);
      this.verified = t(same ? 'verified' : 'differs', {number: segment + 1, why: differences?.join(', ')});
    } catch (problem) {
      this.verified = problem.message;
    }
    this.verifying = false;
  }

  #actions(video) {
    const button = (name, drawing, run, kind = 'quiet') => html`<button class=${kind} id=${`do-${name}`} ?disabled=${this.busy} @click=${run}>${icon(drawing)}${t(name)}</button>`;
    const edit = (name, kind = 'quiet') => html`<a class="button ${kind}" id="do-edit" href="/videos/${video.id}/storyboard">${icon('rows')}${t(name)}</a>`;
    const changes = html`<a class="button quiet" href="/?from=${video.id}">${icon('refresh')}${t('changes')}</a>`;
    const script = video.steps.some(step => step.name === 'script' && step.state === 'DONE');
    switch (video.state) {
      case 'COMPLETED': return html`${filmOf(video) ? html`${button('download', 'download', () => save(filmOf(video).href, fileName(titleOf(video), filmOf(video).name)).catch(complain), 'primary')}${button('share', 'share', () => this.#owner.share(video))}` : nothing}${edit('edit')}`;
      case 'PAUSED': return html`${button('resume', 'play', () => this.#command('resume'), 'primary')}${button('cancel', 'stop', () => this.#cancel())}`;
      case 'FAILED':
      case 'CANCELLED': return html`${button(video.state === 'FAILED' ? 'retry' : 'resume', 'refresh', () => this.#command('resume'), 'primary')}${script ? edit('edit') : nothing}${changes}`;
      default: return html`${button('pause', 'pause', () => this.#command('pause'))}${button('cancel', 'stop', () => this.#cancel())}`;
    }
  }

  #seek({detail: {share}}) {
    const film = this.querySelector('video');
    if (!film) return;
    const length = this.watch.video.result?.seconds ?? ofFirst(this.watch.segments).reduce((sum, one) => sum + one.frames, 0) / this.#fps();
    film.currentTime = Math.min(share * length, film.seekable.length ? film.seekable.end(film.seekable.length - 1) : 0);
  }

  #fps() {
    return this.watch.video.brief.canvas?.fps ?? 30;
  }

  #time(event) {
    const frames = ofFirst(this.watch.segments).reduce((sum, one) => sum + one.frames, 0);
    this.playing = frames ? (event.target.currentTime * this.#fps()) / frames : 0;
  }

  #head(video, awaits) {
    const state = awaits ? 'AWAITING' : video.state;
    const canvas = video.brief.canvas;
    return html`<div class="head">
      <div><a class="soft back" href="/videos">${icon('left')}${t('library')}</a><h1><bdi>${titleOf(video)}</bdi></h1>
        <p class="row"><span class="chip ${CHIPS[state]}" role="status" id="state">${stateName(state)}</span>
          ${video.result ? html`<span class="soft number">${clock(video.result.seconds)}</span>` : nothing}
          ${canvas ? html`<span class="soft number">${canvas.width} × ${canvas.height}</span>` : nothing}
          <span class="soft">${moment(video.createdAt)}</span>
          ${video.rerunOf ? html`<a class="soft" href="/videos/${video.rerunOf}">${t('rerunOf')} ↗</a>` : nothing}</p></div>
      <div class="row">${asApi(() => calls(video))}${this.#actions(video)}<mp-menu label=${t('menu')} .items=${this.#owner.menu(video)}></mp-menu></div></div>`;
  }

  #progress(video, awaits) {
    if (ended(video) || awaits) return nothing;
    const left = video.state === 'RUNNING' && video.secondsLeft ? t('left', {span: span(video.secondsLeft)}) : video.queuePosition ? t('before', {n: video.queuePosition}) : '';
    return html`<section class="stack tight" aria-label=${t('progress')}><div class="row spread"><b class="number" id="progress">${percent(video.progress)}</b><span class="soft">${left}</span></div>
      ${meter(video.progress, t('progress'))}</section>`;
  }

  #map(video) {
    const shown = ofFirst(this.watch.segments);
    if (!shown.length) return nothing;
    const {all, reused, nodes, ...counts} = summary(shown);
    const said = [['done', counts.done, 'good'], ['reused', reused, 'info'], ['running', counts.running, 'busy'], ['queued', counts.queued, ''], ['failed', counts.failed, 'bad']];
    return html`<section class="card stack" id="segments"><div class="row spread"><h2>${t('map')}</h2>
      <p class="row">${said.filter(([, count]) => count).map(([state, count, kind]) => html`<span class="chip ${kind}">${t('counts', {count, state: t(`segment-${state}`)})}</span>`)}</p></div>
      <mp-segment-map .segments=${shown} .playing=${this.playing ?? 0} @mp-seek=${this.#seek}></mp-segment-map>
      <p class="hint">${reused && ended(video) ? t('reusedMost', {reused, all}) : t('mapHint')}</p>
      ${nodes.size ? html`<p class="row hint">${[...nodes].map(([node, n]) => html`<span class="chip">${icon('node')}${short(node)}: ${n}</span>`)}</p>` : nothing}
      ${result.segmentTable(shown)}</section>`;
  }

  /** How many pieces can be watched: there is no picture without the sound. */
  #playable(video) {
    return video.steps.some(({name, state}) => name === 'audio' && state === 'DONE') ? leading(ofFirst(this.watch.segments)) : 0;
  }

  #stage(video) {
    const canvas = video.brief.canvas ?? {width: 9, height: 16};
    const tall = canvas.height > canvas.width;
    const inner = this.done
      ? result.film({source: this.done.film, captions: this.done.captions, poster: this.done.poster, language: this.done.manifest?.language ?? 'en'})
      : ended(video) ? nothing : html`<mp-live-player .video=${video.id} .done=${this.#playable(video)}></mp-live-player><p class="soon hint">${t('liveSoon')}</p>`;
    return inner === nothing ? nothing : html`<div class="stage ${tall ? 'tall' : ''}" @timeupdate=${{handleEvent: event => this.#time(event), capture: true}}>${inner}</div>`;
  }

  render() {
    const {video, problem} = this.watch;
    if (!video) return result.missing(problem, () => this.watch.open());
    const awaits = !ended(video) && video.steps.some(step => step.state === 'AWAITING');
    const stage = awaits ? nothing : this.#stage(video);
    return html`<div class="page">
      ${this.#head(video, awaits)}
      ${problem ? problemBox(problem, () => this.watch.open()) : nothing}
      ${result.notes(video, () => this.#owner.restore(video))}
      ${awaits ? result.awaiting(video, this.busy, () => this.#command('approve')) : nothing}
      ${this.#progress(video, awaits)}
      <div class=${stage === nothing ? 'stack' : 'watch'}>${stage}
        <div class="stack">${video.result ? nothing : this.#map(video)}
          ${ended(video) ? nothing : html`<section class="card stack"><h2>${t('steps')}</h2>${result.steps(video.steps, video.brief)}</section>`}
          ${video.result ? html`${result.files(video.result.files, titleOf(video), `/v1/videos/${video.id}/files.zip`)}
            ${this.done?.posts?.length ? html`<mp-posts .posts=${this.done.posts}></mp-posts>` : nothing}${this.#map(video)}${result.cost(video)}` : nothing}
          ${this.done ? html`${result.credits(this.done.credits)}${result.quality(this.done.manifest)}
            ${this.done.receipt ? result.receipt({href: this.done.receipt, verify: () => this.#verify(), verifying: this.verifying, verified: this.verified}) : nothing}` : nothing}
          ${result.log(this.watch.lines)}</div></div>
    </div>`;
  }
}

define('mp-video-page', VideoPage);
