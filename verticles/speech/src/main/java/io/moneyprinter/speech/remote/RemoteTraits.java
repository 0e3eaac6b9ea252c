package io.moneyprinter.speech.remote;

import java.util.function.ToIntFunction;

/**
 * What distinguishes one remote provider from the others.
 *
 * @param id one lower-case word; the first part of its voices' ids, and whom costs are booked for
 * @param version changes whenever the same request would sound different
 * @param measure of a text, in what the provider counts
 * @param limit the most of that measure at a time
 * @param paid whether every character costs something
 */
public record RemoteTraits(
    String id, String version, ToIntFunction<String> measure, int limit, boolean paid) {
  /** A paid provider that counts characters. */
  public static RemoteTraits paid(String id, String version, int characters) {
    return new RemoteTraits(
        id, version, text -> text.codePointCount(0, text.length()), characters, true);
  }
}
