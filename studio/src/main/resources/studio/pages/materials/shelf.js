// What of the library is fetched, page by page, and what can be changed about it.

import {get, post, put, remove} from '../../core/api.js';
import {MOST, PAGE, pathOf} from './search.js';

export const COLLECTIONS = '/v1/materials/collections';
const json = {'Content-Type': 'application/json'};

export class Shelf {
  /** @type {object[] | null} null until it was looked at */
  materials = null;
  collections = [];
  cursor = null;
  problem = null;
  loading = false;

  #filters = null;
  #asked = 0;
  #changed;
  #signal;

  constructor(changed, signal) {
    this.#changed = changed;
    this.#signal = signal;
  }

  async open(filters) {
    this.#filters = filters;
    await this.#load(pathOf(filters), page => page.materials);
  }

  async more() {
    if (this.cursor && !this.loading) await this.#load(pathOf(this.#filters, {cursor: this.cursor}), page => [...this.materials, ...page.materials]);
  }

  async #load(path, merge) {
    const asked = ++this.#asked;
    Object.assign(this, {loading: true, problem: null});
    this.#changed();
    try {
      const [page, all] = await Promise.all([get(path, {signal: this.#signal}), get(COLLECTIONS, {signal: this.#signal})]);
      if (asked !== this.#asked) return;
      this.materials = merge(page);
      this.cursor = page.cursor ?? null;
      this.collections = all.collections;
    } catch (problem) {
      if (this.#signal.aborted || asked !== this.#asked) return;
      this.problem = problem;
    }
    this.loading = false;
    this.#changed();
  }

  /** Looks again at as many as are shown, as far as one request goes. */
  refresh() {
    return this.#load(pathOf(this.#filters, {limit: Math.min(MOST, Math.max(PAGE, this.materials?.length ?? 0))}), page => page.materials);
  }

  async createCollection(name) {
    const made = await post(COLLECTIONS, {name});
    await this.refresh();
    return made;
  }

  async dropCollection({id}) {
    await remove(`${COLLECTIONS}/${id}`, json);
  }

  /** Puts materials into a collection. */
  async collect(collection, paths) {
    for (const path of paths) await put(`${COLLECTIONS}/${collection}/materials/${path.replace(/^.*\//, '')}`, {});
  }
}
