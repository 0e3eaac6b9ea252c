// What of the library is shown; it stands in the address.

const NAMES = ['q', 'kind', 'tag', 'collection', 'deleted'];

/** @param {URLSearchParams} query */
export const filtersOf = query => Object.fromEntries(NAMES.map(name => [name, query.get(name) ?? '']));

const said = filters => new URLSearchParams(NAMES.filter(name => filters[name]).map(name => [name, filters[name]]));

export function addressOf(filters) {
  const query = said(filters).toString();
  return query ? `/materials?${query}` : '/materials';
}

/** Where the node lists it; the cursor is that of the page before. */
export function pathOf(filters, cursor) {
  const query = said(filters);
  query.set('limit', '40');
  if (cursor) query.set('cursor', cursor);
  return `/v1/materials?${query}`;
}

/** Words between commas, each once. */
export const tagsOf = text => [...new Set(text.split(',').map(tag => tag.trim()).filter(Boolean))];
