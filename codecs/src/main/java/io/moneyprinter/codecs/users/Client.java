package io.moneyprinter.codecs.users;

/**
 * From where somebody logs in.
 *
 * @param address network address as text; {@code null} where it is not known
 * @param agent the program, as it names itself; {@code null} where it does not
 */
public record Client(String address, String agent) {}
