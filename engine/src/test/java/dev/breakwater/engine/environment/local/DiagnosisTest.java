package dev.breakwater.engine.environment.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.breakwater.engine.environment.StartFailedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    @Test
    void aFullDiskIsSeenInWhatBrokersSay() {
        assertEquals(Diagnosis.DISK_FULL, Diagnosis.of(List.of("Can't open the append-only file: No space left on device", "exiting")));
        assertEquals(Diagnosis.DISK_FULL, Diagnosis.of(List.of("{error,enospc}")));
    }

    @Test
    void aTakenPortIsSeenInWhatBrokersSay() {
        assertEquals(Diagnosis.PORT_TAKEN, Diagnosis.of(List.of("bind: Address already in use")));
        assertEquals(Diagnosis.PORT_TAKEN, Diagnosis.of(List.of("listener failed: {listen_error, eaddrinuse}")));
    }

    @Test
    void nothingIsMadeUpForAnUnknownEnd() {
        assertNull(Diagnosis.of(List.of("java.lang.IllegalStateException: no")));
        StartFailedException failure = Diagnosis.ended("redis", 128 + 9, List.of("bye"));
        assertEquals("redis did not start: it ended by SIGKILL before it was ready", failure.getMessage());
        assertEquals(List.of("bye"), failure.lastLines());
    }

    @Test
    void aFullDiskSaysWhatToDo() {
        StartFailedException failure =
                Diagnosis.unable("the run folder", new IOException("No space left on device: 3 MB are free in /x, a run needs 50 MB"));
        assertTrue(failure.advice().contains("XDG_CACHE_HOME"), failure.advice());
    }

    @Test
    void aMissingPermissionNamesTheFile() {
        StartFailedException failure = Diagnosis.unable("redis", new AccessDeniedException("/cache/runs"));
        assertEquals("redis did not start: this user lacks a permission: permission denied: /cache/runs", failure.getMessage());
    }
}
