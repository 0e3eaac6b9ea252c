/** Passwords: their rules, and their hashes. */
package io.moneyprinter.users.password;
