package im.myna.web.admin.frame;

import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;

/** Finds the files of the pages where no browser can read them as they are. */
public class Views extends ResourceHandlerWrapper {
    private static final String FOLDER = "/WEB-INF/admin";

    public Views(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public ViewResource createViewResource(FacesContext context, String name) {
        // Faces asks for the root at its start, to know where the application lies.
        return getWrapped().createViewResource(context, name.equals("/") ? name : FOLDER + name);
    }
}
