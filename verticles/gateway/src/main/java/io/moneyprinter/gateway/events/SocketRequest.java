package io.moneyprinter.gateway.events;

/**
 * What a client says on a socket: one of the four.
 *
 * @param subscribe id of the job to follow
 * @param after sequence of the last event already seen; absent for all
 * @param unsubscribe id of the job to follow no longer
 * @param watch what to hear of from now on
 * @param prefix of the keys of settings that are watched; absent for all
 * @param unwatch what to hear of no longer
 */
record SocketRequest(
    String subscribe,
    Long after,
    String unsubscribe,
    SocketWatch.Subject watch,
    String prefix,
    SocketWatch.Subject unwatch) {}
