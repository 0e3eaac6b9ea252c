package io.moneyprinter.content.script;

/**
 * A string in quotes of any kind, in which quotes may stand that nobody escaped.
 *
 * @param end index behind it
 * @param complete whether it was closed
 */
record LooseString(String value, int end, boolean complete) {
  /** What a string may begin with. */
  static final String OPENING = "\"'“‘„«";

  /** Reads the string whose opening quote stands at {@code at}. */
  static LooseString read(String text, int at) {
    return new Reader(text, at).string();
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text, int at) {
      this.text = text;
      this.at = at;
    }

    /**
     * A quote ends a string only where one could end: before a comma, colon, bracket or the end.
     */
    private LooseString string() {
      char open = text.charAt(at++);
      String closing =
          switch (open) {
            case '“', '„' -> "”“\"";
            case '‘' -> "’'";
            case '«' -> "»";
            default -> String.valueOf(open);
          };
      StringBuilder read = new StringBuilder();
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c == '\\' && at < text.length()) {
          escape(read, text.charAt(at++));
        } else if (closing.indexOf(c) >= 0 && endsHere()) {
          return new LooseString(read.toString(), at, true);
        } else {
          read.append(c);
        }
      }
      return new LooseString(read.toString(), at, false);
    }

    private boolean endsHere() {
      int next = at;
      boolean newLine = false;
      while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
        newLine |= text.charAt(next) == '\n';
        next++;
      }
      if (next >= text.length()) {
        return true;
      }
      char c = text.charAt(next);
      if (c == ',' || c == '，') {
        // Inside of prose a comma follows a quote too; what comes after it in JSON is a new item.
        int item = next + 1;
        while (item < text.length() && Character.isWhitespace(text.charAt(item))) {
          item++;
        }
        return item >= text.length()
            || (OPENING + "{[]}").indexOf(text.charAt(item)) >= 0
            || bareName(item)
            || Character.isDigit(text.charAt(item));
      }
      return ":：}]".indexOf(c) >= 0 || newLine && (OPENING + "{[").indexOf(c) >= 0;
    }

    /** Whether a name without quotes and its colon stand here, or one of JSON's words. */
    private boolean bareName(int from) {
      int to = from;
      while (to < text.length()
          && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '_')) {
        to++;
      }
      String word = text.substring(from, to);
      return word.equals("null")
          || word.equals("true")
          || word.equals("false")
          || word.equals("None")
          || to > from && to < text.length() && text.charAt(to) == ':';
    }

    private void escape(StringBuilder read, char c) {
      switch (c) {
        case 'n', 'r' -> read.append('\n');
        case 't' -> read.append('\t');
        case 'b', 'f' -> read.append(' ');
        case 'u' -> {
          int end = Math.min(text.length(), at + 4);
          try {
            read.append((char) Integer.parseInt(text.substring(at, end), 16));
            at = end;
          } catch (NumberFormatException e) {
            read.append('u');
          }
        }
        default -> read.append(c);
      }
    }
  }
}
