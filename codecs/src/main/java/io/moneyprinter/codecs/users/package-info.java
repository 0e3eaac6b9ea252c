/** Accounts, sessions, roles, API keys, quotas, and who is calling. */
package io.moneyprinter.codecs.users;
