package im.myna.web.admin.frame;

import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;

/** Lets what went wrong out of Jakarta Faces, also what a script asked for, so that one place explains it. */
public class Candour extends ExceptionHandlerFactory {
    public Candour(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Candid(getWrapped().getExceptionHandler());
    }

    private static final class Candid extends ExceptionHandlerWrapper {
        Candid(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            for (var event : getUnhandledExceptionQueuedEvents()) {
                throw new FacesException(event.getContext().getException());
            }
        }
    }
}
