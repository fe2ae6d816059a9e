package im.myna.web.figures;

import io.prometheus.metrics.expositionformats.ExpositionFormats;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Tells Prometheus how the server does, in the text format that it asks for. */
@WebServlet("/metrics")
public class Metrics extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_BYTES = 1 << 14;

    private transient ExpositionFormats formats = ExpositionFormats.init();

    @Inject
    private transient Readings readings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sheet = new Sheet();
        readings.write(sheet);
        VirtualMachine.write(sheet);
        var writer = formats.findWriter(request.getHeader("Accept"));
        var text = new ByteArrayOutputStream(USUAL_BYTES);
        writer.write(text, sheet.whole());
        response.setContentType(writer.getContentType());
        response.setContentLength(text.size());
        text.writeTo(response.getOutputStream());
    }
}
