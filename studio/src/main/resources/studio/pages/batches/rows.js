// The rows of one batch, fetched page by page, and kept as the node tells of them.

import {get} from '../../core/api.js';

const PAGE = 100;

export class Rows {
  /** @type {object[]} in their order */
  all = [];
  next = null;

  #id;
  #state = '';

  constructor(id) {
    this.#id = id;
  }

  path(state = this.#state) {
    return `/v1/batches/${this.#id}/rows?limit=${PAGE}${state ? `&state=${state}` : ''}`;
  }

  /** Begins anew; with a state, only rows in it. */
  async open(state, signal) {
    this.#state = state;
    const page = await get(this.path(), {signal});
    if (state !== this.#state) return; // another was asked for meanwhile
    this.all = page.rows;
    this.next = page.next ?? null;
  }

  async more(signal) {
    const state = this.#state;
    const page = await get(this.next, {signal});
    if (state !== this.#state) return;
    const known = new Set(this.all.map(row => row.number));
    this.all = [...this.all, ...page.rows.filter(row => !known.has(row.number))];
    this.next = page.next ?? null;
  }

  /** Takes what the node tells of one row; rows that are not fetched yet are not shown for it. */
  tell(row) {
    const at = this.all.findIndex(one => one.number === row.number);
    if (at < 0) return;
    const other = this.#state && row.state !== this.#state;
    this.all = other ? this.all.toSpliced(at, 1) : this.all.with(at, row);
  }
}
