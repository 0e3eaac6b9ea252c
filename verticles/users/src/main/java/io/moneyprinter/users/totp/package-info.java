/** Codes of a second factor (RFC 6238), and those that recover from its loss. */
package io.moneyprinter.users.totp;
