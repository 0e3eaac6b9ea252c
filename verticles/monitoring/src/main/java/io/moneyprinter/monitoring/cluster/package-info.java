/** What a monitoring service knows of all nodes together. */
package io.moneyprinter.monitoring.cluster;
