// The files on their way, each with how far it is and what can be done about it.

import {define, Element, html, nothing} from '../../core/element.js';
import {bytes} from '../../core/format.js';
import {icon} from '../../parts/icon.js';
import {meter} from '../../parts/states.js';
import {toast} from '../../parts/toast.js';
import {queue} from './queue.js';
import {t} from './words.js';

const COLOURS = {sending: 'busy', checking: 'busy', paused: 'warn', asleep: 'warn', elsewhere: 'busy', broken: 'warn', done: 'good', failed: 'bad', waiting: ''};

class Uploads extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.heard = () => this.requestUpdate();
    queue.addEventListener('change', this.heard);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    queue.removeEventListener('change', this.heard);
  }

  #wake(upload, file) {
    if (file && !queue.resume(upload, file)) toast(t('notSame', {name: upload.name, size: bytes(upload.size)}), {kind: 'bad'});
  }

  #buttons(upload) {
    const square = (word, drawing, run) => html`<button class="plain square small" data-do=${word} aria-label=${t(word)} title=${t(word)} @click=${run}>${icon(drawing)}</button>`;
    return html`<span class="row keep">
      ${['sending', 'waiting', 'broken'].includes(upload.state) ? square('pause', 'pause', () => queue.pause(upload)) : nothing}
      ${upload.state === 'paused' ? square('resume', 'play', () => queue.resume(upload)) : nothing}
      ${upload.state === 'asleep' ? html`<label class="button quiet small">${t('again')}<input class="hidden" type="file" aria-label="${t('again')}: ${upload.name}"
        @change=${event => this.#wake(upload, event.target.files[0])}></label>` : nothing}
      ${['done', 'elsewhere'].includes(upload.state) ? nothing : square('stop', 'close', () => queue.drop(upload))}</span>`;
  }

  #one(upload) {
    const share = upload.size ? upload.sent / upload.size : 1;
    return html`<li class="upload" data-state=${upload.state} data-name=${upload.name}>
      <div class="row keep spread"><b class="cut">${upload.name}</b><span class="chip ${COLOURS[upload.state]}">${t({asleep: 'paused', elsewhere: 'sending'}[upload.state] ?? upload.state)}</span></div>
      ${['done', 'failed', 'waiting'].includes(upload.state) ? nothing : meter(share, t('uploadOf', {name: upload.name}))}
      <div class="row keep spread"><small class="hint number">${upload.problem?.message ?? (['asleep', 'elsewhere'].includes(upload.state) ? t(upload.state)
        : ['done', 'waiting'].includes(upload.state) ? bytes(upload.size) : t('left', {done: bytes(upload.sent), all: bytes(upload.size)}))}</small>${this.#buttons(upload)}</div></li>`;
  }

  /** No gap on the page where there is nothing. */
  updated() {
    this.hidden = !queue.uploads.length;
  }

  render() {
    const {uploads} = queue;
    if (!uploads.length) return nothing;
    return html`<section class="card stack tight" aria-label=${t('uploads')}>
      <div class="row spread"><h2>${t('uploads')} <small class="soft number">${t('left', {done: uploads.filter(one => one.state === 'done').length, all: uploads.length})}</small></h2>${uploads.some(one => one.state === 'done') ? html`<button class="plain small" @click=${() => queue.clearDone()}>${t('clearDone')}</button>` : nothing}</div>
      <ul class="stack" tabindex="0" aria-label=${t('uploads')}>${uploads.map(upload => this.#one(upload))}</ul></section>`;
  }
}

define('mp-uploads', Uploads);
