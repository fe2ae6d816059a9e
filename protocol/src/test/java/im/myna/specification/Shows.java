package im.myna.specification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The specifications that a test shows to be implemented: PROTOCOLS.md names it there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shows {
    /** As in {@link Implements#spec}. */
    String[] value();
}
