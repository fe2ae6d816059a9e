package im.myna.micro.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Where people sit, or a script stands. */
public final class Terminal {
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;

    public Terminal(InputStream in, PrintStream out, PrintStream err) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
    }

    public void say(String line) {
        out.println(line);
    }

    public void complain(String text) {
        err.println("myna: " + text);
    }

    /** What is under way; not a part of what a script reads. */
    public void remark(String line) {
        err.println(line);
    }

    public PrintWriter writer() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    public PrintWriter complaints() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /** One that exists. */
    public String password(String whose) throws IOException {
        return secret("Password of " + whose + ": ");
    }

    /** A new one: people type it twice. */
    public String newPassword() throws IOException {
        var password = secret("Password: ");
        if (isPerson() && !password.equals(secret("Again: "))) {
            throw new IllegalArgumentException("these are two different passwords");
        }
        return password;
    }

    private String secret(String prompt) throws IOException {
        if (isPerson()) {
            var typed = System.console().readPassword(prompt);
            var secret = typed == null ? "" : new String(typed);
            if (typed != null) {
                Arrays.fill(typed, ' ');
            }
            return secret;
        }
        var line = in.readLine();
        if (line == null) {
            throw new IllegalArgumentException("the password is read from standard input, which has nothing");
        }
        return line;
    }

    /** Whether somebody can be asked. */
    @SuppressWarnings(
            "SystemConsoleNull") // ./myna sets jdk.console=java.base, with which newer Javas do as Java 17 does.
    private static boolean isPerson() {
        return System.console() != null;
    }
}
