/** Events as they are kept for later, notices to people, and webhooks. */
package io.moneyprinter.codecs.notification;
