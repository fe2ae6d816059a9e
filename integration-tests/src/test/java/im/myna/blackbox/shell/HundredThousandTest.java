package im.myna.blackbox.shell;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.blackbox.server.Server;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many users as a large server has, each with contacts and a message that waits, through commands that have 256 MiB of memory. */
class HundredThousandTest {
    private static final int USERS = 100_000;
    private static final String KEYS = """
            <scram-credentials xmlns="urn:xmpp:pie:0#scram" mechanism="SCRAM-SHA-1"><iter-count>10000</iter-count>\
            <salt>TmFDbE5hQ2xOYUNsTmFDbA==</salt><server-key>0pXWGK0GZJ6TR73AIUN3ITYtA1g=</server-key>\
            <stored-key>Q6qT/SbybblGCZz8e8eSfCJOQic=</stored-key></scram-credentials>\
            """;
    private static final String USER = """
            <user name='user%1$06d'>
            <account xmlns='urn:myna:pie:0' role='user' created='2024-02-29T12:00:00Z'/>
            """ + KEYS + """
            <query xmlns='jabber:iq:roster'>\
            <item xmlns="jabber:iq:roster" jid="friend%1$d@im.example.com" name="A friend" subscription="both"><group>Friends</group></item>\
            <item xmlns="jabber:iq:roster" jid="user000000@im.example.com" subscription="from"/></query>
            <offline-messages><message xmlns='jabber:client' from='friend%1$d@im.example.com/a' to='user%1$06d@im.example.com' type='chat'>\
            <body>Are you there?</body><delay xmlns='urn:xmpp:delay' from='im.example.com' stamp='2024-03-01T12:00:00Z'>Offline Storage</delay></message>
            </offline-messages>
            </user>
            """;

    @Test
    void aHundredThousandUsersComeInAndGoOutAgainAsTheyWere(@TempDir Path folder) throws Exception {
        var file = folder.resolve("in.xml");
        write(file);
        var shell = new Shell(Map.of("MYNA_DATA", folder.resolve("data").toString(), "MYNA_DOMAIN", Server.DOMAIN));
        var begun = System.nanoTime();
        assertThat(shell.says("import", file.toString())).endsWith("imported 100000 users");
        var imported = System.nanoTime();
        var out = folder.resolve("out.xml");
        shell.says("export", out.toString());
        System.out.printf(
                "%d users, %d MB of XML: imported in %d s, exported in %d s%n",
                USERS,
                Files.size(file) >> 20,
                Duration.ofNanos(imported - begun).toSeconds(),
                Duration.ofNanos(System.nanoTime() - imported).toSeconds());
        assertThat(Files.mismatch(file, out)).isEqualTo(-1);
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("""
                    <?xml version='1.0' encoding='UTF-8'?>
                    <server-data xmlns='urn:xmpp:pie:0'>
                    <host jid='im.example.com'>
                    """);
            for (int i = 0; i < USERS; i++) {
                writer.write(USER.formatted(i));
            }
            writer.write("""
                    </host>
                    </server-data>
                    """);
        }
    }
}
