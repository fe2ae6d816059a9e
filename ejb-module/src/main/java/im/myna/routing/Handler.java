package im.myna.routing;

import im.myna.session.Session;
import im.myna.stanza.Iq;
import im.myna.stanza.Stanza;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

/** One annotated method of a feature, brought to one shape: (argument, session) to Reaction or Passage. */
record Handler(MethodHandle target, boolean blocking, Method method) {
    private static final MethodHandle ANSWER;

    static {
        try {
            ANSWER = MethodHandles.lookup()
                    .findStatic(Reaction.class, "route", MethodType.methodType(Reaction.class, Stanza.class))
                    .asType(MethodType.methodType(Reaction.class, Iq.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** @param feature the bean, or its proxy @throws IllegalStateException when the method has not the promised shape */
    static Handler of(Object feature, Method method, boolean blocking, Class<?> argument, Class<?> result) {
        try {
            var bound = MethodHandles.publicLookup().unreflect(method).bindTo(feature);
            var shape = MethodType.methodType(result, argument, Session.class);
            var answered = bound.type().returnType() == Iq.class ? MethodHandles.filterReturnValue(bound, ANSWER) : bound;
            var whole = answered.type().parameterCount() == 1
                    ? MethodHandles.dropArguments(answered, 1, Session.class)
                    : answered;
            if (!whole.type().equals(shape)) {
                throw new IllegalStateException(method + " must look like " + shape);
            }
            return new Handler(whole.asType(shape.generic()), blocking, method);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " must be public", e);
        }
    }

    Reaction react(Object argument, Session session) {
        return (Reaction) call(argument, session);
    }

    Passage pass(Passage passage) {
        return (Passage) call(passage, null);
    }

    private Object call(Object argument, Session session) {
        try {
            return target.invokeExact(argument, (Object) session);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
