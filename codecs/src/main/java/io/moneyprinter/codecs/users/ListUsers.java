package io.moneyprinter.codecs.users;

/**
 * Asks for the people and service accounts of the caller's tenant.
 *
 * @param limit 1 to 200
 * @param after id of the last one that is known; {@code null} to begin
 */
public record ListUsers(int limit, String after) {}
