package io.eventjobs.standalone.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.validation.FieldError;

/** What is wrong with a setting that kept an application from starting, in a sentence for people. */
final class WrongSetting {
    private WrongSetting() {}

    /** Empty if something else kept it from starting. */
    static Optional<String> words(Throwable fault) {
        String found = null;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                return Optional.of(words(invalid.getValidationErrors()));
            }
            if (cause instanceof BindException unreadable && unreadable.getProperty() != null) {
                found = unreadable.getName() + ": " + unreadable.getProperty().getValue() + " is not allowed"
                        + reason(unreadable);
            }
        }
        return Optional.ofNullable(found);
    }

    private static String words(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? errors.getName() + "." + DataObjectPropertyName.toDashedForm(field.getField()) + " "
                                + field.getDefaultMessage() + ", but is " + field.getRejectedValue()
                        : errors.getName() + ": " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** The innermost reason, which names what is allowed. */
    private static String reason(BindException fault) {
        Throwable cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == fault || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    }
}
