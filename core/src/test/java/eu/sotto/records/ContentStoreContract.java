package eu.sotto.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of sealed contents must do. */
abstract class ContentStoreContract {
  private final SecureRandom random = new SecureRandom();
  private final RecordId id = RecordId.random(random);
  private final byte[] content = content(70_000);

  abstract ContentStore store();

  private static byte[] content(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private void publish(RecordId name, byte[] bytes) throws IOException {
    try (ContentStore.Draft draft = store().begin(name)) {
      write(draft, bytes);
      draft.publish();
    }
  }

  private static void write(ContentStore.Draft draft, byte[] bytes) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    while (source.hasRemaining()) {
      draft.write(source);
    }
  }

  private byte[] read(RecordId name) throws IOException {
    try (SeekableByteChannel channel = store().open(name)) {
      ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(channel.size()));
      while (target.hasRemaining() && channel.read(target) >= 0) {}
      return target.array();
    }
  }

  @Test
  void whatIsPublishedIsReadBackWhole() throws IOException {
    publish(id, content);
    assertThat(read(id)).isEqualTo(content);
    assertThat(store().names()).containsExactly(id);
  }

  @Test
  void anEmptyContentIsAContent() throws IOException {
    publish(id, new byte[0]);
    assertThat(read(id)).isEmpty();
  }

  @Test
  void aChannelReadsFromAnyPositionAndEndsAtTheEnd() throws IOException {
    publish(id, content);
    try (SeekableByteChannel channel = store().open(id)) {
      ByteBuffer target = ByteBuffer.allocate(100);
      assertThat(channel.position(69_950).read(target)).isEqualTo(50);
      assertThat(Arrays.copyOf(target.array(), 50))
          .isEqualTo(Arrays.copyOfRange(content, 69_950, 70_000));
      assertThat(channel.position()).isEqualTo(70_000);
      assertThat(channel.read(target)).isEqualTo(-1);
      assertThat(channel.position(1).position()).isEqualTo(1);
    }
  }

  @Test
  void aPublishedContentIsNeverWrittenAgain() throws IOException {
    publish(id, content);
    try (SeekableByteChannel channel = store().open(id)) {
      assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> channel.truncate(1)).isInstanceOf(NonWritableChannelException.class);
    }
    assertThatThrownBy(() -> store().begin(id)).isInstanceOf(IllegalStateException.class);
    assertThat(read(id)).isEqualTo(content);
  }

  @Test
  void aClosedChannelReadsNothing() throws IOException {
    publish(id, content);
    SeekableByteChannel channel = store().open(id);
    assertThat(channel.isOpen()).isTrue();
    channel.close();
    assertThat(channel.isOpen()).isFalse();
    assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
        .isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void aDraftCannotBeOpenedBeforeItIsPublished() throws IOException {
    try (ContentStore.Draft draft = store().begin(id)) {
      write(draft, content);
      assertThat(draft.size()).isEqualTo(content.length);
      assertThatThrownBy(() -> store().open(id)).isInstanceOf(RecordException.Missing.class);
      assertThat(store().names()).containsExactly(id);
    }
  }

  @Test
  void aDraftThatIsClosedUnpublishedIsGone() throws IOException {
    ContentStore.Draft draft = store().begin(id);
    write(draft, content);
    draft.close();
    draft.close();
    assertThat(draft.isOpen()).isFalse();
    assertThat(store().names()).isEmpty();
    assertThatThrownBy(draft::publish).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store().open(id)).isInstanceOf(RecordException.Missing.class);
  }

  @Test
  void aDraftThatWasLeftBehindIsReplacedByTheNext() throws IOException {
    write(store().begin(id), content);
    publish(id, content(10));
    assertThat(read(id)).isEqualTo(content(10));
  }

  @Test
  void removingTakesContentsAndDraftsAndNothingElse() throws IOException {
    RecordId other = RecordId.random(random);
    RecordId draft = RecordId.random(random);
    publish(id, content);
    publish(other, content);
    write(store().begin(draft), content);

    store().remove(id);
    store().remove(draft);
    store().remove(id);

    assertThat(store().names()).containsExactly(other);
    assertThatThrownBy(() -> store().open(id)).isInstanceOf(RecordException.Missing.class);
    assertThat(read(other)).isEqualTo(content);
  }

  @Test
  void faultsNameRandomIdsOnly() {
    assertThatThrownBy(() -> store().open(id))
        .isInstanceOf(RecordException.Missing.class)
        .hasMessageContaining(id.toString());
  }
}
