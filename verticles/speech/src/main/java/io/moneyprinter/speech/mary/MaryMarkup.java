package io.moneyprinter.speech.mary;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a sentence as the engine's input (RAWMARYXML), with pronunciations where they are known.
 */
final class MaryMarkup {
  private static final String NAMESPACE = "http://mary.dfki.de/2002/MaryXML";
  private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  private static final Pattern UNKNOWN = Pattern.compile("[^\\x20-\\x7e\u00a3\u20ac]+");

  private static final Pattern CLOSING_BEFORE_MARK = Pattern.compile("[)\\]}]+(?=[.,!?;:])");
  private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]{}]+");

  private final Pronunciations pronunciations;
  private final DocumentBuilderFactory documents;

  MaryMarkup(Pronunciations pronunciations) {
    this.pronunciations = pronunciations;
    this.documents = DocumentBuilderFactory.newInstance();
    this.documents.setNamespaceAware(true);
  }

  /** A written word's letters as the engine gets them: accents off, other scripts left out. */
  static String latin(String spoken) {
    String bare =
        ACCENTS.matcher(Normalizer.normalize(spoken, Normalizer.Form.NFKD)).replaceAll("");
    String spelled =
        bare.replace("\u00df", "ss")
            .replace("\u00e6", "ae")
            .replace("\u00c6", "Ae")
            .replace("\u00f8", "o")
            .replace("\u00d8", "O")
            .replace("\u0142", "l")
            .replace("\u0141", "L")
            .replace("\u0131", "i");
    String known = UNKNOWN.matcher(spelled).replaceAll("");
    // Of ")" the engine takes the next number for money; a bracket is heard as a pause anyway.
    String closed = CLOSING_BEFORE_MARK.matcher(known).replaceAll("");
    return BRACKETS.matcher(closed).replaceAll(", ").strip();
  }

  /** The document for words that are given in their {@linkplain #latin} spoken form. */
  Document of(List<String> spoken) throws ParserConfigurationException {
    Document document = documents.newDocumentBuilder().newDocument();
    Element root = document.createElementNS(NAMESPACE, "maryxml");
    root.setAttribute("version", "0.5");
    root.setAttributeNS(XML_NAMESPACE, "xml:lang", "en-US");
    document.appendChild(root);
    Element paragraph = document.createElementNS(NAMESPACE, "p");
    root.appendChild(paragraph);
    for (String word : spoken) {
      for (Pronunciations.Piece piece : pronunciations.pieces(word)) {
        append(piece, paragraph);
      }
    }
    // The engine takes two neighbouring text nodes for one token.
    paragraph.normalize();
    return document;
  }

  private static void append(Pronunciations.Piece piece, Element paragraph) {
    Document document = paragraph.getOwnerDocument();
    if (piece.phones() == null) {
      paragraph.appendChild(document.createTextNode(piece.text() + " "));
      return;
    }
    Element token = document.createElementNS(NAMESPACE, "t");
    token.setAttribute("ph", piece.phones());
    token.setTextContent(piece.text());
    paragraph.appendChild(token);
    paragraph.appendChild(document.createTextNode(" "));
  }
}
