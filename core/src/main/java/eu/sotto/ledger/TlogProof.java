package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proof that an entry is in a log, as one file that verifies offline: the entry's leaf, the
 * hashes that lead from it to a root, and the signed note over that root. It tells nothing of what
 * the entry says. Immutable and thread-safe.
 *
 * <p>The leaf is the file's extra data: its hash is what the tree holds. Source: C2SP tlog-proof.
 *
 * @param leaf the leaf as it is hashed: canonical JSON of commitment, id, kind and schema
 * @param proof the way from the leaf to a checkpoint
 */
public record TlogProof(Bytes leaf, Proof proof) {
  /** How such files are named. */
  public static final String FILE_ENDING = ".tlog-proof";

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int MAX_LENGTH = 65_536;
  private static final Pattern LEAF =
      Pattern.compile(
          "\\{\"commitment\":\"[0-9a-f]{64}\",\"id\":\"([0-9a-f]{32})\","
              + "\"kind\":\"([a-z][a-z0-9_]*/[0-9]+)\",\"schema\":1}");

  /**
   * Checks the leaf's form.
   *
   * @throws IllegalArgumentException if it is not a leaf of this library
   */
  public TlogProof {
    Objects.requireNonNull(proof, "proof");
    matched(leaf);
  }

  private static Matcher matched(Bytes leaf) {
    Matcher matcher = LEAF.matcher(new String(leaf.toArray(), StandardCharsets.ISO_8859_1));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a leaf of this library");
    }
    return matcher;
  }

  /**
   * The entry's random id.
   *
   * @return the id
   */
  public LeafId id() {
    return LeafId.parse(matched(leaf).group(1));
  }

  /**
   * The entry's kind and version.
   *
   * @return for example {@code consent_answered/1}
   */
  public String kind() {
    return matched(leaf).group(2);
  }

  /**
   * The entry's place in the log.
   *
   * @return its index, from 0
   */
  public long index() {
    return proof.from();
  }

  /**
   * What the tree holds of the entry.
   *
   * @return the leaf hash; that of an {@link Evidence} of the same entry is the same
   */
  public Hash leafHash() {
    return Hash.of(Merkle.leaf(leaf.toArray()));
  }

  /**
   * Whether the entry is in the log that the key signs for.
   *
   * @param verifier the log's key, from a source of your own
   * @return false if leaf, index, hashes or checkpoint were changed, or another key signed
   */
  public boolean verifies(VerifierKey verifier) {
    return verifies(Trust.in(verifier));
  }

  /**
   * Whether the entry is in the log that is trusted, also where its key or name changed.
   *
   * @param trust whose signatures are believed
   * @return false if leaf, index, hashes or checkpoint were changed, or another key signed
   */
  public boolean verifies(Trust trust) {
    return trust.covers(proof.checkpoint()) && proof.includes(leafHash());
  }

  /**
   * The file's text.
   *
   * @return UTF-8 text, ending in a newline
   */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(HEADER);
    lines.add(EXTRA + Checkpoint.base64(leaf.toArray()));
    lines.add(INDEX + proof.from());
    proof.hashes().forEach(hash -> lines.add(Checkpoint.base64(hash.toArray())));
    lines.add("");
    lines.add(proof.checkpoint().toNote());
    return String.join("\n", lines);
  }

  /**
   * Reads a file's text; reading is not verifying. There is one spelling of each proof: nothing is
   * ignored but the lines of other signers, such as witnesses.
   *
   * @param text what {@link #text()} returned, with or without further signatures
   * @return the proof
   * @throws IllegalArgumentException if it is not that
   */
  public static TlogProof parse(String text) {
    int end = text.indexOf("\n\n");
    if (text.length() > MAX_LENGTH || end < 0) {
      throw malformed();
    }
    List<String> lines = List.of(text.substring(0, end).split("\n", -1));
    boolean headed =
        lines.size() >= 3
            && lines.get(0).equals(HEADER)
            && lines.get(1).startsWith(EXTRA)
            && lines.get(2).matches(INDEX + "(0|[1-9][0-9]{0,17})");
    if (!headed) {
      throw malformed();
    }
    Checkpoint checkpoint = Checkpoint.parse(text.substring(end + 2));
    List<Hash> hashes =
        lines.subList(3, lines.size()).stream()
            .map(line -> Hash.of(Checkpoint.fromBase64(line)))
            .toList();
    long index = Long.parseLong(lines.get(2).substring(INDEX.length()));
    Bytes leaf = Bytes.of(Checkpoint.fromBase64(lines.get(1).substring(EXTRA.length())));
    TlogProof read = new TlogProof(leaf, new Proof(index, hashes, checkpoint));
    if (!read.text().equals(withoutStrangers(text, checkpoint.origin()))) {
      throw malformed();
    }
    return read;
  }

  private static String withoutStrangers(String text, String origin) {
    int signatures = text.lastIndexOf("\n\n") + 2;
    StringBuilder own = new StringBuilder(text.substring(0, signatures));
    for (String line : text.substring(signatures).split("\n", -1)) {
      boolean strange = line.matches("— \\S+ \\S+") && !line.startsWith("— " + origin + " ");
      own.append(strange ? "" : line + "\n");
    }
    return own.substring(0, own.length() - 1);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("not a proof of the form that this library writes");
  }
}
