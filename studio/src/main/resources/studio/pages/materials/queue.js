// The files on their way. Two are sent at a time. Where each was begun is kept by the browser: after
// a refresh it goes on once the file is chosen again, for no page may open it by itself. Other pages
// of the browser show those that go on there.

import {orderKey} from '../../core/api.js';
import {Upload} from './upload.js';

const KEPT = 'moneyprinter-uploads';
const AT_ONCE = 2;

/** Held by a page as long as it lives, so that others know whether its uploads go on. */
const lockOf = tab => `moneyprinter-uploads-${tab}`;

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? [];
  } catch {
    return []; // written by something else
  }
}

class Queue extends EventTarget {
  /** @type {Upload[]} */
  uploads = [];

  #tab = orderKey();
  /** Addresses of those that were given up here. */
  #dropped = new Set();

  constructor() {
    super();
    navigator.locks?.request(lockOf(this.#tab), () => new Promise(() => {}));
    this.#hear();
    addEventListener('storage', ({key}) => key === KEPT && this.#hear());
    addEventListener('beforeunload', event => this.uploads.some(one => one.active) && event.preventDefault());
  }

  /** Takes up what was begun by other pages, of this browser or before a refresh. */
  #hear() {
    const others = kept().filter(({tab, url}) => tab !== this.#tab && !this.#dropped.has(url));
    for (const known of others) {
      const found = this.uploads.find(({url}) => url === known.url);
      if (found?.tab === known.tab) {
        if (found.state === 'elsewhere') found.sent = known.sent;
      } else if (!found || ['asleep', 'elsewhere'].includes(found.state)) {
        const upload = found ?? new Upload(known, null, () => this.#changed());
        if (!found) this.#put(upload);
        upload.tab = known.tab;
        this.#follow(upload);
      }
    }
    const over = this.uploads.filter(one => ['asleep', 'elsewhere'].includes(one.state) && !others.some(({url}) => url === one.url));
    this.uploads = this.uploads.filter(one => !over.includes(one));
    this.#tell(over.find(one => one.state === 'elsewhere'));
  }

  /** Says that another page carries it on, for as long as that page is there. */
  async #follow(upload) {
    const {tab} = upload;
    if (!tab || !navigator.locks) return;
    const {held} = await navigator.locks.query();
    const there = held.some(({name}) => name === lockOf(tab));
    this.#be(upload, tab, there ? 'elsewhere' : 'asleep');
    if (there) await navigator.locks.request(lockOf(tab), {mode: 'shared'}, () => this.#be(upload, tab, 'asleep'));
  }

  #be(upload, tab, state) {
    if (upload.tab !== tab || !['asleep', 'elsewhere'].includes(upload.state)) return; // it was taken up meanwhile
    upload.state = state;
    this.#tell();
  }

  #put(upload) {
    this.uploads = [...this.uploads, upload];
  }

  /** Beside those that other pages keep. */
  #keep() {
    const open = this.uploads.filter(one => one.url && !['done', 'failed', 'elsewhere', 'asleep'].includes(one.state));
    const theirs = kept().filter(({tab, url}) => tab !== this.#tab && !this.#dropped.has(url) && !open.some(one => one.url === url));
    const mine = open.map(({name, size, modified, url, sent}) => ({name, size, modified, url, sent, tab: this.#tab}));
    localStorage.setItem(KEPT, JSON.stringify([...theirs, ...mine]));
  }

  #changed(ended) {
    this.#keep();
    this.#tell(ended);
  }

  #tell(ended) {
    this.dispatchEvent(new CustomEvent('change', {detail: ended}));
  }

  /** Adds files; one that was begun before goes on where it was. */
  add(files) {
    for (const file of files) {
      const begun = this.uploads.find(one => one.state === 'asleep' && one.fits(file));
      if (begun) begun.resume(file);
      else this.#put(new Upload({name: file.name, size: file.size, modified: file.lastModified}, file, () => this.#changed()));
    }
    this.#next();
  }

  /** Goes on with one; false when the file is not the one that was begun. */
  resume(upload, file) {
    if (file && !upload.fits(file)) return false;
    upload.resume(file);
    this.#next();
    return true;
  }

  #next() {
    const room = AT_ONCE - this.uploads.filter(one => ['sending', 'checking', 'broken'].includes(one.state)).length;
    for (const upload of this.uploads.filter(one => one.state === 'waiting').slice(0, Math.max(0, room))) {
      upload.run().finally(() => {
        if (upload.state === 'done') this.#changed(upload);
        this.#next();
      });
    }
    this.#changed();
  }

  pause(upload) {
    upload.pause();
    this.#next();
  }

  async drop(upload) {
    this.uploads = this.uploads.filter(one => one !== upload);
    if (upload.url) this.#dropped.add(upload.url);
    this.#changed();
    await upload.drop();
    this.#next();
  }

  clearDone() {
    this.uploads = this.uploads.filter(one => one.state !== 'done');
    this.#changed();
  }
}

/** The one of this tab: uploads go on while other pages are shown. */
export const queue = new Queue();
