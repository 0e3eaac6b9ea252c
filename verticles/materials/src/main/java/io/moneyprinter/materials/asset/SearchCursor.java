package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.SearchAssets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The place after an asset in the order of a search. Callers get it as text that says nothing to
 * them, and have to give it back with the same search.
 *
 * @param search which search, without its page
 * @param rank how well the asset fitted
 * @param at when it was made, in microseconds since 1970
 */
record SearchCursor(int search, double rank, long at, String id) {
  static int mark(SearchAssets search) {
    return new SearchAssets(
            search.text(),
            search.kind(),
            search.orientation(),
            search.minSeconds(),
            search.maxSeconds(),
            search.tags(),
            search.collection(),
            search.deleted(),
            1,
            null)
        .toString()
        .hashCode();
  }

  String text() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(RecordJson.cbor().writeValueAsBytes(this));
    } catch (IOException e) {
      throw new IllegalStateException("A cursor is CBOR", e);
    }
  }

  /** {@code INVALID} for a text that is no cursor of this search. */
  static SearchCursor read(SearchAssets search) {
    try {
      byte[] bytes =
          Base64.getUrlDecoder().decode(search.cursor().getBytes(StandardCharsets.UTF_8));
      SearchCursor cursor = RecordJson.cbor().readValue(bytes, SearchCursor.class);
      if (cursor.id() != null && cursor.search() == mark(search)) {
        return cursor;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw wrong();
    }
    throw wrong();
  }

  private static ServiceFailure wrong() {
    return ServiceFailure.invalid(
        "/cursor",
        "This is no cursor of this search: give the one from its last page, with the same filters");
  }
}
