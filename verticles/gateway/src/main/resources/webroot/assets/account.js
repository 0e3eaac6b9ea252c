// Logging in, and what the links of letters lead to.

import {Problem, credential, get, send} from '/assets/api.js';

const $ = id => document.getElementById(id);

/** Each view: its title, its fields, its button, and what the button does. */
const views = {
  login: {
    title: 'Log in',
    fields: ['email', 'password'],
    button: 'Log in',
    async go() {
      const code = $('code').value.trim();
      enter(await send('POST', '/v1/auth/login', {
        email: $('email').value,
        password: $('password').value,
        ...(code && {code}),
      }));
    },
  },
  register: {
    title: 'Make an account',
    fields: ['email', 'password'],
    button: 'Make it',
    fresh: true,
    async go() {
      await send('POST', '/v1/auth/register', {
        email: $('email').value, password: $('password').value});
      return 'A letter is on its way. Open its link to confirm the address.';
    },
  },
  forgotten: {
    title: 'Set a new password',
    fields: ['email'],
    button: 'Send me a link',
    async go() {
      await send('POST', '/v1/auth/password/forgotten', {email: $('email').value});
      return 'If there is such an account, a letter with a link is on its way.';
    },
  },
  verify: {
    title: 'Confirm your e-mail address',
    fields: [],
    button: 'Confirm',
    async go(token) {
      await send('POST', '/v1/auth/verify', {token});
      show('login');
      return 'Confirmed. You can log in now.';
    },
  },
  reset: passwordView('Set a new password', ['password']),
  invite: passwordView('Welcome: choose a password', ['password']),
  setup: passwordView('Make the first account', ['email', 'password']),
  exchange: {
    title: 'Logging in',
    fields: [],
    button: 'Go on',
    async go(token) {
      enter(await send('POST', '/v1/auth/exchange', {token}));
    },
  },
};

function passwordView(title, fields) {
  return {
    title,
    fields,
    button: 'Set the password',
    fresh: true,
    async go(token) {
      await send('POST', '/v1/auth/password/set', {
        token,
        password: $('password').value,
        ...(fields.includes('email') && {email: $('email').value}),
      });
      show('login');
      return 'The password is set. You can log in now.';
    },
  };
}

let view = views.login;
let token = '';

function enter(login) {
  credential.open(login);
  location.assign('/');
}

function show(name) {
  view = views[name] || views.login;
  $('title').textContent = view.title;
  $('go').textContent = view.button;
  for (const field of ['email', 'password']) {
    const wanted = view.fields.includes(field);
    $(`${field}-field`).hidden = !wanted;
    $(field).required = wanted;
  }
  $('code-field').hidden = true;
  $('password').value = '';
  $('password').autocomplete = view.fresh ? 'new-password' : 'current-password';
  $('other').hidden = view !== views.login;
  $('problem').hidden = true;
  $('hint').textContent = '';
}

/** The secret leaves the address bar, and the history, before anything else happens. */
function read() {
  const [name, secret = ''] = location.hash.slice(1).split('=');
  token = secret;
  if (secret) history.replaceState(null, '', '/account');
  show(name === 'login' && secret ? 'exchange' : name || 'login');
  if (view === views.exchange) act();
}

async function act() {
  $('go').disabled = true;
  $('problem').hidden = true;
  try {
    const said = await view.go(token);
    if (said) $('hint').textContent = said;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.violations.some(v => v.pointer === '/code')) {
      $('code-field').hidden = false;
      $('code').focus();
    }
    $('problem').textContent = problem.message;
    $('problem').hidden = false;
  } finally {
    $('go').disabled = false;
  }
}

$('form').addEventListener('submit', event => {
  event.preventDefault();
  act();
});
window.addEventListener('hashchange', read);
get('/v1/auth/methods').then(methods => {
  $('register').hidden = !methods.registration;
  $('open-id').hidden = !methods.openId;
}).catch(() => {}); // without an answer, the password alone is offered
read();
