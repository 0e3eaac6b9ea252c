/** Threads for work that would block an event loop. */
package io.moneyprinter.platform.pools;
