/** Logins with an account of somewhere else (OpenID Connect). */
package io.moneyprinter.users.oidc;
