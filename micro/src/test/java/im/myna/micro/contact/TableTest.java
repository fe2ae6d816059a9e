package im.myna.micro.contact;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final JsonObject ROMEO = Json.createObjectBuilder()
            .add("jid", "romeo@example.net")
            .add("tls", Json.createObjectBuilder().add("version", "TLSv1.3").add("cipher", "x"))
            .add("priority", 5)
            .add("groups", Json.createArrayBuilder().add("Friends").add("Verona"))
            .build();
    private static final JsonObject O = Json.createObjectBuilder()
            .add("jid", "o")
            .add("tls", JsonValue.NULL)
            .add("priority", JsonValue.NULL)
            .build();

    @Test
    void columnsStandBelowEachOther() {
        var table = new Table("jid", "tls.version", "priority");
        table.add(ROMEO);
        table.add(O);
        assertThat(table.lines()).containsExactly("romeo@example.net  TLSv1.3  5", "o");
    }

    @Test
    void whatIsWiderThanWideDoesNotPushTheOthersAway() {
        var table = new Table("jid", "priority");
        table.add(Json.createObjectBuilder()
                .add("jid", "x".repeat(500))
                .add("priority", 1)
                .build());
        table.add(ROMEO);
        assertThat(table.lines()).containsExactly("x".repeat(500) + "  1", "romeo@example.net" + " ".repeat(45) + "5");
    }

    @Test
    void oneThingIsShownFieldByField() {
        assertThat(Table.of(ROMEO)).isEqualTo("""
                        jid       romeo@example.net
                        tls       version TLSv1.3, cipher x
                        priority  5
                        groups    Friends, Verona""");
    }

    /** A subject or a resource is chosen by strangers. */
    @Test
    void nothingIsShownThatATerminalWouldObey() {
        var table = new Table("name");
        table.add(Json.createObjectBuilder().add("name", "\u001b[2Ja\nb").build());
        assertThat(table.lines()).containsExactly(" [2Ja b");
    }

    @Test
    void nothingIsShownOfNothing() {
        assertThat(new Table("a").lines()).isEmpty();
        assertThat(Table.of(JsonValue.EMPTY_JSON_OBJECT)).isEmpty();
    }
}
