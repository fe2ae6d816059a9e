package im.myna.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text of which one part is written by a program. */
record Document(Path file) {
    private static final String BEGIN = "<!-- What follows is written by ./myna bench --table. -->\n";
    private static final String END = "<!-- Here it ends. -->\n";

    /** Puts that in place of what was written before. */
    void write(String part) {
        try {
            Files.writeString(file, with(Files.readString(file), part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String with(String text, String part) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("the document lacks the two lines between which the table goes");
        }
        return text.substring(0, begin + BEGIN.length()) + "\n" + part + "\n" + text.substring(end);
    }
}
