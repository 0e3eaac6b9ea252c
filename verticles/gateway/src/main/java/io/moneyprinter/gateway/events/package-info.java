/** Following jobs live, without gap and without repetition. */
package io.moneyprinter.gateway.events;
