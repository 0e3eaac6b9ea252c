// What of the library is fetched, page by page, and what can be changed about it.

import {get, post, put, remove} from '../../core/api.js';
import {pathOf} from './search.js';

const COLLECTIONS = '/v1/materials/collections';
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
    await this.#load(null);
  }

  more() {
    return this.cursor && !this.loading ? this.#load(this.cursor) : undefined;
  }

  async #load(cursor) {
    const asked = ++this.#asked;
    Object.assign(this, {loading: true, problem: null});
    this.#changed();
    try {
      const [page, all] = await Promise.all([get(pathOf(this.#filters, cursor), {signal: this.#signal}), get(COLLECTIONS, {signal: this.#signal})]);
      if (asked !== this.#asked) return;
      this.materials = cursor ? [...this.materials, ...page.materials] : page.materials;
      this.cursor = page.cursor ?? null;
      this.collections = all.collections;
    } catch (problem) {
      if (this.#signal.aborted || asked !== this.#asked) return;
      this.problem = problem;
    }
    this.loading = false;
    this.#changed();
  }

  refresh() {
    return this.open(this.#filters);
  }

  async remove(material) {
    await remove(material.links.self, json);
    this.materials = this.materials.filter(one => one.id !== material.id);
    this.#changed();
  }

  async restore(material) {
    await post(`${material.links.self}/restore`);
    await this.refresh();
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
