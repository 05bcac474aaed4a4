package org.relais.oversight.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.relais.shared.RelaisException;

/**
 * A file behind an address that works once, for the session and the window that asked for it: a second request for it,
 * by whomever, gets nothing.
 */
final class OneTimeDownload implements DownloadHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OneTimeDownload.class);
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

    private final AtomicBoolean used = new AtomicBoolean();
    private final String fileName;
    private final String contentType;
    private final transient Content content;
    private final transient Runnable handedOver;

    /** @param handedOver runs in the window once the file was asked for */
    OneTimeDownload(String fileName, String contentType, Content content, Runnable handedOver) {
        this.fileName = fileName;
        this.contentType = contentType;
        this.content = content;
        this.handedOver = handedOver;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        if (!used.compareAndSet(false, true)) {
            event.getResponse().setStatus(GONE);
            return;
        }
        event.setFileName(fileName);
        event.setContentType(contentType);
        event.getResponse().setHeader("Cache-Control", "no-store");
        try {
            content.write(event.getOutputStream());
        } catch (RelaisException refused) {
            LOG.info("An export was refused: {}", refused.key());
            event.getResponse().setStatus(FORBIDDEN);
        } finally {
            var _ = event.getUI().access(handedOver::run);
        }
    }

    @Override
    public String getUrlPostfix() {
        return fileName;
    }

    /** Writes the file. */
    @FunctionalInterface
    interface Content {

        void write(OutputStream out) throws IOException;
    }
}
