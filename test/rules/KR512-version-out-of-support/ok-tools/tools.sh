#!/bin/bash
# Tools alone run no broker
wget https://archive.apache.org/dist/kafka/2.8.0/kafka_2.13-2.8.0.tgz
