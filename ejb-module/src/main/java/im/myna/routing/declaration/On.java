package im.myna.routing.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method is called at that moment: {@code Reaction name(Session session)}. Features must not lean on an order among them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface On {
    Moment value();

    /** True when it reads or writes the database: it then never runs on an event loop. */
    boolean blocking() default false;
}
