region = "ap-south-1"
#        ^^^^^^^^^^^^ KR404 warning Kafka cluster "shop" is in ap-south-1 (India): outside the EEA without a declared safeguard
