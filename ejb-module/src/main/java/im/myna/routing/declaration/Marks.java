package im.myna.routing.declaration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method adds something to available presence that a client sends, before anybody sees it:
 * {@code Presence name(Presence sent, Session sender)}. It must not block. Features must not lean on an order among them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Marks {}
