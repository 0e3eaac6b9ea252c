// One file on its way to the node, by the tus protocol (tus.io, 1.0.0): in pieces, so that a broken
// connection, a pause or a closed page costs at most the piece that was under way.

import {get, Problem, request} from '../../core/api.js';

const PATH = '/v1/materials/uploads';
const VERSION = {'Tus-Resumable': '1.0.0'};
const PIECE = 1 << 20;
const LARGEST = 8 << 20;

/** Milliseconds that a piece should take: larger ones where the line is fast. */
const STEADY = 1500;
const PAUSES = [500, 1000, 2000, 4000, 8000];

const base64 = text => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

const wait = (ms, signal) => new Promise(resolve => {
  const timer = setTimeout(resolve, ms);
  addEventListener('online', resolve, {once: true, signal}); // the line is back: no need to wait on
  signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), {once: true});
});

/** @typedef {'waiting' | 'sending' | 'paused' | 'broken' | 'checking' | 'done' | 'failed' | 'asleep' | 'elsewhere'} State elsewhere: another page of the browser sends it */

export class Upload {
  /** @type {State} */
  state = 'waiting';
  sent = 0;
  problem = null;
  /** @type {string[]} paths of what was made of it */
  materials = [];

  #stop = null;
  #changed;

  /**
   * @param {{name: string, size: number, modified: number, url?: string, sent?: number}} known what it is
   *     known by; url: where it was begun already
   * @param {File | null} file null for one that was begun before the page was opened
   * @param {(upload: Upload) => void} changed
   */
  constructor(known, file, changed) {
    Object.assign(this, known);
    this.file = file;
    this.#changed = changed;
    if (!file) this.state = 'asleep';
  }

  #be(state, changes = {}) {
    Object.assign(this, {state}, changes);
    this.#changed(this);
  }

  get active() {
    return ['waiting', 'sending', 'broken', 'checking'].includes(this.state);
  }

  /** Whether a file that was chosen is the one that was begun. */
  fits(file) {
    return file.name === this.name && file.size === this.size;
  }

  /** Sends what is not there yet; comes back when all is there, or it was paused or refused. */
  async run() {
    if (this.#stop) return;
    const stop = new AbortController();
    this.#stop = stop;
    const {signal} = stop;
    try {
      for (let failures = 0; !signal.aborted;) {
        try {
          await this.#begin(signal);
          await this.#send(signal, () => (failures = 0));
          return;
        } catch (problem) {
          if (signal.aborted) return;
          if (problem.status === 404 && this.url) {
            this.#be('waiting', {url: undefined, sent: 0}); // too old: forgotten by the node
          } else if (problem.status && problem.status < 500 && ![409, 429].includes(problem.status)) {
            this.#be('failed', {problem});
            return;
          }
          this.#be('broken');
          await wait(PAUSES[Math.min(failures++, PAUSES.length - 1)], signal);
        }
      }
    } finally {
      if (this.#stop === stop) this.#stop = null; // it may have been taken up again meanwhile
    }
  }

  /** Finds out where to go on, or opens a new one. */
  async #begin(signal) {
    if (this.url) {
      const there = await request(this.url, {method: 'HEAD', headers: VERSION, signal});
      this.#be('sending', {sent: Number(there.headers.get('Upload-Offset'))});
      return;
    }
    const opened = await request(PATH, {
      method: 'POST', signal,
      headers: {...VERSION, 'Content-Type': 'application/offset+octet-stream', 'Upload-Length': String(this.size),
        'Upload-Metadata': `filename ${base64(this.name)}`},
    });
    this.#be('sending', {url: opened.headers.get('Location'), sent: 0});
  }

  async #send(signal, moved) {
    let piece = PIECE;
    let last = null;
    while (this.sent < this.size) {
      const end = Math.min(this.size, this.sent + piece);
      if (end === this.size) this.#be('sending');
      const begun = performance.now();
      last = await request(this.url, {
        method: 'PATCH', signal, body: this.file.slice(this.sent, end),
        headers: {...VERSION, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(this.sent)},
      });
      piece = performance.now() - begun < STEADY ? Math.min(LARGEST, piece * 2) : Math.max(PIECE / 4, piece / 2);
      moved();
      this.#be(end === this.size ? 'checking' : 'sending', {sent: Number(last.headers.get('Upload-Offset'))});
    }
    await this.#settled(signal);
  }

  /** What became of it; large archives are looked at for a while. */
  async #settled(signal) {
    for (;;) {
      const {state, materials, problem} = await get(this.url, {signal});
      if (state === 'DONE') return this.#be('done', {materials});
      if (state === 'REFUSED') return this.#be('failed', {problem: new Problem(400, {detail: problem})});
      this.#be('checking');
      await wait(500, signal);
    }
  }

  pause() {
    this.#stop?.abort();
    this.#stop = null;
    this.#be('paused');
  }

  /** Goes on, with the file where the page has lost it. */
  resume(file = this.file) {
    this.file = file;
    this.#be('waiting', {problem: null});
  }

  /** Gives it up, here and on the node. */
  async drop() {
    this.#stop?.abort();
    if (this.url && this.state !== 'done') {
      await request(this.url, {method: 'DELETE', headers: {...VERSION, 'Content-Type': 'application/json'}}).catch(() => {}); // it runs out there by itself
    }
  }
}
