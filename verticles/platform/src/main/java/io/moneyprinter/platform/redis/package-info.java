/** Connections to Redis. */
package io.moneyprinter.platform.redis;
