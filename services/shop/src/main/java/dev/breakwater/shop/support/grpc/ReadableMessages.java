package dev.breakwater.shop.support.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;

/// Refuses messages that cannot be read, before they become requests: `INVALID_ARGUMENT`, and the name of the field if its text is no
/// UTF-8. gRPC itself would call it a failure of the server.
final class ReadableMessages implements ServerInterceptor {
    private ReadableMessages() {}

    /// The same service, in which only messages that can be read arrive.
    static ServerServiceDefinition of(ServerServiceDefinition service) {
        return ServerInterceptors.intercept(ServerInterceptors.useMarshalledMessages(service, new RawBytes()), new ReadableMessages());
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return new Reading<>(next.startCall(call, headers), call);
    }

    private static final class Reading<Q, A> extends SimpleForwardingServerCallListener<Q> {
        private final ServerCall<Q, A> call;
        private boolean refused;

        Reading(ServerCall.Listener<Q> listener, ServerCall<Q, A> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            try {
                super.onMessage(message);
            } catch (StatusRuntimeException e) {
                if (!(e.getCause() instanceof InvalidProtocolBufferException)) {
                    throw e;
                }
                refused = true;
                call.close(Status.INVALID_ARGUMENT.withDescription(why((byte[]) message)), new Metadata());
            }
        }

        @Override
        public void onHalfClose() {
            if (!refused) {
                super.onHalfClose();
            }
        }

        private String why(byte[] message) {
            Descriptor type = ((ProtoMethodDescriptorSupplier) call.getMethodDescriptor().getSchemaDescriptor()).getMethodDescriptor()
                    .getInputType();
            try {
                UnknownFieldSet fields = UnknownFieldSet.parseFrom(message);
                return type.getFields().stream().filter(field -> isNoText(field, fields)).findFirst()
                        .map(field -> field.getName() + " must be a text in UTF-8").orElse("the message is no " + type.getName());
            } catch (InvalidProtocolBufferException e) {
                return "the message is no " + type.getName() + ": " + e.getMessage();
            }
        }

        private static boolean isNoText(FieldDescriptor field, UnknownFieldSet fields) {
            return field.getType() == FieldDescriptor.Type.STRING && !fields.getField(field.getNumber()).getLengthDelimitedList().stream()
                    .allMatch(ByteString::isValidUtf8);
        }
    }
}
