package eu.sotto.records;

import eu.sotto.vocabulary.PrivacyException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/**
 * What can go wrong with kept records, one type for each thing a host would do about it. Messages
 * name random record ids only; what was stored before stays as it was.
 */
public abstract sealed class RecordException extends PrivacyException {
  private static final long serialVersionUID = 1L;

  private RecordException(String message) {
    super(message);
  }

  private RecordException(String message, Throwable cause) {
    super(message, cause);
  }

  /** There is no room left: nothing of this content was kept. */
  public static final class StorageFull extends RecordException {
    private static final long serialVersionUID = 1L;

    /**
     * A full disk, quota or bucket.
     *
     * @param cause what the storage said
     */
    public StorageFull(Throwable cause) {
      super("no space left for sealed contents: free some and try again", cause);
    }
  }

  /** The storage did not do what was asked for another reason; try again later. */
  public static final class Unavailable extends RecordException {
    private static final long serialVersionUID = 1L;

    /**
     * A step that failed.
     *
     * @param step what was tried, without personal data
     * @param cause what the storage said
     */
    public Unavailable(String step, Throwable cause) {
      super("sealed contents: " + step + " failed", cause);
    }
  }

  /** The index lists the record, but its sealed content is not there: restore it from a backup. */
  public static final class Missing extends RecordException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the record.
     *
     * @param id its random id
     */
    public Missing(RecordId id) {
      super("the sealed content of record " + id + " is missing");
    }
  }

  /** The sealed content or its index row is not what was written, or belongs to another record. */
  public static final class Damaged extends RecordException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the record.
     *
     * @param id its random id
     * @param cause what did not verify
     */
    public Damaged(RecordId id, Throwable cause) {
      super("record " + id + " is damaged: its sealed content does not verify", cause);
    }

    /**
     * Something else that was sealed.
     *
     * @param what the kind of thing, without any content
     * @param cause what did not verify
     */
    public Damaged(String what, Throwable cause) {
      super(what + " is damaged: it does not verify", cause);
    }
  }

  /** A key that is needed was destroyed: nobody can open what it sealed, or seal more with it. */
  public static final class Shredded extends RecordException {
    private static final long serialVersionUID = 1L;

    /** Names nothing: a subject's or a bucket's key. */
    public Shredded() {
      super("the key was destroyed: what it sealed was disposed of");
    }

    /**
     * Names the record.
     *
     * @param id its random id
     */
    public Shredded(RecordId id) {
      super("record " + id + " was disposed of: its key is destroyed");
    }
  }

  /** No record of this id is kept: it never was, or it is gone. */
  public static final class NotKept extends RecordException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the record.
     *
     * @param id its random id
     */
    public NotKept(RecordId id) {
      super("no record " + id + " is kept");
    }
  }

  /** The last moment at which the record may exist is over: it is neither kept nor opened. */
  public static final class PastDue extends RecordException {
    private static final long serialVersionUID = 1L;

    /**
     * Names the class.
     *
     * @param retentionClass the declared class
     */
    public PastDue(String retentionClass) {
      super("the time of this record of class " + retentionClass + " is over");
    }
  }

  static RecordException of(String step, IOException cause) {
    return noSpace(cause) ? new StorageFull(cause) : new Unavailable(step, cause);
  }

  private static boolean noSpace(IOException cause) {
    String reason =
        cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
    if (reason == null) {
      return false;
    }
    String said = reason.toLowerCase(Locale.ROOT);
    return said.contains("no space left")
        || said.contains("not enough space")
        || said.contains("quota exceeded");
  }
}
