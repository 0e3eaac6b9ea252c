/** How much a caller may ask for: token buckets that all nodes share. */
package io.moneyprinter.gateway.limit;
