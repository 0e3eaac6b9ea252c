// One operation: what it takes, what it answers, and how to call it.

import {html, nothing} from '../../core/element.js';
import {words} from '../../core/words.js';
import {curl} from '../../parts/as-api.js';
import {resolve, sample} from './contract.js';
import {prose, schemaView, typeName} from './schema-view.js';
import './schema-part.js';
import {table} from './words.js';

const t = words(table);

const json = content => content?.['application/json'] ?? Object.values(content ?? {})[0];

const parameters = (document, list) => (list.length ? html`<h4>${t('parameters')}</h4><ul class="properties">${list.map(one => html`
  <li><code>${one.name}</code> <span class="soft">${t('in', {place: one.in})}, ${typeName(document, one.schema ?? {})}</span>
    ${one.required ? html`<span class="chip">${t('required')}</span>` : nothing}
    ${one.description ? html`<p>${prose(one.description)}</p>` : nothing}</li>`)}</ul>` : nothing);

function body(document, operation) {
  const asked = resolve(document, operation.requestBody);
  if (!asked.content) return nothing;
  return html`<h4>${t('body')} <span class="soft">${Object.keys(asked.content).join(', ')}</span></h4>
    ${asked.description ? html`<p>${prose(asked.description)}</p>` : nothing}
    ${schemaView(document, json(asked.content)?.schema ?? {})}`;
}

const answers = (document, operation) => html`<h4>${t('answers')}</h4><ul class="properties">${Object.entries(operation.responses ?? {}).map(([status, answer]) => {
  const said = resolve(document, answer);
  const schema = json(said.content)?.schema;
  return html`<li><code>${status}</code> ${prose(said.description)}
    ${schema && status.startsWith('2') ? html`<mp-schema-part .document=${document} .schema=${schema} .depth=${1}></mp-schema-part>` : nothing}</li>`;
})}</ul>`;

function example(document, {method, path, operation}) {
  const schema = json(resolve(document, operation.requestBody).content)?.schema;
  return curl({method: method.toUpperCase(), path: path.replace(/[{}]/g, ''),
    body: schema ? sample(document, schema) : undefined});
}

/** @param {import('./contract.js').Operation} one */
export const operationView = (document, one) => html`
  <div class="operation">
    ${one.operation.deprecated ? html`<p><span class="chip warn">${t('deprecated')}</span></p>` : nothing}
    <p>${prose(one.operation.description)}</p>
    ${parameters(document, one.parameters)}
    ${body(document, one.operation)}
    ${answers(document, one.operation)}
    <figure class="listing"><figcaption>${t('example')}</figcaption><pre tabindex="0"><code>${example(document, one)}</code></pre></figure>
  </div>`;
