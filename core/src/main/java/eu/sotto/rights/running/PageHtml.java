package eu.sotto.rights.running;

import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a page as HTML that is well-formed XML too, made for paper and screen alike: no script,
 * nothing loaded from anywhere, and every text goes through the one writer that escapes it.
 */
public final class PageHtml {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
  private static final Pattern LONG = Pattern.compile("\\S{25,}");
  private static final int PIECE = 12;
  private static final String STYLE =
      """

      body { font: 11pt/1.45 sans-serif; color: #111; max-width: 60rem; margin: 2rem auto;
        padding: 0 1rem; }
      h1 { font-size: 1.6em; }
      h2 { font-size: 1.2em; margin-top: 2em; border-bottom: 1px solid #888;
        break-after: avoid; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: start; vertical-align: top; padding: .3em .6em .3em 0;
        border-bottom: 1px solid #ccc; white-space: pre-line; overflow-wrap: break-word; }
      tr { break-inside: avoid; }
      thead { display: table-header-group; }
      p { white-space: pre-line; }
      @page { margin: 2cm; }
      @media print { body { max-width: none; margin: 0; padding: 0; } }
      """;

  private final XMLStreamWriter out;

  private PageHtml(XMLStreamWriter out) {
    this.out = out;
  }

  /**
   * Writes a page.
   *
   * @param page the page
   * @return the document
   */
  public static String of(Page page) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new PageHtml(out).write(page);
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a page in memory can always be written", e);
    }
    return text.append('\n').toString();
  }

  private void write(Page page) throws XMLStreamException {
    out.writeDTD("<!DOCTYPE html>\n");
    out.writeStartElement("html");
    out.writeAttribute("lang", page.language().toLanguageTag());
    out.writeStartElement("head");
    meta("charset", "utf-8");
    meta("http-equiv", "Content-Security-Policy", "content", POLICY);
    meta("name", "viewport", "content", "width=device-width");
    plain("title", page.title());
    plain("style", STYLE);
    out.writeEndElement();
    out.writeStartElement("body");
    element("h1", page.title());
    for (Page.Section section : page.sections()) {
      out.writeStartElement("section");
      element("h2", section.title());
      for (Page.Block block : section.blocks()) {
        block(block);
      }
      out.writeEndElement();
    }
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void meta(String... attributes) throws XMLStreamException {
    out.writeEmptyElement("meta");
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void block(Page.Block block) throws XMLStreamException {
    if (block instanceof Page.Prose prose) {
      element("p", prose.text());
    } else if (block instanceof Page.Listing listing) {
      out.writeStartElement("ul");
      for (String item : listing.items()) {
        element("li", item);
      }
      out.writeEndElement();
    } else if (block instanceof Page.Table table) {
      table(table);
    }
  }

  private void table(Page.Table table) throws XMLStreamException {
    out.writeStartElement("table");
    out.writeStartElement("thead");
    row("th", table.head());
    out.writeEndElement();
    out.writeStartElement("tbody");
    for (Iterable<String> row : table.rows()) {
      row("td", row);
    }
    out.writeEndElement();
    out.writeEndElement();
  }

  private void row(String cell, Iterable<String> texts) throws XMLStreamException {
    out.writeStartElement("tr");
    for (String text : texts) {
      element(cell, text);
    }
    out.writeEndElement();
    out.writeCharacters("\n");
  }

  private void plain(String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(VisibleText.of(text));
    out.writeEndElement();
  }

  /** With a direction of its own, so that a text turns nothing around it. */
  private void element(String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeAttribute("dir", "auto");
    breakable(VisibleText.of(text));
    out.writeEndElement();
  }

  /** Words stay whole; only what is longer than any word, such as an id, may be broken. */
  private void breakable(String text) throws XMLStreamException {
    int at = 0;
    Matcher matcher = LONG.matcher(text);
    while (matcher.find()) {
      for (int cut = matcher.start() + PIECE; cut < matcher.end(); cut += PIECE) {
        int whole = Character.isLowSurrogate(text.charAt(cut)) ? cut + 1 : cut;
        out.writeCharacters(text.substring(at, whole));
        out.writeEmptyElement("wbr");
        at = whole;
      }
    }
    out.writeCharacters(text.substring(at));
  }
}
