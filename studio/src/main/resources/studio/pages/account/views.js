// What one can do without being logged in: which fields it takes, and what it asks of the node.

import {post} from '../../core/api.js';
import {enter} from '../../core/session.js';

const quiet = (path, body) => post(path, body, {}, {quiet: true});

async function logIn(path, body) {
  enter(await quiet(path, body));
  return {in: true};
}

const passwordSet = fields => ({
  fields,
  words: 'reset',
  fresh: true,
  next: 'login',
  go: ({email, password, name}, token) => quiet('/v1/auth/password/set', {token, password, ...(email && {email}), ...(name && {name})}),
});

/**
 * fields: of the form. fresh: the password is a new one. next: the view that follows. words: whose
 * words its button and its end have, where not its own.
 */
export const VIEWS = {
  login: {
    fields: ['email', 'password'],
    go: ({email, password, code}) => logIn('/v1/auth/login', {email, password, ...(code && {code: code.trim()})}),
  },
  register: {fields: ['email', 'name', 'password'], fresh: true, go: body => quiet('/v1/auth/register', body)},
  forgotten: {fields: ['email'], go: body => quiet('/v1/auth/password/forgotten', body)},
  verify: {fields: [], next: 'login', go: (body, token) => quiet('/v1/auth/verify', {token})},
  reset: passwordSet(['password']),
  invite: passwordSet(['name', 'password']),
  setup: passwordSet(['email', 'password']),
  exchange: {fields: [], at: 'once', go: (body, token) => logIn('/v1/auth/exchange', {token})},
};

/** What a link leads to: #verify=SECRET, #login=TICKET (from another service), #register. */
export function read(hash) {
  const [name, token = ''] = hash.slice(1).split('=');
  if (name === 'login' && token) return {name: 'exchange', token};
  return {name: Object.hasOwn(VIEWS, name) && name !== 'exchange' ? name : 'login', token};
}
