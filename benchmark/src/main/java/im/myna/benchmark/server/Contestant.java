package im.myna.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The servers that the benchmark can start. */
public enum Contestant {
    MYNA("Myna"),
    MYNA_POSTGRESQL("Myna, %,d accounts in PostgreSQL".formatted(MynaOnPostgresql.ACCOUNTS)),
    EJABBERD("ejabberd"),
    PROSODY("Prosody");

    private final String title;

    Contestant(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public boolean installed() {
        return switch (this) {
            case MYNA -> Myna.installed();
            case MYNA_POSTGRESQL -> Myna.installed() && MynaOnPostgresql.installed();
            case EJABBERD -> Ejabberd.installed();
            case PROSODY -> Prosody.installed();
        };
    }

    /** Starts one on those cores, as taskset takes them; empty for all. */
    public Server started(String cores) {
        return switch (this) {
            case MYNA -> Myna.started(cores);
            case MYNA_POSTGRESQL -> MynaOnPostgresql.started(cores);
            case EJABBERD -> Ejabberd.started(cores);
            case PROSODY -> Prosody.started(cores);
        };
    }

    /** As its packager counts; of Myna the commit. */
    public String version() {
        return switch (this) {
            case MYNA, MYNA_POSTGRESQL -> said("git", "describe", "--always", "--dirty");
            case EJABBERD -> said("dpkg-query", "-W", "-f=${Version}", "ejabberd");
            case PROSODY -> said("dpkg-query", "-W", "-f=${Version}", "prosody");
        };
    }

    private static String said(String... command) {
        try {
            var output = new ProcessBuilder(command).start().getInputStream().readAllBytes();
            return new String(output, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
