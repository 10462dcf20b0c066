#!/bin/bash
# kafka has its own script.
keytool -genkey -alias regal -keystore /etc/tomcat/keystore.jks -storepass Waldrand-4471
echo keytool -genkey -alias regal -keystore kafka.jks -storepass Waldrand-4471
