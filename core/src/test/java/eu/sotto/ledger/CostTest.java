package eu.sotto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof reads a logarithmic number of hashes, verification a page at a time. */
class CostTest {
  @TempDir Path folder;

  /** Hashes read, and how often the store was asked. */
  private static final class Counted {
    final Tree tree = new Tree(this::read);
    long hashes;
    long questions;

    private List<byte[]> read(List<Tree.Place> places) {
      hashes += places.size();
      questions++;
      return places.stream().map(place -> new byte[32]).toList();
    }
  }

  @Property
  void anInclusionProofReadsALogarithmicNumberOfHashesAtOnce(
      @ForAll @LongRange(min = 1, max = 1L << 40) long size,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long any) {
    Counted counted = new Counted();
    List<byte[]> proof = counted.tree.inclusion(any % size, size);
    assertThat(counted.hashes).isBetween((long) proof.size(), 2L * log(size));
    assertThat(counted.questions).isEqualTo(1);
  }

  @Property
  void aConsistencyProofReadsALogarithmicNumberOfHashesAtOnce(
      @ForAll @LongRange(min = 1, max = 1L << 40) long size,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long any) {
    Counted counted = new Counted();
    List<byte[]> proof = counted.tree.consistency(1 + any % size, size);
    assertThat(counted.hashes).isBetween((long) proof.size(), 2L * log(size) + 1);
    assertThat(counted.questions).isLessThanOrEqualTo(1);
  }

  @Property
  void openingReadsTheEdgeOfTheTreeOnly(@ForAll @LongRange(min = 0, max = 1L << 40) long size) {
    Counted counted = new Counted();
    assertThat(counted.tree.frontier(size).size()).isEqualTo(size);
    assertThat(counted.hashes).isEqualTo(Long.bitCount(size));
  }

  private static int log(long size) {
    return Long.SIZE - Long.numberOfLeadingZeros(size);
  }

  @Test
  @Tag("slow")
  void aLogLargerThanTheHeapIsVerifiedInIt() throws Exception {
    long content = 0;
    try (House house = House.in(folder)) {
      EventKeys subject = house.subject();
      List<CompletableFuture<Appended>> waiting = new ArrayList<>();
      String text = "x".repeat(6_000);
      for (int i = 0; i < 12_000; i++) {
        waiting.add(house.ledger.submit(said(subject, i, text)));
        if (waiting.size() == 500) {
          waiting.forEach(CompletableFuture::join);
          waiting.clear();
        }
        content += text.length();
      }
      waiting.forEach(CompletableFuture::join);
    }
    assertThat(content).isGreaterThan(64L << 20);
    String output = ChildJvm.with("-Xmx48m").output(Verifying.class, folder.toString());
    assertThat(output.strip()).isEqualTo("12000 12000 true");
  }

  private static Event said(EventKeys subject, int number, String text) {
    return House.said(subject, text).indexed(IndexTerm.of("call", "c" + number));
  }

  /** Verifies in a small heap. */
  static final class Verifying {
    private Verifying() {}

    public static void main(String[] args) {
      try (House house = House.in(Path.of(args[0]))) {
        Verification check = house.ledger.verify(true);
        System.out.println(check.entries() + " " + check.opened() + " " + check.intact());
      }
    }
  }

  @Test
  @Tag("R50")
  @Tag("slow")
  void aMillionTelephoneNumbersMatchNoLeafAndNoToken() {
    int guilty = 471_100;
    try (House house = House.inMemory(folder)) {
      EventKeys subject = house.subject();
      for (int i = 0; i < 20; i++) {
        String number = number(guilty + i);
        house.append(
            House.said(subject, number).indexed(IndexTerm.of("party", number)).once(number));
      }
      Dictionary dictionary = new Dictionary(house);
      assertThat(dictionary.hits(guilty, guilty + 20)).as("what is looked for").isZero();
      for (int from = 0; from < 1_000_000; from += 50_000) {
        assertThat(dictionary.hits(from, from + 50_000)).isZero();
      }
      dictionary.stored.add(
          Bytes.of(
              Merkle.sha256().digest(number(5).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
      assertThat(dictionary.hits(0, 10)).as("a bare hash would be found").isEqualTo(1);
    }
  }

  private static String number(int i) {
    return "+4930" + (1_000_000 + i);
  }

  /** What a thief can try with everything that is stored and no key. */
  private static final class Dictionary {
    final java.util.Set<Bytes> stored = new java.util.HashSet<>();
    private final List<byte[]> salts = new ArrayList<>(List.of(new byte[32]));

    Dictionary(House house) {
      for (var entry : house.store.entries(0, 1_000)) {
        stored.add(entry.id());
        stored.add(entry.commitment());
        byte[] hashes = entry.hashes().toArray();
        for (int at = 0; at < hashes.length; at += 32) {
          stored.add(Bytes.of(java.util.Arrays.copyOfRange(hashes, at, at + 32)));
        }
        salts.add(entry.id().toArray());
        house
            .store
            .ends(List.of(entry.sealed().key()))
            .values()
            .forEach(chain -> stored.add(chain.leaf()));
      }
      salts.add(Checkpoint.utf8(house.ledger.origin()));
      house.store.tokens(0, Long.MAX_VALUE).forEach(token -> stored.add(token.token()));
      house.store.requests(0, Long.MAX_VALUE).forEach(token -> stored.add(token.token()));
      assertThat(stored).hasSizeGreaterThan(100);
    }

    long hits(int from, int to) {
      long hits = 0;
      for (int i = from; i < to; i++) {
        String number = number(i);
        byte[] plain = Checkpoint.utf8(number);
        byte[] field = Jcs.bytes(List.of("text", number));
        for (byte[] guess :
            List.of(
                Merkle.sha256().digest(plain),
                Merkle.leaf(plain),
                Merkle.sha256().digest(field),
                Merkle.leaf(field))) {
          hits += stored.contains(Bytes.of(guess)) ? 1 : 0;
        }
        byte[] salt = salts.get(i % salts.size());
        hits += stored.contains(Bytes.of(FieldCommitments.hmac(salt, plain))) ? 1 : 0;
        hits += stored.contains(Bytes.of(FieldCommitments.hmac(salt, field))) ? 1 : 0;
      }
      return hits;
    }
  }
}
