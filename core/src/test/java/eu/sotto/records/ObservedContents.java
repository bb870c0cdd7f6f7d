package eu.sotto.records;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Set;

/** A content store that tells before each step. */
class ObservedContents implements ContentStore {
  private final ContentStore real;
  Steps steps = Steps.NONE;

  ObservedContents(ContentStore real) {
    this.real = real;
  }

  private void before(String step) {
    try {
      steps.before(step);
    } catch (Steps.Injected e) {
      throw new RecordException.StorageFull(e);
    }
  }

  @Override
  public Draft begin(RecordId id) {
    before("content begin");
    return new ObservedDraft(real.begin(id));
  }

  @Override
  public SeekableByteChannel open(RecordId id) {
    return real.open(id);
  }

  @Override
  public void remove(RecordId id) {
    before("content remove");
    real.remove(id);
  }

  @Override
  public Set<RecordId> names() {
    return real.names();
  }

  @Override
  public void close() {
    real.close();
  }

  private final class ObservedDraft implements Draft {
    private final Draft draft;

    ObservedDraft(Draft draft) {
      this.draft = draft;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      before("content write");
      return draft.write(source);
    }

    @Override
    public long size() {
      return draft.size();
    }

    @Override
    public void publish() {
      before("content publish");
      draft.publish();
    }

    @Override
    public boolean isOpen() {
      return draft.isOpen();
    }

    @Override
    public void close() {
      draft.close();
    }
  }
}
