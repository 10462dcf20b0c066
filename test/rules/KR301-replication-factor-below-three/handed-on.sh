#!/bin/bash
echo "Made: $(kafka-topics --create --topic captured --replication-factor 1)"
#                                                                         ^ KR301 warning Topic captured has 1 replica; use at least 3, on as many brokers
echo "kafka-topics --create --topic piped --replication-factor 1" | bash
#                                                              ^ KR301 warning Topic piped has 1 replica; use at least 3, on as many brokers
cat > make.sh <<'S'
kafka-topics --create --topic written --replication-factor 1
#                                                          ^ KR301 warning Topic written has 1 replica; use at least 3, on as many brokers
S
ssh host <<'S'
kafka-topics --create --topic remote --replication-factor 1
#                                                         ^ KR301 warning Topic remote has 1 replica; use at least 3, on as many brokers
S
cat <<S | docker exec -i kafka bash
kafka-topics --create --topic inside --replication-factor 1
#                                                         ^ KR301 warning Topic inside has 1 replica; use at least 3, on as many brokers
S
bash -c "kafka-topics --create --topic quoted --replication-factor 1 # made"
#                                                                  ^ KR301 warning Topic quoted has 1 replica; use at least 3, on as many brokers
echo "starting"; kafka-topics --create --topic after --replication-factor 1
#                                                                         ^ KR301 warning Topic after has 1 replica; use at least 3, on as many brokers
