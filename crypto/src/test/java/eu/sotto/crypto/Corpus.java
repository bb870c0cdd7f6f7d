package eu.sotto.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The frozen corpus of a format version: a root key made for it, a slot, a store, and messages with
 * what they open to. Made once by {@link #main}; read by every later build.
 */
record Corpus(Bytes rootKey, Bytes slot, List<KeyStore.Row> rows, List<Message> messages) {
  /** A ciphertext, its context, and its plaintext. */
  record Message(String context, Bytes plaintext, Bytes sealed) {
    Context contextOf() {
      return Context.of(context.split("/", -1));
    }
  }

  static Corpus read() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Corpus.class.getResourceAsStream("corpus-1.bin"))) {
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(file.readAllBytes()));
      Bytes root = bytes(in);
      Bytes slot = bytes(in);
      List<KeyStore.Row> rows = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        rows.add(new KeyStore.Row(in.readUTF(), 1, bytes(in)));
      }
      List<Message> messages = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        messages.add(new Message(in.readUTF(), bytes(in), bytes(in)));
      }
      return new Corpus(root, slot, rows, messages);
    }
  }

  private static Bytes bytes(DataInputStream in) throws IOException {
    return Bytes.of(in.readNBytes(in.readInt()));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Opens a vault on a copy of what is frozen. */
  KeyVault open(Path folder) throws IOException {
    Path file = folder.resolve("root");
    Files.write(file, rootKey.toArray());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    MemorySlot memory = new MemorySlot();
    memory.replace(0, slot);
    MemoryKeyStore store = new MemoryKeyStore();
    store.apply(rows.stream().map(row -> new KeyStore.Put(row.name(), 0, row.value())).toList());
    return KeyVault.builder().rootKey(FileRootKey.open(file)).slot(memory).store(store).open();
  }

  /**
   * Makes a corpus.
   *
   * @param args the file to write
   * @throws IOException if that fails
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("corpus");
    Path key = folder.resolve("root");
    MemorySlot slot = new MemorySlot();
    MemoryKeyStore store = new MemoryKeyStore();
    List<Message> messages = new ArrayList<>();
    try (KeyVault vault =
        KeyVault.builder().rootKey(FileRootKey.create(key)).slot(slot).store(store).open()) {
      fill(vault, messages);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(packed);
    write(out, Files.readAllBytes(key));
    write(out, slot.read().orElseThrow().value().toArray());
    List<KeyStore.Row> rows = store.scan("", "", Integer.MAX_VALUE);
    out.writeInt(rows.size());
    for (KeyStore.Row row : rows) {
      out.writeUTF(row.name());
      write(out, row.value().toArray());
    }
    out.writeInt(messages.size());
    for (Message message : messages) {
      out.writeUTF(message.context);
      write(out, message.plaintext.toArray());
      write(out, message.sealed.toArray());
    }
    Files.write(Path.of(args[0]), packed.toByteArray());
  }

  private static void fill(KeyVault vault, List<Message> messages) {
    SecureRandom random = new SecureRandom();
    List<KeyId> keys =
        vault.createAll(
            List.of(KeyKind.CONTENT, KeyKind.BUCKET, KeyKind.EVIDENCE, KeyKind.RESTRICTION));
    List<KeyId> doomed = vault.createAll(List.of(KeyKind.CONTENT, KeyKind.BUCKET));
    for (int i = 0; i < 520; i++) {
      int length = i < 517 ? i % 97 : Payload.CHUNK + i - 518;
      byte[] plain = new byte[length];
      random.nextBytes(plain);
      String context = "tenant-" + i % 3 + "/record-" + i + "/" + (i % 5 == 0 ? "" : "äöü");
      Protection protection =
          switch (i % 6) {
            case 0 -> Protection.by(keys.get(0));
            case 1 -> Protection.by(keys.get(0), keys.get(1));
            case 2 -> Protection.all(keys);
            case 3 -> Protection.any(List.of(doomed.get(0), keys.get(2)));
            case 4 -> Protection.by(keys.get(3)).inSlot(KeyId.random(random));
            default -> Protection.any(keys).inSlot(KeyId.random(random));
          };
      Message message = new Message(context, Bytes.of(plain), Bytes.of(plain));
      byte[] sealed = vault.seal(protection, message.contextOf(), plain);
      messages.add(new Message(context, Bytes.of(plain), Bytes.of(sealed)));
    }
    vault.destroy(doomed);
  }
}
