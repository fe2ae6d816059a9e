package im.myna.specification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The specification that a class implements. Feeds disco#info, PROTOCOLS.md and doap.xml. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Implements.All.class)
public @interface Implements {
    /** "XEP-0199", "RFC 6121". */
    String spec();

    /** The version of a XEP; empty for an RFC. */
    String version() default "";

    /** Which part, where it is not the whole, or what is not there. */
    String note() default "";

    /** What the server announces in disco#info (XEP-0030). */
    String[] features() default {};

    /** What an account announces in disco#info. */
    String[] accountFeatures() default {};

    /** The container of several. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Implements[] value();
    }
}
