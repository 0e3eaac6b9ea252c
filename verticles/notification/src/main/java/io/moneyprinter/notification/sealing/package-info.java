/** Encrypting the secrets that lie in the database. */
package io.moneyprinter.notification.sealing;
