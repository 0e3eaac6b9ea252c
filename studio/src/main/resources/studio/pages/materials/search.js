// What of the library is shown; it stands in the address.

const NAMES = ['q', 'kind', 'tag', 'collection', 'deleted'];

/** @param {URLSearchParams} query */
export const filtersOf = query => Object.fromEntries(NAMES.map(name => [name, query.get(name) ?? '']));

const said = filters => new URLSearchParams(NAMES.filter(name => filters[name]).map(name => [name, filters[name]]));

export function addressOf(filters) {
  const query = said(filters).toString();
  return query ? `/materials?${query}` : '/materials';
}

/** How many are fetched at once, and the most of one request. */
export const PAGE = 40;
export const MOST = 100;

/** Where the node lists it; the cursor is that of the page before. */
export function pathOf(filters, {cursor, limit = PAGE} = {}) {
  const query = said(filters);
  query.set('limit', String(limit));
  if (cursor) query.set('cursor', cursor);
  return `/v1/materials?${query}`;
}

/** Words between commas, each once. */
export const tagsOf = text => [...new Set(text.split(',').map(tag => tag.trim()).filter(Boolean))];
