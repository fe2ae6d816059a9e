package im.myna.store.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

@Entity
@Table(name = "directory_round")
class RoundEntity {
    @Id
    @Column(name = "name", nullable = false, length = KeptDefinition.NAME)
    private String name;

    @Column(name = "began", nullable = false)
    private Instant began;

    @Column(name = "millis", nullable = false)
    private long millis;

    @Column(name = "mark", nullable = false)
    private String mark;

    @Column(name = "people", nullable = false)
    private int people;

    @Column(name = "teams", nullable = false)
    private int teams;

    @Column(name = "problem", nullable = false)
    private String problem;

    /** A line for each. */
    @Column(name = "skipped", nullable = false)
    private String skipped;

    RoundEntity() {}

    RoundEntity(Round round) {
        name = round.name();
        began = round.began();
        millis = round.millis();
        mark = round.mark();
        people = round.people();
        teams = round.teams();
        problem = round.problem();
        skipped = String.join("\n", round.skipped());
    }

    Round round() {
        var lines = skipped.lines().toList();
        return new Round(name, began, millis, mark, people, teams, problem, List.copyOf(lines));
    }
}
