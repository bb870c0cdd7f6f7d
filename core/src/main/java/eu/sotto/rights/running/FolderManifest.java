package eu.sotto.rights.running;

import eu.sotto.interchange.PlainJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names each file of a folder with its length and SHA-256, so that a change or a loss shows. */
final class FolderManifest {
  static final String NAME = "manifest.json";

  private FolderManifest() {}

  /** Writes the manifest of all other files, sorted by name, into the folder. */
  static void write(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.sorted().toList();
    }
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Path file : files) {
      entries.add(entry(file));
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("algorithm", "SHA-256");
    tree.put("files", entries);
    try (OutputStream out = Files.newOutputStream(folder.resolve(NAME))) {
      PlainJson.write(tree, out);
    }
  }

  private static Map<String, Object> entry(Path file) throws IOException {
    MessageDigest digest = sha256();
    long bytes;
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes = in.transferTo(OutputStream.nullOutputStream());
    }
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("file", String.valueOf(file.getFileName()));
    entry.put("bytes", bytes);
    entry.put("sha256", HexFormat.of().formatHex(digest.digest()));
    return entry;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
