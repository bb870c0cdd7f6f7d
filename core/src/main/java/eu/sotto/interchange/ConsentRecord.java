package eu.sotto.interchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The record of one consent in one call, for machines: who was asked for what, told what, and how
 * it went on. The person stands in it under a pseudonym. Immutable and thread-safe.
 *
 * <p>JSON-LD in the terms of the Data Privacy Vocabulary. Source: ISO/IEC TS 27560:2023 as profiled
 * by DPV ({@value #CONFORMS_TO}); GDPR Art. 7(1).
 */
public final class ConsentRecord {
  /** The profile that the document follows. */
  public static final String CONFORMS_TO = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";

  private final String json;

  private ConsentRecord(String json) {
    this.json = json;
  }

  /**
   * A record of its parts.
   *
   * @param parts what it is made of
   * @return the document
   */
  public static ConsentRecord of(ConsentParts parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlainJson.write(new ConsentTree(parts).tree(), out);
    return new ConsentRecord(out.toString(StandardCharsets.UTF_8));
  }

  /**
   * The document.
   *
   * @return JSON-LD, indented
   */
  public String json() {
    return json;
  }

  /** Never what it says. */
  @Override
  public String toString() {
    return "ConsentRecord[" + json.length() + " characters]";
  }
}
