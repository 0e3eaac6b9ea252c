/**
 * Measurements that a person runs: our rendering against the least possible and against other ways,
 * clusters, storage.
 */
package io.moneyprinter.launcher.benchmark;
