package eu.sotto.rights.running;

/** Writes a page as plain text. */
public final class PageText {
  private final StringBuilder out = new StringBuilder();

  private PageText() {}

  /**
   * Writes a page.
   *
   * @param page the page
   * @return the text
   */
  public static String of(Page page) {
    PageText text = new PageText();
    text.line(page.title());
    for (Page.Section section : page.sections()) {
      text.line("");
      text.line(section.title());
      section.blocks().forEach(text::block);
    }
    return text.out.toString();
  }

  private void block(Page.Block block) {
    if (block instanceof Page.Prose prose) {
      line(prose.text());
    } else if (block instanceof Page.Listing listing) {
      listing.items().forEach(item -> line("- " + item));
    } else if (block instanceof Page.Table table) {
      line(String.join(" | ", table.head()));
      table.rows().forEach(row -> line("- " + String.join(" | ", row)));
    }
  }

  private void line(String text) {
    out.append(VisibleText.of(text)).append('\n');
  }
}
