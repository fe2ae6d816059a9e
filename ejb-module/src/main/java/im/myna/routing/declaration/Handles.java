package im.myna.routing.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method answers requests of that name. Its parameters are the {@code Iq}, and the {@code Session} that sent it if it wants
 * it (not for {@link Place#ACCOUNT}: the sender may be elsewhere); it returns the answer as {@code Iq}, or a {@link Reaction}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Handles {
    Kind[] kind();

    String ns();

    String name();

    Place[] at() default {Place.SERVER, Place.SELF};

    /** True when it reads or writes the database or a directory: it then never runs on an event loop. */
    boolean blocking() default false;
}
