# The version comes from elsewhere
enable_kafka  = true
