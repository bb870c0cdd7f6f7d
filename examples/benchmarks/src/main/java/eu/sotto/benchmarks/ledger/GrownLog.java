package eu.sotto.benchmarks.ledger;

import eu.sotto.crypto.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;

/**
 * Makes a log longer in its file, without signing, sealing or forcing anything: leaves and tree
 * hashes as after an erasure of every payload. The log takes it for its own and signs it.
 */
final class GrownLog {
  private static final int SHA_256 = 32;
  private static final int ID = 16;
  private static final long SOME = 100;

  private final MessageDigest digest;
  private final Deque<Tree> right = new ArrayDeque<>();
  private long size;

  /** A complete tree at the right edge. */
  private record Tree(int height, Bytes hash) {}

  private GrownLog() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A log with a few entries of its own, grown to a length. */
  static void make(Path folder, long entries) throws SQLException {
    try (Rig rig = new Rig(folder)) {
      for (int i = 0; i < SOME; i++) {
        rig.ledger.submit(rig.subjects.event(i, i)).join();
      }
    }
    String url = "jdbc:sqlite:" + folder.resolve("data/ledger.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=OFF");
      statement.execute("PRAGMA cache_size=-500000");
      GrownLog log = new GrownLog();
      log.read(statement);
      connection.setAutoCommit(false);
      log.grow(connection, entries);
      connection.commit();
    }
  }

  private void read(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT hashes FROM leaf ORDER BY idx")) {
      while (rows.next()) {
        append(Arrays.copyOf(rows.getBytes(1), SHA_256));
      }
    }
  }

  private void grow(Connection connection, long entries) throws SQLException {
    String insert = "INSERT INTO leaf(idx, id, kind, commitment, hashes) VALUES (?, ?, ?, ?, ?)";
    try (PreparedStatement leaves = connection.prepareStatement(insert)) {
      while (size < entries) {
        byte[] id = ByteBuffer.allocate(ID).putLong(1).putLong(size).array();
        byte[] commitment = digest.digest(id);
        leaves.setLong(1, size);
        leaves.setBytes(2, id);
        leaves.setString(3, "step_taken/1");
        leaves.setBytes(4, commitment);
        leaves.setBytes(5, append(leaf(id, commitment)));
        leaves.executeUpdate();
      }
    }
  }

  private byte[] leaf(byte[] id, byte[] commitment) {
    HexFormat hex = HexFormat.of();
    String text =
        "{\"commitment\":\""
            + hex.formatHex(commitment)
            + "\",\"id\":\""
            + hex.formatHex(id)
            + "\",\"kind\":\"step_taken/1\",\"schema\":1}";
    digest.update((byte) 0);
    return digest.digest(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the hashes that the leaf completes. */
  private byte[] append(byte[] leaf) {
    ByteArrayOutputStream completed = new ByteArrayOutputStream();
    completed.writeBytes(leaf);
    Tree tree = new Tree(0, Bytes.of(leaf));
    for (Tree left = right.peek(); left != null && left.height == tree.height; ) {
      right.pop();
      digest.update((byte) 1);
      digest.update(left.hash.toArray());
      tree = new Tree(tree.height + 1, Bytes.of(digest.digest(tree.hash.toArray())));
      completed.writeBytes(tree.hash.toArray());
      left = right.peek();
    }
    right.push(tree);
    size++;
    return completed.toByteArray();
  }
}
