/** What people are told: from what happened to a line in their list and to what is sent to them. */
package io.moneyprinter.notification.notice;
