/** Letters of the accounts, sent from an outbox. */
package io.moneyprinter.users.mail;
