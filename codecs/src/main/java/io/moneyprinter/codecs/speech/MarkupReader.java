package io.moneyprinter.codecs.speech;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads marked-up speech from people who may mean harm: no document type, so no entities; no
 * comments, no processing instructions; known elements and attributes only; little depth.
 */
final class MarkupReader {
  private static final int DEEPEST = 12;

  private static final String OTHERS =
      "voice, audio and lexicon are chosen by keys of the brief; the rest is not passed on";

  /** Elements that may stand in a text, with their attributes. */
  private static final Map<String, Set<String>> KNOWN =
      Map.ofEntries(
          Map.entry("p", Set.of("xml:lang")),
          Map.entry("s", Set.of("xml:lang")),
          Map.entry("break", Set.of("time", "strength")),
          Map.entry("prosody", Set.of("rate", "pitch", "volume", "range", "contour", "duration")),
          Map.entry("emphasis", Set.of("level")),
          Map.entry("say-as", Set.of("interpret-as", "format", "detail")),
          Map.entry("sub", Set.of("alias")),
          Map.entry("phoneme", Set.of("alphabet", "ph")),
          Map.entry("lang", Set.of("xml:lang")),
          Map.entry("mark", Set.of("name")),
          Map.entry("bookmark", Set.of("mark")),
          Map.entry("mstts:express-as", Set.of("style", "styledegree", "role")),
          Map.entry("mstts:silence", Set.of("type", "value")));

  private static final Set<String> EMPTY = Set.of("break", "mark", "bookmark", "mstts:silence");

  private final String document;
  private final PlainSpeech plain = new PlainSpeech();
  private final StringBuilder inner = new StringBuilder();
  private final Set<String> elements = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();

  MarkupReader(String document) {
    this.document = document.strip();
  }

  SpeechMarkup read() {
    if (document.length() > SpeechMarkup.LONGEST) {
      throw wrong(
          "has "
              + document.length()
              + " characters; at most "
              + SpeechMarkup.LONGEST
              + " are read");
    }
    if (document.contains("<!") || document.contains("<?")) {
      throw wrong("may hold no DOCTYPE, comment, CDATA or processing instruction: leave it out");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Prefixes are told apart as they are written: nothing has to be declared.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
      while (reader.hasNext()) {
        event(reader);
      }
    } catch (XMLStreamException e) {
      throw wrong(
          "is no XML (line %d, column %d): close every element, and write & as &amp; and < as &lt;"
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getLineNumber(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNumber()));
    }
    if (plain.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw wrong("must say something beside its marks");
    }
    return new SpeechMarkup(
        plain.text(), inner.toString(), elements, plain.pauses(), plain.aliases());
  }

  private void event(XMLStreamReader reader) throws XMLStreamException {
    switch (reader.next()) {
      case XMLStreamConstants.START_ELEMENT -> start(reader);
      case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
      case XMLStreamConstants.CHARACTERS -> text(reader.getText());
      default -> {
        // Space around the document, and its end.
      }
    }
  }

  private void start(XMLStreamReader reader) {
    String name = reader.getLocalName();
    open.push(name);
    if (open.size() == 1) {
      if (!name.equals("speak")) {
        throw wrong("must begin with <speak>");
      }
      return;
    }
    if (!KNOWN.containsKey(name)) {
      throw wrong(
          "may not hold <%s>; known are %s (%s)"
              .formatted(name, new TreeSet<>(KNOWN.keySet()), OTHERS));
    }
    if (open.size() > DEEPEST) {
      throw wrong("is nested more than " + DEEPEST + " deep");
    }
    elements.add(name);
    inner.append('<').append(name);
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i);
      if (!KNOWN.get(name).contains(attribute)) {
        throw wrong(
            "may not say %s of <%s>; known are %s"
                .formatted(attribute, name, new TreeSet<>(KNOWN.get(name))));
      }
      attributes.put(attribute, reader.getAttributeValue(i));
      inner.append(' ').append(attribute).append("=\"");
      inner.append(escaped(reader.getAttributeValue(i))).append('"');
    }
    inner.append(EMPTY.contains(name) ? "/>" : ">");
    if (name.equals("break")) {
      plain.pause(MarkupPause.seconds(attributes));
    } else if (name.equals("sub")) {
      plain.beginAlias(attributes.get("alias"));
    }
    apart(name);
  }

  private void end(String name) {
    open.pop();
    if (open.isEmpty()) {
      return;
    }
    if (!EMPTY.contains(name)) {
      inner.append("</").append(name).append('>');
    }
    if (name.equals("sub")) {
      plain.endAlias();
    }
    apart(name);
  }

  /** Paragraphs, sentences and pauses are not written together. */
  private void apart(String name) {
    if (name.equals("p") || name.equals("s") || name.equals("break")) {
      plain.space();
    }
  }

  private void text(String text) {
    if (EMPTY.contains(open.peek()) && !text.isBlank()) {
      throw wrong("may have nothing within <" + open.peek() + ">");
    }
    if (open.size() == 1 || !EMPTY.contains(open.peek())) {
      inner.append(escaped(text));
    }
    plain.say(text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("The markup " + what);
  }
}
