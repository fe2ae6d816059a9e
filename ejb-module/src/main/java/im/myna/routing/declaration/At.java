package im.myna.routing.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method sees messages on their way: {@code Passage name(Passage passage)}; a {@code StanzaException} refuses the message. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface At {
    Stop value();

    /** True when it reads or writes the database: it then never runs on an event loop. */
    boolean blocking() default false;
}
