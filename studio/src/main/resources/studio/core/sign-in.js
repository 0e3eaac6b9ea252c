// The dialog that comes when a login is needed or has run out, over whatever is being done.

import {html, nothing} from './element.js';
import {Problem} from './api.js';
import {credential, enter, enterKey, onChange, onNeeded} from './session.js';
import {onMove} from './router.js';
import {words} from './words.js';
import {dialog} from '../parts/dialog.js';
import {problemBox} from '../parts/problem.js';

const t = words({
  en: {title: 'Log in to go on', kept: 'What you were doing goes on afterwards.', email: 'E-mail address', password: 'Password', code: 'One-time or recovery code', login: 'Log in', key: 'Use an API key instead', keyLabel: 'API key', useKey: 'Continue', account: 'No account yet, or password forgotten?', keyHint: 'The first key of a node is in its file data/api-key.'},
  zh: {title: '请登录以继续', kept: '登录后会接着做刚才的事。', email: '电子邮箱', password: '密码', code: '一次性验证码或恢复码', login: '登录', key: '改用 API 密钥', keyLabel: 'API 密钥', useKey: '继续', account: '还没有账户，或忘记了密码？', keyHint: '节点的第一个密钥在其 data/api-key 文件中。'},
  es: {title: 'Inicie sesión para continuar', kept: 'Lo que estaba haciendo sigue después.', email: 'Correo electrónico', password: 'Contraseña', code: 'Código de un solo uso o de recuperación', login: 'Iniciar sesión', key: 'Usar una clave de API', keyLabel: 'Clave de API', useKey: 'Continuar', account: '¿Aún sin cuenta, o contraseña olvidada?', keyHint: 'La primera clave de un nodo está en su archivo data/api-key.'},
  de: {title: 'Zum Weitermachen anmelden', kept: 'Was Sie gerade taten, geht danach weiter.', email: 'E-Mail-Adresse', password: 'Passwort', code: 'Einmal- oder Wiederherstellungscode', login: 'Anmelden', key: 'Stattdessen einen API-Schlüssel nehmen', keyLabel: 'API-Schlüssel', useKey: 'Weiter', account: 'Noch kein Konto, oder Passwort vergessen?', keyHint: 'Der erste Schlüssel eines Knotens steht in seiner Datei data/api-key.'},
});

const state = {byKey: false, second: false, problem: null, busy: false};

async function logIn(form) {
  const {email, password, code} = Object.fromEntries(new FormData(form));
  const response = await fetch('/v1/auth/login', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({email, password, ...(code && {code: code.trim()})}),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, answer, response.headers);
  enter(answer);
}

async function submit(event, redraw) {
  event.preventDefault();
  const form = event.target;
  state.busy = true;
  state.problem = null;
  redraw();
  try {
    if (state.byKey) enterKey(new FormData(form).get('key').trim());
    else await logIn(form);
  } catch (problem) {
    state.second ||= String(problem.body?.type).includes('code') || /code/i.test(problem.message);
    state.problem = problem;
  }
  state.busy = false;
  redraw();
}

const byPassword = () => html`
  <label>${t('email')}<input name="email" type="email" autocomplete="username" required autofocus></label>
  <label>${t('password')}<input name="password" type="password" autocomplete="current-password" required></label>
  ${state.second ? html`<label>${t('code')}<input name="code" autocomplete="one-time-code" maxlength="40"></label>` : nothing}
  <button class="primary" ?disabled=${state.busy}>${t('login')}</button>`;

const byKey = () => html`
  <label>${t('keyLabel')}<input name="key" type="password" autocomplete="off" spellcheck="false" required></label>
  <p class="hint">${t('keyHint')}</p>
  <button class="primary" ?disabled=${state.busy}>${t('useKey')}</button>`;

const body = redraw => html`
  <p class="hint">${t('kept')}</p>
  <form class="stack" id="sign-in" @submit=${event => submit(event, redraw)}>
    ${state.byKey ? byKey() : byPassword()}
    ${problemBox(state.problem)}
  </form>
  <p class="hint"><button class="plain small" type="button" @click=${() => ((state.byKey = !state.byKey), redraw())}>${state.byKey ? t('login') : t('key')}</button>
    <a href="/account">${t('account')}</a></p>`;

/** The account's own page asks as well. */
const asked = () => !credential() && location.pathname !== '/account';

/** Listens for the need; other tabs' logins close the dialog too. */
export function signInWhenNeeded() {
  let needed = false;
  let open = false;
  let shut = () => {};
  onChange(() => {
    if (!credential()) return;
    needed = false;
    shut();
  });
  const ask = async () => {
    if (open) return;
    open = true;
    while (needed && asked()) {
      await dialog({
        title: t('title'),
        asks: false, // what is typed here is no work
        body: (close, redraw) => {
          shut = close;
          return body(redraw);
        },
      });
    }
    open = false;
  };
  onNeeded(() => {
    needed = true;
    ask();
  });
  onMove(() => needed && ask());
}
