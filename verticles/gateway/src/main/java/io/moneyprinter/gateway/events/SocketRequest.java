package io.moneyprinter.gateway.events;

/**
 * What a client says on a socket: one of the two.
 *
 * @param subscribe id of the job to follow
 * @param after sequence of the last event already seen; absent for all
 * @param unsubscribe id of the job to follow no longer
 */
record SocketRequest(String subscribe, Long after, String unsubscribe) {}
