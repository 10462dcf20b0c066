resource "kafka_acl" "lab" {
  resource_name       = "patient-lab-results"
#                       ^^^^^^^^^^^^^^^^^^^^^ KR201 warning Consumer group "patient-lab-results" reveals its purpose to cluster operators (health data); use a neutral name
  resource_type       = "Group"
  acl_principal       = "User:svc-a41"
  acl_host            = "*"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}

resource "kafka_acl" "prefix" {
  resource_name                = "${local.area}-"
#                                ^^^^^^^^^^^^^^^^ KR201 warning Consumer group prefix "payroll-" reveals its purpose to cluster operators (employee data); use a neutral name
  resource_type                = "Group"
  resource_pattern_type_filter = "Prefixed"
  acl_principal                = "User:svc-a42"
  acl_host                     = "*"
  acl_operation                = "Read"
  acl_permission_type          = "Allow"
}

locals {
  area = "payroll"
}
