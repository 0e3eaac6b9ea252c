package io.moneyprinter.monitoring.agent;

import io.vertx.core.Future;

/**
 * What tells a node from others, for people.
 *
 * @param name as operators call it
 * @param address where the other nodes reach it; {@code null} for a node that is alone
 * @param build digest of the program; its value may be {@code null} where there is none
 */
public record NodeIdentity(String name, String address, Future<String> build) {}
