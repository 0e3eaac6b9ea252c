// What the list is narrowed down to. It stands in the address, so that it can be kept and sent on.

/** @typedef {{q: string, state: string, language: string, template: string, since: string, until: string, batch: string, deleted: string, sort: string}} Filters */

export const STATES = ['QUEUED', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'CANCELLED'];
export const SORTS = {newest: 'newest', oldest: 'oldest', title: 'byTitle', longest: 'longest'};

const NAMES = ['q', 'state', 'language', 'template', 'since', 'until', 'batch', 'deleted', 'sort'];

/** @param {URLSearchParams} query @returns {Filters} */
export const filtersOf = query => Object.fromEntries(NAMES.map(name => [name, query.get(name) ?? '']));

const said = filters => new URLSearchParams(NAMES.filter(name => filters[name]).map(name => [name, filters[name]]));

/** The page's own address with the filters. */
export function addressOf(filters) {
  const query = said(filters).toString();
  return query ? `/videos?${query}` : '/videos';
}

/** Where the node lists what passes them. */
export function pathOf(filters, limit) {
  const query = said({...filters, until: nextDay(filters.until)});
  query.set('limit', String(limit));
  return `/v1/videos?${query}`;
}

/** People mean the last day with it, the node the moment before which it was. */
function nextDay(date) {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  return day && !isNaN(day) ? new Date(day.getTime() + 86400000).toISOString().slice(0, 10) : date;
}

/** How many are set, order and search aside: they have places of their own. */
export const narrowed = filters => NAMES.filter(name => !['q', 'sort', 'deleted'].includes(name) && filters[name]).length;

export const unfinished = video => ['QUEUED', 'RUNNING'].includes(video.state);
export const underWay = video => !['COMPLETED', 'FAILED', 'CANCELLED'].includes(video.state);
