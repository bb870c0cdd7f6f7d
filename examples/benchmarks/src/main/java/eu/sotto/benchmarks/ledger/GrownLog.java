package eu.sotto.benchmarks.ledger;

import eu.sotto.crypto.Bytes;
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
  private long position;

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
    try (ResultSet rows = statement.executeQuery("SELECT hash FROM node ORDER BY position")) {
      while (rows.next()) {
        byte[] hash = rows.getBytes(1);
        boolean leaf = right.isEmpty() || position == leafPosition();
        if (leaf) {
          size++;
          right.push(new Tree(0, Bytes.of(hash)));
        } else {
          Tree below = right.pop();
          right.pop();
          right.push(new Tree(below.height + 1, Bytes.of(hash)));
        }
        position++;
      }
    }
  }

  /** Where the next leaf goes. */
  private long leafPosition() {
    return 2 * size - Long.bitCount(size);
  }

  private void grow(Connection connection, long entries) throws SQLException {
    String insertLeaf = "INSERT INTO leaf(idx, id, kind, commitment) VALUES (?, ?, ?, ?)";
    String insertNode = "INSERT INTO node(position, hash) VALUES (?, ?)";
    try (PreparedStatement leaves = connection.prepareStatement(insertLeaf);
        PreparedStatement nodes = connection.prepareStatement(insertNode)) {
      while (size < entries) {
        byte[] id = ByteBuffer.allocate(ID).putLong(1).putLong(size).array();
        byte[] commitment = digest.digest(id);
        leaves.setLong(1, size);
        leaves.setBytes(2, id);
        leaves.setString(3, "step_taken/1");
        leaves.setBytes(4, commitment);
        leaves.executeUpdate();
        append(leaf(id, commitment), nodes);
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

  private void append(byte[] leaf, PreparedStatement nodes) throws SQLException {
    Tree tree = new Tree(0, Bytes.of(leaf));
    keep(leaf, nodes);
    for (Tree left = right.peek(); left != null && left.height == tree.height; ) {
      right.pop();
      digest.update((byte) 1);
      digest.update(left.hash.toArray());
      tree = new Tree(tree.height + 1, Bytes.of(digest.digest(tree.hash.toArray())));
      keep(tree.hash.toArray(), nodes);
      left = right.peek();
    }
    right.push(tree);
    size++;
  }

  private void keep(byte[] hash, PreparedStatement nodes) throws SQLException {
    if (hash.length != SHA_256) {
      throw new IllegalStateException("not a hash");
    }
    nodes.setLong(1, position++);
    nodes.setBytes(2, hash);
    nodes.executeUpdate();
  }
}
