package im.myna.web.rest.message;

import im.myna.web.door.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads bodies, which are small. */
@Consumes(MediaType.APPLICATION_JSON)
public class FieldsReader implements MessageBodyReader<Fields> {
    private static final int MOST_BYTES = 65_536;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Fields.class;
    }

    @Override
    public Fields readFrom(
            Class<Fields> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        var body = stream.readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new WebApplicationException(Problem.of(413, "a body has at most " + MOST_BYTES + " bytes")
                    .with("Connection", "close")
                    .response());
        }
        return Fields.parse(body);
    }
}
