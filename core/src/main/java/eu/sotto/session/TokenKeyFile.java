package eu.sotto.session;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.Context;
import eu.sotto.crypto.RootKey;
import eu.sotto.crypto.Secret;
import eu.sotto.records.Records;
import eu.sotto.records.TokenKeys;
import eu.sotto.records.TokenKeys.Use;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys of tokens in a file of the key folder, each wrapped under the root key; a host with a
 * KMS has them wrapped by it. The database holds the random id of the first one, so that a store
 * whose file is another's or is lost is not opened.
 */
final class TokenKeyFile {
  static final String NAME = "tokens.keys";

  private static final String HEAD = "sotto token keys 1";
  private static final HexFormat HEX = HexFormat.of();

  private final Path file;
  private final RootKey root;

  private TokenKeyFile(Path file, RootKey root) {
    this.file = file;
    this.root = root;
  }

  /**
   * Reads the keys of a store; makes them if it never had any.
   *
   * @param folder the key folder
   * @param root the root key
   * @param records the store's records, which know whether it had keys
   * @return the keys, to be closed
   * @throws StoreException {@link Fault#NO_TOKEN_KEYS} if it had others than those in the folder
   */
  static TokenKeys open(Path folder, RootKey root, Records records) {
    TokenKeyFile keyFile = new TokenKeyFile(folder.resolve(NAME), root);
    Bytes known = records.tokenKey();
    List<TokenKeys.Key> keys = new ArrayList<>();
    boolean founding = false;
    try {
      if (Files.exists(keyFile.file)) {
        keys.addAll(keyFile.read());
      } else if (known.length() == 0) {
        keys.addAll(TokenKeys.draw(new SecureRandom()));
        founding = true;
        keyFile.write(keys);
      }
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, "the token keys", e);
    }
    boolean own =
        keys.stream()
            .filter(key -> key.use() == Use.SUPPRESSION && key.version() == 1)
            .anyMatch(key -> records.tokenKey(key.id()).equals(key.id()));
    if (!own) {
      keys.forEach(key -> key.secret().close());
      if (founding) {
        keyFile.remove();
      }
      throw new StoreException(Fault.NO_TOKEN_KEYS, "the store", null);
    }
    return new TokenKeys(keys, keyFile::save);
  }

  /**
   * As {@link #open}; a node that has not got the keys yet takes calls without them, but whatever
   * needs a token is refused on it.
   */
  static TokenKeys openIfThere(Path folder, RootKey root, Records records) {
    try {
      return open(folder, root, records);
    } catch (StoreException e) {
      if (e.fault() != Fault.NO_TOKEN_KEYS) {
        throw e;
      }
      return TokenKeys.MISSING;
    }
  }

  /** Another node was first: keys of nobody must not stand in the way of the copy of its own. */
  private void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, "the token keys", e);
    }
  }

  private void save(List<TokenKeys.Key> keys) {
    try {
      write(keys);
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, "the token keys", e);
    }
  }

  private List<TokenKeys.Key> read() throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    try {
      if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
        throw new IllegalArgumentException("another format");
      }
      return lines.stream().skip(1).map(this::key).toList();
    } catch (IllegalArgumentException e) {
      throw new StoreException(Fault.CORRUPTED, "the file of token keys", e);
    }
  }

  private TokenKeys.Key key(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("another format");
    }
    Use use = Use.valueOf(parts[0]);
    int version = Integer.parseInt(parts[1]);
    Bytes id = Bytes.of(HEX.parseHex(parts[2]));
    Secret secret = root.unwrap(HEX.parseHex(parts[3]), context(use, version, parts[2]));
    return new TokenKeys.Key(use, version, id, secret);
  }

  /** Forced, and swapped in as a whole. */
  private void write(List<TokenKeys.Key> keys) throws IOException {
    String text =
        keys.stream().map(this::line).collect(Collectors.joining("\n", HEAD + "\n", "\n"));
    Path draft = file.resolveSibling(NAME + ".part");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    KeyFolder.force(file);
  }

  private String line(TokenKeys.Key key) {
    String id = HEX.formatHex(key.id().toArray());
    byte[] wrapped = root.wrap(key.secret(), context(key.use(), key.version(), id));
    return key.use() + " " + key.version() + " " + id + " " + HEX.formatHex(wrapped);
  }

  private static Context context(Use use, int version, String id) {
    return Context.of("sotto token key", use.name(), Integer.toString(version), id);
  }
}
