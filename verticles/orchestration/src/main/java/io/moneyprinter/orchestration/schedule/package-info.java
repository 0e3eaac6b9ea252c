/** Orders for times to come: when they are due, and making their videos then. */
package io.moneyprinter.orchestration.schedule;
