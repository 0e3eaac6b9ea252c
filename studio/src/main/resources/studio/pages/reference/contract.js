// The OpenAPI document, made easy to walk.

const METHODS = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options'];

/** What a $ref leads to; anything else is itself. */
export function resolve(document, thing) {
  let at = thing;
  for (let steps = 0; at?.$ref && steps < 20; steps++) {
    at = at.$ref.slice(2).split('/').reduce((o, key) => o?.[key.replace(/~1/g, '/').replace(/~0/g, '~')], document);
  }
  return at ?? {};
}

/** @typedef {{id: string, method: string, path: string, tag: string, operation: object, parameters: object[]}} Operation */

/**
 * All operations in the order of the document, but for the addresses of pages.
 *
 * @returns {Operation[]}
 */
export function operations(document) {
  const found = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter(m => item[m])) {
      const operation = item[method];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
        .map(one => resolve(document, one));
      const tag = operation.tags?.[0] ?? '';
      if (tag !== 'page') found.push({id: operation.operationId, method, path, tag, operation, parameters});
    }
  }
  return found;
}

/** Those in which every word is found somewhere. */
export function matching(all, text) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({id, method, path, tag, operation}) => {
    const own = [id, method, path, tag, operation.summary, operation.description].join(' ').toLowerCase();
    return wanted.every(word => own.includes(word));
  });
}

/** By tag, in the order in which the tags come first. */
export const grouped = all => [...Map.groupBy(all, one => one.tag)];

/** A value that fits a schema: its example, default, or the simplest there is. */
export function sample(document, schema, depth = 0) {
  const s = resolve(document, schema);
  if (s.example !== undefined) return s.example;
  if (s.examples?.length) return s.examples[0];
  if (s.default !== undefined) return s.default;
  if (s.enum) return s.enum[0];
  const variant = s.oneOf?.[0] ?? s.anyOf?.[0] ?? s.allOf?.[0];
  if (variant && !s.properties) return sample(document, variant, depth);
  const type = Array.isArray(s.type) ? s.type.find(t => t !== 'null') : s.type;
  if (type === 'object' || s.properties) {
    const wanted = Object.entries(s.properties ?? {})
      .filter(([name]) => depth < 1 && !s.required?.length ? true : s.required?.includes(name))
      .slice(0, 6);
    return Object.fromEntries(wanted.map(([name, one]) => [name, sample(document, one, depth + 1)]));
  }
  if (type === 'array') return depth > 3 ? [] : [sample(document, s.items ?? {}, depth + 1)];
  return {integer: s.minimum ?? 1, number: s.minimum ?? 1, boolean: true}[type] ?? '';
}
