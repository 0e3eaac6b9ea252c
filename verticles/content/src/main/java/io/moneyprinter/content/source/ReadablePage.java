package io.moneyprinter.content.source;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * The text of a page that a person came for: without menus, forms and notes around it. Pure.
 *
 * @param title may be empty
 * @param author may be empty
 */
record ReadablePage(String title, String author, String text) {
  private static final String CLUTTER =
      "script, style, noscript, template, iframe, svg, nav, header, footer, aside, form, button,"
          + " figure figcaption, [hidden], [aria-hidden=true], [role=navigation], [role=banner],"
          + " [role=contentinfo], .cookie, .cookies, .advert, .ads, .share, .related, .comments";
  private static final String PIECES = "p, h2, h3, h4, li, blockquote, pre";
  private static final int SHORTEST_PARAGRAPH = 20;

  static ReadablePage of(String html, String address) {
    Document page = Jsoup.parse(html, address);
    String title = first(page.select("meta[property=og:title]").attr("content"), page.title());
    String author =
        first(
            page.select("meta[name=author]").attr("content"),
            page.select("meta[property=og:site_name]").attr("content"));
    page.select(CLUTTER).remove();
    return new ReadablePage(title.strip(), author.strip(), text(main(page)));
  }

  private static String first(String one, String other) {
    return one.isBlank() ? other : one;
  }

  /** The marked article, else whatever holds most of the paragraphs' letters directly. */
  private static Element main(Document page) {
    Element best = null;
    int most = 0;
    Elements marked = page.select("article, main, [role=main]");
    for (Element candidate : marked.isEmpty() ? page.select("div, section, body") : marked) {
      int letters = 0;
      for (Element child : marked.isEmpty() ? candidate.children() : candidate.select("p")) {
        letters += child.is("p") ? child.text().length() : 0;
      }
      if (letters > most) {
        most = letters;
        best = candidate;
      }
    }
    return best == null ? page.body() : best;
  }

  private static String text(Element main) {
    List<String> paragraphs = new ArrayList<>();
    for (Element piece : main.select(PIECES)) {
      String text = piece.text().strip();
      boolean heading = piece.tagName().startsWith("h");
      boolean nested = piece.parents().is(PIECES);
      if (!nested && (heading ? !text.isEmpty() : text.length() >= SHORTEST_PARAGRAPH)) {
        paragraphs.add(text);
      }
    }
    return paragraphs.isEmpty() ? main.text().strip() : String.join("\n\n", paragraphs);
  }
}
