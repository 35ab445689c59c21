/// Every name that crosses a process border: services, queues, streams, keys, headers, attributes, variables.
@NullMarked
package dev.breakwater.contract;

import org.jspecify.annotations.NullMarked;
