package dev.breakwater.engine.environment.program;

import java.io.IOException;

/// Something that has to be run is not on this machine.
public final class MissingProgramException extends IOException {
    private static final long serialVersionUID = 1;
    private final String advice;

    public MissingProgramException(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
