package io.retrace.ui.partner;

import com.vaadin.flow.component.upload.UploadI18N;
import io.retrace.ui.component.Words;
import java.util.List;

/** What the upload says while files are on their way. */
final class UploadTexts {

    private UploadTexts() {}

    static UploadI18N in(Words words) {
        var unexpected = words.say("upload.failed");
        return new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(words.say("upload.add"))
                        .setMany(words.say("upload.add")))
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(words.say("upload.drop"))
                        .setMany(words.say("upload.drop")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(words.say("upload.too-large"))
                        .setTooManyFiles(unexpected)
                        .setIncorrectFileType(words.say("error.file.type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(words.say("upload.connecting"))
                                .setStalled(words.say("upload.stalled"))
                                .setProcessing(words.say("upload.processing"))
                                .setHeld(words.say("upload.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(words.say("upload.remaining"))
                                .setUnknown(words.say("upload.remaining.unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(unexpected)
                                .setUnexpectedServerError(unexpected)
                                .setForbidden(words.say("upload.refused"))
                                .setFileTooLarge(words.say("upload.too-large"))))
                .setFile(new UploadI18N.File()
                        .setRetry(words.say("upload.retry"))
                        .setStart(words.say("upload.start"))
                        .setRemove(words.say("upload.remove")))
                .setUnits(List.of("B", "kB", "MB", "GB", "TB"));
    }
}
