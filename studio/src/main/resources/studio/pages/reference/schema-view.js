// A schema as a list of its properties; objects within open when they are asked for.

import {html, nothing} from '../../core/element.js';
import {words} from '../../core/words.js';
import {resolve} from './contract.js';
import {table} from './words.js';

const t = words(table);

/** The name of a type, such as 'list of string' or 'integer, 1–100'. */
export function typeName(document, schema) {
  const s = resolve(document, schema);
  if (s.enum) return s.enum.map(String).join(' | ');
  if (s.const !== undefined) return String(s.const);
  const several = s.oneOf ?? s.anyOf;
  if (several) return `${t('oneOf')} ${several.map(one => typeName(document, one)).join(', ')}`;
  const type = [s.type ?? (s.properties ? 'object' : 'any')].flat().filter(one => one !== 'null').join(' | ');
  if (type === 'array') return `${t('listOf')} ${typeName(document, s.items ?? {})}`;
  const range = s.minimum !== undefined || s.maximum !== undefined ? `, ${s.minimum ?? '…'}–${s.maximum ?? '…'}` : '';
  return type + (s.format ? ` (${s.format})` : '') + range;
}

const inner = (document, schema) => {
  const s = resolve(document, schema);
  return s.type === 'array' ? resolve(document, s.items ?? {}) : s;
};

/** Text with `code` in it. */
export const prose = text => (text ?? '').split('`').map((part, n) => (n % 2 ? html`<code>${part}</code>` : part));

function property(document, name, schema, required, depth) {
  const s = resolve(document, schema);
  const below = inner(document, schema);
  const opens = below.properties && depth < 6;
  return html`<li>
    <code>${name}</code> <span class="soft">${typeName(document, schema)}</span>
    ${required ? html`<span class="chip">${t('required')}</span>` : nothing}
    ${s.description ? html`<p>${prose(s.description)}</p>` : nothing}
    ${opens ? html`<mp-schema-part .document=${document} .schema=${below} .depth=${depth + 1}></mp-schema-part>` : nothing}
  </li>`;
}

/** The properties of a schema, and those of what it is put together from. */
export function schemaView(document, schema, depth = 0) {
  const s = inner(document, schema);
  const parts = [s, ...(s.allOf ?? []).map(one => resolve(document, one))];
  const properties = parts.flatMap(part => Object.entries(part.properties ?? {})
    .map(([name, one]) => property(document, name, one, part.required?.includes(name), depth)));
  return properties.length ? html`<ul class="properties">${properties}</ul>`
    : html`<p class="soft">${typeName(document, schema)}</p>`;
}
