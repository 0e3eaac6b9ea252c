/**
 * The notification service. Here: the history of events, from which whoever was away catches up.
 */
package io.moneyprinter.notification;
