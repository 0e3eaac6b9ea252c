/** One small class for each part of the API. */
package io.moneyprinter.gateway.routes;
