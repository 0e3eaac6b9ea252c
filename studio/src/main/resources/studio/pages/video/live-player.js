// Plays a video while it is rendered: the pieces that are done are put one behind the other into the
// browser's buffer (Media Source Extensions), which plays on as they come.

import {define, Element, html, nothing} from '../../core/element.js';
import {request} from '../../core/api.js';
import {mediaType, pieces} from './mp4.js';
import {t} from './words.js';

const CLOCK = 1; // the second at which the stream's clock begins

/** Safari on phones has a kind of its own. */
const Source = globalThis.ManagedMediaSource ?? globalThis.MediaSource;

const once = (target, type) => new Promise((resolve, reject) => {
  target.addEventListener(type, resolve, {once: true});
  target.addEventListener('error', () => reject(new Error('The browser does not take the piece')), {once: true});
});

/** <mp-live-player .video=… .done=…>: done says of how many pieces the beginning can be had by now. */
class LivePlayer extends Element {
  static properties = {video: {}, done: {type: Number}, ready: {state: true}, note: {state: true}};

  #left = null;
  #grown = new EventTarget();

  connectedCallback() {
    super.connectedCallback();
    this.#left = new AbortController();
    this.updateComplete.then(() => this.#play(this.#left.signal)).catch(failure => {
      if (!this.#left.signal.aborted) this.note = failure.message;
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }

  updated(changed) {
    if (changed.has('done')) this.#grown.dispatchEvent(new Event('grown'));
  }

  /** Waits until more than so many pieces are done. */
  async #more(than, signal) {
    while (!(this.done > than) && !signal.aborted) {
      await new Promise(resolve => {
        this.#grown.addEventListener('grown', resolve, {once: true, signal});
        signal.addEventListener('abort', resolve, {once: true});
      });
    }
  }

  /** The play list, which may know a little later of a piece than the events. */
  async #list(signal) {
    return pieces(await (await request(`/v1/videos/${this.video}/live/playlist.m3u8`, {signal})).text());
  }

  async #piece(number, signal) {
    return (await request(`/v1/videos/${this.video}/live/${number}.mp4`, {signal})).arrayBuffer();
  }

  async #play(signal) {
    if (!Source) return;
    await this.#more(0, signal);
    if (signal.aborted) return;
    let list = await this.#list(signal);
    const first = await this.#piece(list.numbers[0], signal);
    const type = mediaType(first);
    if (!type || !Source.isTypeSupported(type)) return;
    const media = new Source();
    const film = this.querySelector('video');
    film.disableRemotePlayback = true; // ManagedMediaSource asks for it
    film.src = URL.createObjectURL(media);
    signal.addEventListener('abort', () => URL.revokeObjectURL(film.src), {once: true});
    await once(media, 'sourceopen');
    const buffer = media.addSourceBuffer(type);
    buffer.timestampOffset = -CLOCK;
    let done = 0;
    while (!signal.aborted) {
      for (; done < list.numbers.length && !signal.aborted; done++) {
        const bytes = done ? await this.#piece(list.numbers[done], signal) : first;
        const taken = once(buffer, 'updateend');
        buffer.appendBuffer(bytes);
        await taken;
        this.#show();
      }
      if (list.ended) {
        if (media.readyState === 'open') media.endOfStream();
        return;
      }
      await this.#more(done, signal);
      if (!signal.aborted) list = await this.#list(signal);
    }
  }

  #show() {
    if (this.ready) return;
    this.ready = true;
  }

  render() {
    return html`<video controls playsinline ?hidden=${!this.ready} aria-label=${t('live')}></video>
      ${this.note ? html`<p class="hint">${this.note}</p>` : nothing}`;
  }
}

define('mp-live-player', LivePlayer);
