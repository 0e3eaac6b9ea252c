// The two sides of the dashboard.

import {html, nothing} from '../../core/element.js';
import {t} from './words.js';

/** @param {'overview' | 'jobs'} here */
export const tabs = here => html`<nav class="tabs row" aria-label=${t('pages')}>
  ${[['overview', '/dashboard'], ['jobs', '/dashboard/jobs']].map(([name, href]) =>
    html`<a class="button ${here === name ? 'quiet' : 'plain'} small" href=${href} aria-current=${here === name ? 'page' : nothing}>${t(name)}</a>`)}</nav>`;
