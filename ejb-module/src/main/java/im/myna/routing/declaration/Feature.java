package im.myna.routing.declaration;

/** Marks a bean whose annotated methods answer stanzas: see {@link Handles}, {@link Outbound}, {@link Inbound}, {@link At}, {@link On}. */
public interface Feature {}
