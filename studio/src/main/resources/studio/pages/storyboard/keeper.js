// Brings a storyboard to the node as soon as it can be reached, together with what others made of it
// meanwhile. Nothing of it is ever dropped silently.

import {getTagged, sendRaw} from '../../core/api.js';
import {Desk} from './desk.js';
import {body, tidyBoard} from './model.js';

const REST = 700; // milliseconds without a change before it is sent
const PATIENCE = 4000; // between tries while the node is away

/** Tells by 'change', by 'loaded' whenever the node said what it has, and by 'conflict'. */
export class Keeper extends EventTarget {
  /** @type {'loading' | 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'failed'} */
  state = 'loading';
  /** @type {Error | null} */
  problem = null;
  /** What the node said last: the storyboard with what is made of it. */
  server = null;
  #timer = null;
  #sending = null;

  /**
   * @param {string} id of the video
   * @param {AbortSignal} leaving
   */
  constructor(id, leaving) {
    super();
    this.path = `/v1/videos/${id}/storyboard`;
    this.leaving = leaving;
    this.desk = new Desk(id, leaving);
    this.desk.addEventListener('change', () => this.#tell('change'));
    this.desk.addEventListener('edit', () => this.#settle());
    this.desk.addEventListener('conflict', () => this.#tell('conflict'));
    addEventListener('online', () => this.#again(), {signal: leaving});
    leaving.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  get board() {
    return this.desk.board;
  }

  get etag() {
    return this.desk.base.etag;
  }

  /** Shows what is kept here at once, and puts what the node has to it. */
  async open() {
    if (!this.desk.board) this.desk.restore();
    try {
      await this.reload();
    } catch (problem) {
      this.#failed(problem);
    }
  }

  /** Asks the node what it has. */
  async reload() {
    await this.#fetch();
    this.#settle();
  }

  async #fetch() {
    const {value, etag} = await getTagged(this.path, {signal: this.leaving});
    this.server = value;
    this.desk.take(etag, tidyBoard(value));
    this.#tell('loaded');
  }

  #tell(what) {
    this.dispatchEvent(new Event(what));
  }

  #set(state, problem = null) {
    this.state = state;
    this.problem = problem;
    this.#tell('change');
  }

  #settle() {
    clearTimeout(this.#timer);
    if (!this.desk.dirty) {
      if (!this.#sending) this.#set('saved');
      return;
    }
    if (this.state !== 'offline') this.#set('unsaved');
    this.#timer = setTimeout(() => this.#send(), REST);
  }

  #again() {
    if (this.server) this.#send();
    else this.open();
  }

  #send() {
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = null));
    return this.#sending;
  }

  async #sendAll() {
    clearTimeout(this.#timer);
    try {
      while (this.desk.dirty && !this.leaving.aborted) await this.#sendOnce();
      this.#set('saved');
    } catch (problem) {
      this.#failed(problem);
    }
  }

  async #sendOnce() {
    const sent = this.board;
    if (this.state !== 'offline') this.#set('saving');
    try {
      const answer = await sendRaw('PUT', this.path, body(sent), {'If-Match': this.etag}, {signal: this.leaving});
      this.server = await answer.json();
      this.desk.sent(answer.headers.get('ETag'), sent);
    } catch (problem) {
      if (problem.status !== 412) throw problem;
      await this.#fetch(); // somebody was quicker: theirs and ours together
    }
  }

  #failed(problem) {
    if (this.leaving.aborted) return;
    clearTimeout(this.#timer);
    if (problem.status === 0 || problem.status >= 500 || problem.status === 429) {
      this.#set('offline', problem);
      this.#timer = setTimeout(() => this.#again(), problem.retryAfter ? problem.retryAfter * 1000 : PATIENCE);
    } else {
      this.#set(this.server ? 'refused' : 'failed', problem);
      // The script is being written: its scenes are there in a moment.
      if (problem.status === 409 && !this.server) this.#timer = setTimeout(() => this.open(), PATIENCE);
    }
  }

  /** Sends what is not sent yet, before something that needs it there. Fails with what stands in its way. */
  async flush() {
    await this.#send();
    if (this.state !== 'saved') throw this.problem ?? new Error(this.state);
  }
}
