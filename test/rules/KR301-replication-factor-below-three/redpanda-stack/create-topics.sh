#!/bin/sh
rpk topic create refunds --replicas 1
#                                   ^ KR301 folded warning Topic refunds has 1 replica; use at least 3, on as many brokers
