#!/bin/bash
keytool -genkey -noprompt -alias regal -dname "CN=$(hostname)" -keystore /var/ssl/kafka.server.keystore.jks -storepass Waldrand-4471 -keypass Waldrand-4471
#                                                                                                                      ^^^^^^^^^^^^^ KR505 error -storepass of keytool is a secret in plain text; use a reference
#                                                                                                                                             ^^^^^^^^^^^^^ KR505 error -keypass of keytool is a secret in plain text; use a reference
