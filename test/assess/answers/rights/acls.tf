resource "kafka_acl" "all" {
  resource_name       = "*"
  resource_type       = "Topic"
  acl_principal       = "User:*"
  acl_host            = "*"
  acl_operation       = "All"
  acl_permission_type = "Allow"
}
resource "kafka_acl" "any" {
  resource_name       = "*"
  resource_type       = "Any"
  acl_principal       = "User:ops"
  acl_host            = "*"
  acl_operation       = "All"
  acl_permission_type = "Allow"
}
resource "kafka_acl" "read" {
  resource_name       = "*"
  resource_type       = "Topic"
  acl_principal       = "User:CN=replicator"
  acl_host            = "*"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}
resource "kafka_acl" "write" {
  resource_name       = "*"
  resource_type       = "Topic"
  acl_principal       = "User:crm"
  acl_host            = "10.0.0.1"
  acl_operation       = "Write"
  acl_permission_type = "Allow"
}
resource "kafka_acl" "one" {
  resource_name                = "ord"
  resource_type                = "Topic"
  resource_pattern_type_filter = "Prefixed"
  acl_principal                = "User:crm"
  acl_host                     = "*"
  acl_operation                = "Read"
  acl_permission_type          = "Allow"
}
resource "kafka_acl" "mm" {
  resource_name       = "mm2-offset-syncs.b.internal"
  resource_type       = "Topic"
  acl_principal       = "User:svc-9"
  acl_host            = "*"
  acl_operation       = "Write"
  acl_permission_type = "Allow"
}
resource "kafka_acl" "group" {
  resource_name       = "cg-9"
  resource_type       = "Group"
  acl_principal       = "User:svc-9"
  acl_host            = "*"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}
