package io.moneyprinter.speech.mary;

import io.moneyprinter.speech.provider.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads from the engine's acoustic parameters (ACOUSTPARAMS) when each written word sounds. Lengths
 * of phones and boundaries are added up, because the engine's own end times leave boundaries out.
 */
final class MaryTimings {
  private record Token(String letters, Span span) {}

  private final List<Token> tokens = new ArrayList<>();
  private double clock;

  private MaryTimings() {}

  /**
   * @param spoken what was given to the engine for each written word
   * @param seconds length of the audio that was made of the document
   */
  static List<Span> of(Document document, List<String> spoken, double seconds) {
    var timings = new MaryTimings();
    timings.walk(document.getDocumentElement());
    double scale = timings.clock > 0 ? seconds / timings.clock : 1;
    return timings.place(spoken).stream().map(span -> span.times(scale)).toList();
  }

  private void walk(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        visit(element);
      }
    }
  }

  private void visit(Element element) {
    double start = clock;
    switch (element.getTagName()) {
      case "boundary" -> clock += seconds(element, "duration");
      case "t" -> {
        var phones = element.getElementsByTagName("ph");
        for (int i = 0; i < phones.getLength(); i++) {
          clock += seconds((Element) phones.item(i), "d");
        }
        add(ownText(element), start);
      }
      case "mtu" -> {
        // One written token that is said as several words, such as a number.
        int first = tokens.size();
        walk(element);
        if (tokens.size() > first) {
          double begins = tokens.get(first).span().start();
          tokens.subList(first, tokens.size()).clear();
          add(element.getAttribute("orig"), begins);
        }
      }
      default -> walk(element);
    }
  }

  private void add(String text, double start) {
    if (clock > start) {
      tokens.add(new Token(letters(text), new Span(start, clock)));
    }
  }

  /** Finds each token's letters in those of the words, onwards from where the last one was. */
  private List<Span> place(List<String> spoken) {
    var all = new StringBuilder();
    List<Integer> owners = new ArrayList<>();
    for (int word = 0; word < spoken.size(); word++) {
      String letters = letters(spoken.get(word));
      all.append(letters);
      for (int i = 0; i < letters.length(); i++) {
        owners.add(word);
      }
    }
    var spans = new Span[spoken.size()];
    int at = 0;
    for (Token token : tokens) {
      int found = token.letters().isEmpty() ? -1 : all.indexOf(token.letters(), at);
      int begin = found < 0 ? at : found;
      int end = Math.min(all.length(), begin + token.letters().length());
      for (int i = begin; i < Math.max(end, begin + 1) && i < owners.size(); i++) {
        int word = owners.get(i);
        spans[word] = spans[word] == null ? token.span() : joined(spans[word], token.span());
      }
      at = end;
    }
    return filled(spans);
  }

  private static Span joined(Span first, Span second) {
    return new Span(Math.min(first.start(), second.start()), Math.max(first.end(), second.end()));
  }

  /** A word of which nothing was said stands at the end of the one before. */
  private static List<Span> filled(Span[] spans) {
    double at = 0;
    List<Span> filled = new ArrayList<>();
    for (Span span : spans) {
      Span placed = span == null ? new Span(at, at) : span;
      filled.add(placed);
      at = placed.end();
    }
    return filled;
  }

  private static double seconds(Element element, String attribute) {
    String milliseconds = element.getAttribute(attribute);
    return milliseconds.isEmpty() ? 0 : Double.parseDouble(milliseconds) / 1000;
  }

  private static String ownText(Element element) {
    var text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.TEXT_NODE) {
        text.append(node.getNodeValue());
      }
    }
    return text.toString();
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
