package io.moneyprinter.codecs.export;

import java.util.List;

/**
 * Some rows, about a mebibyte of them at most.
 *
 * @param rows each a JSON object on one line, for people and programs outside to read
 * @param next what to ask for the following page with; null after the last one
 */
public record ExportedRows(List<String> rows, String next) {
  public ExportedRows {
    rows = rows == null ? List.of() : List.copyOf(rows);
  }
}
