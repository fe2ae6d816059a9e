package im.myna.routing.declaration;

import im.myna.stanza.Presence;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method decides about presence that comes in for an account of ours, from here or elsewhere: {@code Reaction name(Presence received)}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Inbound {
    Presence.Type[] value();

    /** True when it reads or writes the database: it then never runs on an event loop. */
    boolean blocking() default false;
}
