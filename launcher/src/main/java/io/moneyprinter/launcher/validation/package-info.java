/** What has to be right before a node in production may start. */
package io.moneyprinter.launcher.validation;
