region = "ap-south-1"
#        ^^^^^^^^^^^^ KR404 warning Kafka of cluster "shop" lies in ap-south-1 (India): outside the EEA, no safeguard declared
