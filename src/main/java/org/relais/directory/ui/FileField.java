package org.relais.directory.ui;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;

import org.relais.uikit.Glyph;
import org.relais.uikit.Toast;

/** Takes one file of a kind in, up to a size, with words in the user's language. */
final class FileField {

    private FileField() {}

    /**
     * @param where whose language its words are in
     * @param taken told the name and the bytes of the file
     */
    static Upload of(Component where, String verb, int mostBytes, String extension, BiConsumer<String, byte[]> taken) {
        var upload = new Upload();
        upload.setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> taken.accept(metadata.fileName(), bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(mostBytes);
        upload.setAcceptedFileTypes(extension);
        upload.setUploadButton(new Button(verb, Glyph.UPLOAD.create()));
        upload.setDropLabel(new Span(where.getTranslation("directory.upload.drop")));
        var tooLarge = where.getTranslation("directory.upload.large", mostBytes / 1_000_000);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(where.getTranslation("directory.upload.drop"))
                        .setMany(where.getTranslation("directory.upload.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(verb).setMany(verb))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(where.getTranslation("directory.upload.one"))
                        .setFileIsTooBig(tooLarge)
                        .setIncorrectFileType(where.getTranslation("directory.upload.kind", extension)))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(where.getTranslation("directory.upload.connecting"))
                                .setStalled(where.getTranslation("directory.upload.stalled"))
                                .setProcessing(where.getTranslation("directory.upload.processing"))
                                .setHeld(where.getTranslation("directory.upload.connecting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown("")))
                .setFile(new UploadI18N.File()
                        .setRetry(where.getTranslation("directory.upload.retry"))
                        .setStart(verb)
                        .setRemove(where.getTranslation("directory.upload.remove"))));
        upload.addFileRejectedListener(event -> Toast.error(event.getErrorMessage()));
        return upload;
    }
}
