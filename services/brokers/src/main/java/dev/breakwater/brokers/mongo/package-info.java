/// mongo-java-server, a MongoDB in memory, as a child process.
@NullMarked
package dev.breakwater.brokers.mongo;

import org.jspecify.annotations.NullMarked;
