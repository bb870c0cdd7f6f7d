package eu.sotto.records;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps sealed contents in memory, for a host's own tests; nothing outlives the object. */
public final class MemoryContentStore implements ContentStore {
  private final Map<RecordId, byte[]> published = new ConcurrentHashMap<>();
  private final Map<RecordId, MemoryDraft> drafts = new ConcurrentHashMap<>();

  /** An empty store. */
  public MemoryContentStore() {}

  @Override
  public Draft begin(RecordId id) {
    if (published.containsKey(id)) {
      throw new IllegalStateException("a content of this name was published already");
    }
    MemoryDraft draft = new MemoryDraft(id);
    drafts.put(id, draft);
    return draft;
  }

  @Override
  public SeekableByteChannel open(RecordId id) {
    byte[] content = published.get(id);
    if (content == null) {
      throw new RecordException.Missing(id);
    }
    return new MemoryChannel(content);
  }

  @Override
  public void remove(RecordId id) {
    drafts.remove(id);
    published.remove(id);
  }

  @Override
  public Set<RecordId> names() {
    Set<RecordId> names = new HashSet<>(published.keySet());
    names.addAll(drafts.keySet());
    return names;
  }

  /** Does nothing: contents stay as long as the object. */
  @Override
  public void close() {}

  private final class MemoryDraft implements Draft {
    private final RecordId id;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private boolean open = true;

    MemoryDraft(RecordId id) {
      this.id = id;
    }

    @Override
    public int write(ByteBuffer source) throws ClosedChannelException {
      if (!open) {
        throw new ClosedChannelException();
      }
      byte[] bytes = new byte[source.remaining()];
      source.get(bytes);
      content.write(bytes, 0, bytes.length);
      return bytes.length;
    }

    @Override
    public long size() {
      return content.size();
    }

    @Override
    public void publish() {
      if (!open || !drafts.remove(id, this)) {
        throw new IllegalStateException("the draft is closed");
      }
      open = false;
      published.put(id, content.toByteArray());
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      if (open) {
        open = false;
        drafts.remove(id, this);
      }
    }
  }
}
