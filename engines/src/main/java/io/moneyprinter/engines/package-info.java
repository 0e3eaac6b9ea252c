/**
 * Real PostgreSQL and Redis as child processes of this JVM, out of Maven artifacts: nothing to
 * install, nothing left running. The public faces are {@link
 * io.moneyprinter.engines.EmbeddedPostgres} and {@link io.moneyprinter.engines.EmbeddedRedis};
 * every failure is an {@link io.moneyprinter.engines.EngineException} that says what is wrong and
 * what to do.
 */
package io.moneyprinter.engines;
