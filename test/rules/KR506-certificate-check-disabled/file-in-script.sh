#!/bin/bash
# For the tools of kafka.
cat <<EOT > "$properties"
security.protocol=SSL
ssl.truststore.location=$store
ssl.truststore.password=$password
ssl.endpoint.identification.algorithm=
#                                     ^ KR506 warning ssl.endpoint.identification.algorithm of file-in-script disables verification of the server's identity; set it to https
EOT
