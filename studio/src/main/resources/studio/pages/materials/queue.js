// The files on their way. Two are sent at a time. Where each was begun is kept by the browser: after
// a refresh it goes on once the file is chosen again, for no page may open it by itself.

import {Upload} from './upload.js';

const KEPT = 'moneyprinter-uploads';
const AT_ONCE = 2;

class Queue extends EventTarget {
  /** @type {Upload[]} */
  uploads = [];

  constructor() {
    super();
    this.#recall();
    // Another tab's uploads are its own; only what nobody carries on is shown here.
    addEventListener('beforeunload', event => this.uploads.some(one => one.active) && event.preventDefault());
  }

  #recall() {
    try {
      for (const known of JSON.parse(localStorage.getItem(KEPT)) ?? []) this.#put(new Upload(known, null, () => this.#changed()));
    } catch {
      localStorage.removeItem(KEPT); // written by something else
    }
  }

  #put(upload) {
    this.uploads = [...this.uploads, upload];
  }

  #keep() {
    const open = this.uploads.filter(one => one.url && !['done', 'failed'].includes(one.state));
    localStorage.setItem(KEPT, JSON.stringify(open.map(({name, size, modified, url, sent}) => ({name, size, modified, url, sent}))));
  }

  #changed(ended) {
    this.#keep();
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
