package io.moneyprinter.platform.tasks;

import java.util.function.Consumer;

/**
 * A ticket in the hands of a consumer.
 *
 * @param settled called once when it was handled: with null, or with what went wrong
 */
record Delivery(String id, Consumer<Throwable> settled) {}
