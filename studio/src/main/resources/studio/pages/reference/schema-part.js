// An object within an object, drawn when it is opened: schemas may contain themselves.

import {define, Element, html, nothing} from '../../core/element.js';
import {schemaView} from './schema-view.js';

class SchemaPart extends Element {
  static properties = {document: {attribute: false}, schema: {attribute: false}, depth: {attribute: false}, open: {state: true}};

  render() {
    return html`<details @toggle=${event => (this.open = event.target.open)}>
      <summary>{ … }</summary>
      ${this.open ? schemaView(this.document, this.schema, this.depth) : nothing}</details>`;
  }
}

define('mp-schema-part', SchemaPart);
