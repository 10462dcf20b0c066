#!/bin/bash
name=kafka_${scala_version}-${version}
curl -O https://mirror.example.com/$name.tgz
tar xzf $name.tgz
cp /tmp/server.properties $name/config/server.properties
