/** Files between the nodes of a cluster. */
package io.moneyprinter.storage.exchange;
