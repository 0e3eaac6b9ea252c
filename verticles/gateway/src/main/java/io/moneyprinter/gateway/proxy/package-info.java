/** Passing requests on to HTTP services in other languages. */
package io.moneyprinter.gateway.proxy;
