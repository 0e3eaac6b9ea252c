package io.moneyprinter.speech.remote;

import java.util.function.ToIntFunction;

/**
 * What distinguishes one remote provider from the others.
 *
 * @param id one lower-case word; the first part of its voices' ids
 * @param priced whose price holds for its characters: its id, or with its model behind a slash
 * @param version changes whenever the same request would sound different
 * @param measure of a text, in what the provider counts
 * @param limit the most of that measure at a time
 * @param paid whether every character costs something
 */
public record RemoteTraits(
    String id,
    String priced,
    String version,
    ToIntFunction<String> measure,
    int limit,
    boolean paid) {
  /** A provider that counts characters. */
  public static RemoteTraits counting(
      String id, String priced, String version, int characters, boolean paid) {
    return new RemoteTraits(
        id, priced, version, text -> text.codePointCount(0, text.length()), characters, paid);
  }
}
