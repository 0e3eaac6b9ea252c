/** Letters to people, over one mail server for all services. */
package io.moneyprinter.platform.mail;
