package io.moneyprinter.codecs.video;

/**
 * Where the pictures come from.
 *
 * @param collection id of an imported collection whose files are matched to the scenes; absent for
 *     the generated source alone
 */
public record MaterialsBrief(String collection) {
  public static final MaterialsBrief GENERATED = new MaterialsBrief(null);
}
