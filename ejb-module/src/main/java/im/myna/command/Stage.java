package im.myna.command;

import im.myna.form.Answers;
import im.myna.form.Form;
import java.util.function.Function;

/**
 * A form to be filled in.
 *
 * @param last whether the command is done with it
 * @param next what follows from the answers, which fit the form; it may block. A {@code RefusedException} says why not; then the stage
 *     is as it was, and can be answered anew.
 */
public record Stage(Form form, boolean last, Function<Answers, Step> next) implements Step {
    /** The only one, or the last of several. */
    public static Stage last(Form form, Function<Answers, Step> next) {
        return new Stage(form, true, next);
    }

    /** One with another behind it. */
    public static Stage first(Form form, Function<Answers, Step> next) {
        return new Stage(form, false, next);
    }
}
