/// What gRPC servers and clients share.
@NullMarked
package dev.breakwater.shop.support.grpc;

import org.jspecify.annotations.NullMarked;
