#!/bin/bash
# kafka-topics --create --topic commented --partitions 2 --replication-factor 1
echo "kafka-topics --create --topic echoed --replication-factor 1"
echo -e ${GREEN}"kafka-topics --create --topic coloured --replication-factor 1"
log_info "use kafka-topics --create --topic logged --replication-factor 1"
if true; then echo 'kafka-topics --create --topic told --replication-factor 1' >&2; fi
usage() {
  cat <<EOF
  kafka-topics --create --topic shown --replication-factor 1
EOF
}
cat > guide.txt << 'GUIDE'
5. kafka-topics --create --topic guided --replication-factor 1
GUIDE
: <<'LATER'
kafka-topics --create --topic later --replication-factor 1
LATER
