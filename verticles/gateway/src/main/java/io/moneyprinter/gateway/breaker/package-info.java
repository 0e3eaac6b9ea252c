/** What keeps requests from waiting for services that do not answer. */
package io.moneyprinter.gateway.breaker;
