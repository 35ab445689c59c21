/// Where the lab keeps what it writes: caches that stay, run folders that go, and what a killed lab left behind.
@NullMarked
package dev.breakwater.engine.environment.folder;

import org.jspecify.annotations.NullMarked;
