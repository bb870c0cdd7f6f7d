package eu.sotto.examples.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for traces of a person in every file below some folders. */
final class ByteScan {
  private final List<byte[]> needles = new ArrayList<>();

  void lookFor(String text) {
    needles.add(text.getBytes(StandardCharsets.UTF_8));
    needles.add(text.getBytes(StandardCharsets.UTF_16LE));
    needles.add(text.getBytes(StandardCharsets.UTF_16BE));
  }

  void lookFor(byte[] bytes) {
    needles.add(bytes.clone());
  }

  /** The number of files that were looked through; finding something is an exception. */
  int files(Path... folders) throws IOException {
    int count = 0;
    for (Path folder : folders) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = walk.filter(Files::isRegularFile).toList();
      }
      for (Path file : files) {
        if (traceIn(Files.readAllBytes(file))) {
          throw new IOException("a trace of the caller is left in " + file.getFileName());
        }
      }
      count += files.size();
    }
    return count;
  }

  private boolean traceIn(byte[] content) {
    return needles.stream().anyMatch(needle -> contains(content, needle));
  }

  static boolean contains(byte[] content, byte[] needle) {
    for (int at = 0; at <= content.length - needle.length; at++) {
      int same = 0;
      while (same < needle.length && content[at + same] == needle[same]) {
        same++;
      }
      if (same == needle.length) {
        return true;
      }
    }
    return false;
  }
}
