// What a batch is ordered with: the rows as text, their form, and what holds for all of them.

import {orderKey, request} from '../../core/api.js';

/** @typedef {{form: 'csv' | 'json' | 'ndjson', content: string, name: string, openJobs: string, onInvalid: 'refuse' | 'skip', key: string}} Order */

export const TYPES = {csv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson'};

export const EXAMPLE = {
  csv: 'title,script,language\nWhy tea steams,"Hot water lets go of its smallest drops. Cold air makes them seen.",en\nWhy ice floats,"Water grows when it freezes. So ice is lighter, and swims.",en\n',
  json: '[\n  {"title": "Why tea steams", "script": "Hot water lets go of its smallest drops."},\n  {"title": "Why ice floats", "script": "Water grows when it freezes."}\n]\n',
  ndjson: '{"title": "Why tea steams", "script": "Hot water lets go of its smallest drops."}\n{"title": "Why ice floats", "script": "Water grows when it freezes."}\n',
};

/** @returns {Order} */
export const blank = () => ({form: 'csv', content: '', name: '', openJobs: '', onInvalid: 'refuse', key: orderKey()});

/** What a text most likely is: pasted text says it by how it begins. */
export function formOf(text, name = '') {
  if (/\.(ndjson|jsonl)$/i.test(name)) return 'ndjson';
  if (/\.json$/i.test(name)) return 'json';
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  const begin = text.trimStart();
  if (begin.startsWith('[')) return 'json';
  if (!begin.startsWith('{')) return 'csv';
  try {
    JSON.parse(begin);
    return begin.trimEnd().includes('\n{') ? 'ndjson' : 'json';
  } catch {
    return 'ndjson'; // not one object: several
  }
}

/** @param {Order} order */
export function pathOf({name, openJobs, onInvalid}, dryRun = false) {
  const query = new URLSearchParams({...(name && {name}), ...(openJobs && {openJobs}), onInvalid, ...(dryRun && {dryRun: 'true'})});
  return `/v1/batches?${query}`;
}

/** @param {Order} order */
const sent = (order, path, headers = {}) => request(path, {
  method: 'POST', headers: {'Content-Type': TYPES[order.form], ...headers}, body: order.content,
}).then(response => response.json());

/** Looks the rows over; nothing is made. */
export const check = order => sent(order, pathOf({...order, onInvalid: 'skip'}, true));

/** Makes the batch; the key makes a second press harmless. */
export const make = order => sent(order, pathOf(order), {'Idempotency-Key': order.key});
