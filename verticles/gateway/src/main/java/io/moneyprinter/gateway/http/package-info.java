/**
 * How requests come in and answers go out: the chain before every route, and the one place where
 * failures become answers.
 */
package io.moneyprinter.gateway.http;
