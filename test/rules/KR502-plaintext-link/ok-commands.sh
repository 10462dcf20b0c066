#!/bin/bash
kafka-topics --bootstrap-server kafka.shop.example.com:9092 --command-config client.properties --list
kafka-topics --bootstrap-server localhost:9092 --list
kafka-console-producer --bootstrap-server kafka.shop.example.com:9092 --producer-property security.protocol=SSL --topic orders
