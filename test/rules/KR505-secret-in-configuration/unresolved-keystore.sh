#!/bin/bash
keytool -genkey -alias regal -keystore kafka.jks -storepass "$STOREPASS" -keypass $(cat /run/secrets/pass)
keytool -list -keystore kafka.jks -storepass:env STOREPASS
keytool -list -keystore kafka.jks -storepass <password>
