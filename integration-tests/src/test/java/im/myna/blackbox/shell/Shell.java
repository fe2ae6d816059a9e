package im.myna.blackbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody who types {@code ./myna}. */
record Shell(Map<String, String> environment) {
    /** On the machine of that server, by its owner. */
    static Shell owner(Server server) {
        return new Shell(Map.of("MYNA_DATA", server.data().toString(), "MYNA_DOMAIN", Server.DOMAIN));
    }

    /** Elsewhere, where nothing is known of the server but its address. */
    static Shell stranger(Server server) {
        return new Shell(Map.of("MYNA_URL", server.target().http("")));
    }

    Shell with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Shell(more);
    }

    /** What was said; it must have been done. */
    List<String> says(String... words) throws IOException, InterruptedException {
        return types("", words);
    }

    List<String> types(String input, String... words) throws IOException, InterruptedException {
        var result = Command.myna(environment, input, words);
        assertThat(result.code()).as(result.text()).isZero();
        return result.output();
    }

    /** What was said about why it was not done. */
    String refused(String... words) throws IOException, InterruptedException {
        var result = Command.myna(environment, "", words);
        assertThat(result.code()).as(result.text()).isEqualTo(1);
        return result.text();
    }
}
