package eu.sotto.rights;

/**
 * The way to recipients and other controllers: a host's mail, ticket or interface. What is not
 * delivered stays in the queue. Source: GDPR Art. 19.
 */
@FunctionalInterface
public interface RecipientNotices {
  /**
   * Delivers a notice; it may come again after a crash.
   *
   * @param notice what to tell to whom
   * @return the receipt, such as a ticket's number; only its digest is recorded
   * @throws java.io.IOException if it could not be delivered; it is tried again at the next run
   */
  String deliver(RecipientNotice notice) throws java.io.IOException;
}
