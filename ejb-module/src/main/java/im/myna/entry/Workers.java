package im.myna.entry;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The threads on which stanzas are handled that need the database: not the event loops. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Workers {
    /** For code that has to say it without an annotation. */
    final class Literal extends AnnotationLiteral<Workers> implements Workers {}
}
