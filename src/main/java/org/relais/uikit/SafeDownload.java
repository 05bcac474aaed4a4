package org.relais.uikit;

import java.io.IOException;
import java.io.OutputStream;

import com.vaadin.flow.server.streams.DownloadHandler;

/** A file that a browser saves and never opens as a page of ours, whatever is in it. */
public final class SafeDownload {

    private SafeDownload() {}

    public static DownloadHandler of(String fileName, String contentType, Content content) {
        return event -> {
            event.setFileName(fileName);
            event.setContentType(contentType);
            var response = event.getResponse();
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            content.write(event.getOutputStream());
        };
    }

    /** Writes the file. */
    @FunctionalInterface
    public interface Content extends java.io.Serializable {

        void write(OutputStream out) throws IOException;
    }
}
