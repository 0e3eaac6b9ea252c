/** What all services of one process share. */
package io.moneyprinter.platform.node;
