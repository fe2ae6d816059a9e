package im.myna.blackbox.life;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.server.Command;
import im.myna.blackbox.server.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code ./myna user} for one data folder. */
record UserCommands(Path data) {
    /** Adds, gives another password, lists and deletes; and what goes wrong. */
    void areKept(String name, Consumer<String> logsIn) throws Exception {
        var jid = name + "@im.example.com";
        say("add", jid, "first secret\n");
        logsIn.accept("first secret");
        var again = result("add", jid, "another\n");
        assertThat(again.code()).isNotZero();
        assertThat(again.text()).contains(jid);
        say("passwd", jid, "second secret\n");
        logsIn.accept("second secret");
        assertThat(say("list", Server.DOMAIN, ""))
                .anyMatch(line -> line.contains(jid))
                .anyMatch(line -> line.contains("admin@"));
        say("delete", jid, "");
        assertThat(say("list", Server.DOMAIN, "")).noneMatch(line -> line.contains(jid));
        assertThat(result("delete", jid, "").code()).isNotZero();
        assertThat(result("passwd", jid, "third secret\n").code()).isNotZero();
        assertThat(result("add", "no@such@jid", "secret\n").code()).isNotZero();
    }

    /** What was said about it; it must have been done. */
    List<String> say(String command, String argument, String input) throws Exception {
        var result = result(command, argument, input);
        assertThat(result.code()).as(result.text()).isZero();
        return result.output();
    }

    private Command.Result result(String command, String argument, String input)
            throws IOException, InterruptedException {
        return Command.myna(
                Map.of("MYNA_DATA", data.toString(), "MYNA_DOMAIN", Server.DOMAIN), input, "user", command, argument);
    }
}
