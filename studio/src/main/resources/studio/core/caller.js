// Who the node takes this tab for, and what it may do.

import {get} from './api.js';
import {onChange} from './session.js';

/** @typedef {{auth: 'local' | 'required', tenant?: string, subject?: string, scopes: string[]}} Caller */

/** @type {Promise<Caller> | null} */
let asked = null;

/** @returns {Promise<Caller>} */
export function caller() {
  asked ??= get('/v1/caller', {quiet: true}).catch(problem => {
    asked = null;
    throw problem;
  });
  return asked;
}

onChange(() => (asked = null));

/** Whether a caller holds a scope, such as 'videos:write'. */
export const may = (who, scope) => who.scopes.includes(scope) || who.scopes.includes('owner');
