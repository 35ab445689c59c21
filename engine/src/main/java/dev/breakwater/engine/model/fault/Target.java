package dev.breakwater.engine.model.fault;

import dev.breakwater.engine.model.topology.LinkId;

/// Where a fault strikes. Written `from->to` for a link, else the name of the service or broker.
public sealed interface Target {
    TargetKind kind();

    /// The connection between two processes.
    record OnLink(LinkId link) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.LINK;
        }

        @Override
        public String toString() {
            return link.toString();
        }
    }

    /// The process of a service.
    record OnService(String service) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.SERVICE;
        }

        @Override
        public String toString() {
            return service;
        }
    }

    /// The process of a broker: `rabbitmq`, `redis` or `mongodb`.
    record OnBroker(String broker) implements Target {
        @Override
        public TargetKind kind() {
            return TargetKind.BROKER;
        }

        @Override
        public String toString() {
            return broker;
        }
    }
}
