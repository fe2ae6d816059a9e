package im.myna.micro.contact;

import java.util.function.LongConsumer;

/** Says how far something is, now and then. */
record Progress(Terminal terminal, String what) implements LongConsumer {
    private static final int NOW_AND_THEN = 10_000;

    @Override
    public void accept(long users) {
        if (users % NOW_AND_THEN == 0) {
            terminal.remark(what + " " + users + " users");
        }
    }
}
