// The list behind the grid: fetched page by page, kept right by what happens to its videos. Knows
// nothing of how it is drawn.

import {get} from '../../core/api.js';
import {pathOf, unfinished} from './filters.js';
import {Following} from './following.js';

const PAGE = 24;
const MOST = 100; // of one request

/** Milliseconds until it is looked at again: after news, while nothing is heard of what is being made, and otherwise. */
const SOON = 400;
const LIVE = 2000;
const QUIET = 15000;

export class VideoList {
  videos = [];
  next = null;
  loading = false;
  loaded = false;
  problem = null;

  #filters = null;
  #timer = null;
  #asked = 0;
  #changed;
  #signal;
  #following;
  #soon = false;

  /**
   * @param {() => void} changed told after every change
   * @param {AbortSignal} signal ends it
   */
  constructor(changed, signal) {
    this.#changed = changed;
    this.#signal = signal;
    this.#following = new Following(event => this.#hear(event), signal);
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** How far it is stands in the event; what came of it has to be asked for. */
  #hear({jobId, type, state, progress, secondsLeft}) {
    const shown = this.videos.find(video => video.id === jobId && video.state === state);
    if (shown) this.videos = this.videos.map(video => (video === shown ? {...video, progress, secondsLeft} : video));
    const turned = !shown || type.startsWith('JOB_') || type === 'APPROVAL_WANTED' || shown.awaits;
    if (!turned) this.#changed();
    else if (!this.#soon) this.#plan(SOON);
  }

  /** Begins anew with other filters. */
  async open(filters) {
    this.#filters = filters;
    this.videos = [];
    this.next = null;
    this.loaded = false;
    await this.#load(pathOf(filters, PAGE), page => page.videos);
  }

  /** Fetches the next page, if there is one. */
  async more() {
    if (!this.next || this.loading) return;
    await this.#load(this.next, page => {
      const known = new Set(this.videos.map(video => video.id));
      return [...this.videos, ...page.videos.filter(video => !known.has(video.id))];
    });
  }

  async #load(path, merge) {
    const asked = ++this.#asked;
    Object.assign(this, {loading: true, problem: null});
    this.#changed();
    try {
      const page = await get(path, {signal: this.#signal});
      if (asked !== this.#asked) return; // asked for something else meanwhile
      this.videos = merge(page);
      this.next = page.next ?? null;
      this.loaded = true;
    } catch (problem) {
      if (this.#signal.aborted || asked !== this.#asked) return;
      this.problem = problem;
    }
    this.loading = false;
    this.#changed();
    this.#plan();
  }

  /** Takes videos out at once, before the node is asked again. */
  drop(videos) {
    const gone = new Set(videos.map(video => video.id));
    this.videos = this.videos.filter(video => !gone.has(video.id));
    this.#changed();
  }

  /** Looks again at what is shown; what was fetched beyond one request's worth stays as it was. */
  async refresh() {
    clearTimeout(this.#timer);
    const asked = this.#asked;
    if (!this.#filters || this.loading) return;
    const count = Math.min(MOST, Math.max(PAGE, this.videos.length));
    try {
      const page = await get(pathOf(this.#filters, count), {signal: this.#signal});
      if (asked !== this.#asked) return;
      const rest = this.videos.length > count ? this.videos.slice(count) : [];
      const known = new Set(page.videos.map(video => video.id));
      this.videos = [...page.videos, ...rest.filter(video => !known.has(video.id))];
      if (!rest.length) this.next = page.next ?? null;
      this.#changed();
    } catch (problem) {
      if (this.#signal.aborted) return;
      console.warn(problem); // what is shown is a little old; the next look may do better
    }
    this.#plan();
  }

  #plan(wanted) {
    clearTimeout(this.#timer);
    this.#soon = wanted === SOON; // further news do not put it off
    if (this.#signal.aborted) return;
    const making = this.videos.filter(unfinished).map(video => video.id);
    this.#following.take(making);
    const pause = wanted ?? (this.#following.covers(making) ? QUIET : LIVE);
    this.#timer = setTimeout(() => (document.hidden ? this.#plan() : this.refresh()), pause);
  }
}
