package eu.sotto.crypto;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Signed evidence that a procedure of destruction was carried out, to be verified offline.
 *
 * <p>It is evidence of procedure, not proof of absence: it shows what this vault did and what it
 * knows to be pending, not that nobody has made a copy. It names keys by pseudonymous ids and fixes
 * them by commitments; it holds no personal data. Its text is one line per fact and a last line
 * with the signature.
 */
public final class DestructionReceipt {
  private static final String FIRST = "sotto destruction receipt 1";
  private static final String SECOND = "evidence of a procedure, not proof of absence";
  private static final String SIGNED = "signed ";
  private static final HexFormat HEX = HexFormat.of();

  private final KeyId vault;
  private final Destruction destruction;
  private final Duration backups;
  private final String text;

  private DestructionReceipt(KeyId vault, Destruction destruction, Duration backups, String text) {
    this.vault = vault;
    this.destruction = destruction;
    this.backups = backups;
    this.text = text;
  }

  static DestructionReceipt of(
      KeyId vault, Destruction destruction, Duration backups, Signer signer) {
    String body = body(vault, destruction, backups, signer.id());
    byte[] signature = signer.sign(body.getBytes(StandardCharsets.UTF_8));
    String line = SIGNED + Base64.getEncoder().encodeToString(signature);
    return new DestructionReceipt(vault, destruction, backups, body + line + "\n");
  }

  private static String body(KeyId vault, Destruction destruction, Duration backups, KeyId signer) {
    StringBuilder body = new StringBuilder(FIRST + "\n" + SECOND + "\n");
    body.append("vault ").append(vault).append('\n');
    body.append("epoch ").append(destruction.epoch()).append('\n');
    body.append("time ").append(destruction.time()).append('\n');
    body.append("residue ").append(destruction.residue()).append('\n');
    body.append("backups ").append(backups).append('\n');
    body.append("wraps ").append(destruction.nodeWraps()).append('\n');
    destruction.done().forEach(store -> body.append("done ").append(line(store)).append('\n'));
    destruction
        .pending()
        .forEach(store -> body.append("pending ").append(line(store)).append('\n'));
    for (Destruction.Key key : destruction.keys()) {
      body.append("key ").append(key.id()).append(' ').append(key.kind()).append(' ');
      body.append(HEX.formatHex(key.commitment().shared())).append('\n');
    }
    return body.append("signer ").append(signer).append('\n').toString();
  }

  private static String line(String store) {
    if (store.isEmpty() || store.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException("a store's name is one line of printable ASCII");
    }
    return store;
  }

  /**
   * Reads a receipt; its signature is checked by {@link #verifies} only.
   *
   * @param text as {@link #toString()} gives
   * @return the receipt
   * @throws CryptoException.Malformed if the text is anything else
   */
  public static DestructionReceipt parse(String text) {
    try {
      Lines lines = new Lines(text);
      lines.expect(FIRST);
      lines.expect(SECOND);
      KeyId vault = KeyId.parse(lines.value("vault "));
      long epoch = Long.parseLong(lines.value("epoch "));
      Instant time = Instant.parse(lines.value("time "));
      Duration residue = Duration.parse(lines.value("residue "));
      Duration backups = Duration.parse(lines.value("backups "));
      int wraps = Integer.parseInt(lines.value("wraps "));
      List<String> done = lines.values("done ");
      List<String> pending = lines.values("pending ");
      List<Destruction.Key> keys = new ArrayList<>();
      lines.values("key ").forEach(key -> keys.add(key(key)));
      Destruction destruction = new Destruction(epoch, time, keys, done, pending, residue, wraps);
      KeyId signer = KeyId.parse(lines.value("signer "));
      String signature = lines.value(SIGNED);
      lines.end();
      String canonical = body(vault, destruction, backups, signer) + SIGNED + signature + "\n";
      if (!canonical.equals(text)) {
        throw new CryptoException.Malformed("receipt is not in canonical form");
      }
      return new DestructionReceipt(vault, destruction, backups, text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CryptoException.Malformed("receipt has a wrong value");
    }
  }

  private static Destruction.Key key(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3 || parts[2].length() != 64) {
      throw new CryptoException.Malformed("receipt has a wrong key");
    }
    return new Destruction.Key(
        KeyId.parse(parts[0]), KeyKind.valueOf(parts[1]), Bytes.of(HEX.parseHex(parts[2])));
  }

  private static final class Lines {
    private final List<String> lines;
    private int at;

    Lines(String text) {
      lines = text.endsWith("\n") ? List.of(text.split("\n")) : List.of();
    }

    void expect(String line) {
      if (at >= lines.size() || !lines.get(at++).equals(line)) {
        throw new CryptoException.Malformed("not a destruction receipt");
      }
    }

    String value(String name) {
      if (at >= lines.size() || !lines.get(at).startsWith(name)) {
        throw new CryptoException.Malformed("receipt lacks the line: " + name.trim());
      }
      return lines.get(at++).substring(name.length());
    }

    List<String> values(String name) {
      List<String> values = new ArrayList<>();
      while (at < lines.size() && lines.get(at).startsWith(name)) {
        values.add(lines.get(at++).substring(name.length()));
      }
      return values;
    }

    void end() {
      if (at != lines.size()) {
        throw new CryptoException.Malformed("receipt has a line too many");
      }
    }
  }

  /**
   * Whether the receipt was signed by a key and not changed since.
   *
   * @param verifier the public half, known from elsewhere than the receipt
   * @return false if anything at all was changed
   */
  public boolean verifies(VerifierKey verifier) {
    int cut = text.lastIndexOf(SIGNED);
    String encoded = text.substring(cut + SIGNED.length()).trim();
    try {
      byte[] signature = Base64.getDecoder().decode(encoded);
      boolean canonical = Base64.getEncoder().encodeToString(signature).equals(encoded);
      byte[] body = text.substring(0, cut).getBytes(StandardCharsets.UTF_8);
      return canonical && verifier.verifies(body, signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The vault that carried the procedure out.
   *
   * @return its pseudonymous id
   */
  public KeyId vault() {
    return vault;
  }

  /**
   * What was destroyed where.
   *
   * @return the facts that were signed
   */
  public Destruction destruction() {
    return destruction;
  }

  /**
   * How long the host's backups hold ciphertexts and wrapped keys, which open nothing without the
   * slot's old content.
   *
   * @return as the host declared
   */
  public Duration backups() {
    return backups;
  }

  /** The receipt as text: ASCII lines that end in a line feed. */
  @Override
  public String toString() {
    return text;
  }
}
