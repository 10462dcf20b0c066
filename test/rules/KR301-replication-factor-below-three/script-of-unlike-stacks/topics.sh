kafka-topics --bootstrap-server "${BOOTSTRAP:-kafka:29092}" --create --topic parcels --replication-factor "${COPIES:-1}"
#                                                                                                                    ^ KR301 information Topic parcels has 1 replica; use at least 3, on as many brokers
