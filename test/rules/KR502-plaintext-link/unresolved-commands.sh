#!/bin/bash
kafka-topics --bootstrap-server "$BROKER" --list
kafka-topics --bootstrap-server kafka.shop.example.com:9092 $OPTIONS --list
kafka-topics $(options) --bootstrap-server kafka.shop.example.com:9092 --list
