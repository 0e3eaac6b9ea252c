/** The analytics service: days of usage, and reports over them. */
package io.moneyprinter.analytics;
