/** Notices by e-mail. */
package io.moneyprinter.notification.mail;
