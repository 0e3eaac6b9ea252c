/** Files with orders for times to come. */
package io.moneyprinter.launcher.schedule;
