package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.node.TextNode;

/** JSON as commands put it together. */
final class CliJson {
  private CliJson() {}

  /** A text in its quotes. */
  static String text(String value) {
    return TextNode.valueOf(value).toString();
  }
}
