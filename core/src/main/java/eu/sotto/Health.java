package eu.sotto;

import eu.sotto.oversight.OversightState;
import eu.sotto.rights.RequestStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * How an open store is doing. Immutable and thread-safe.
 *
 * @param fresh whether this node knows of the other nodes what it must to permit anything; always
 *     true where there are none
 * @param behind how old its knowledge of them is; zero where there are none
 * @param nodes how many nodes have the store open, this one included
 * @param readable whether the database answered; if not, what follows is empty and says nothing
 * @param requests how it stands with what data subjects asked for
 * @param incidents what is owed to authorities, persons and controllers after a breach and is late
 * @param oversight what of AI waits for a person, and what is late
 * @param presumedConsents how many questions wait for a person whether a company's consent to a
 *     call may be presumed ({@link Contact#presumedConsents})
 */
public record Health(
    boolean fresh,
    Duration behind,
    int nodes,
    boolean readable,
    Requests requests,
    List<Overdue> incidents,
    OversightState oversight,
    int presumedConsents) {
  /** Copies the list. */
  public Health {
    incidents = List.copyOf(incidents);
  }

  static Health unreadable(boolean fresh, Duration behind, int nodes) {
    var nothing = new OversightState(0, 0, 0, 0);
    return new Health(fresh, behind, nodes, false, new Requests(0, 0, 0, 0), List.of(), nothing, 0);
  }

  /**
   * How it stands with the requests of data subjects. Source: GDPR Art. 12(3), 19.
   *
   * @param open how many wait for their answer
   * @param overdue how many of them should have been answered
   * @param nearlyDue how many of them are due within a week
   * @param recipientsToTell how many notices to recipients and other controllers are owed
   */
  public record Requests(int open, int overdue, int nearlyDue, int recipientsToTell) {
    private static final int NEAR = 7;

    static Requests of(List<RequestStatus> open, LocalDate today, int owed) {
      long overdue = open.stream().filter(one -> one.overdue(today)).count();
      long near = open.stream().filter(one -> one.due(today, NEAR)).count();
      return new Requests(open.size(), Math.toIntExact(overdue), Math.toIntExact(near), owed);
    }
  }
}
