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

resource "kafka_acl" "letters" {
  resource_name       = "billing.customer-letters-v2"
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ KR201 information Consumer group "billing.customer-letters-v2" reveals its purpose to cluster operators (payments); use a neutral name
  resource_type       = "Group"
  acl_principal       = "User:CN=billing/customer-letters"
  acl_host            = "*"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}

resource "kafka_acl" "orders" {
  resource_name       = "order-router"
#                       ^^^^^^^^^^^^^^ KR201 hint Consumer group "order-router" reveals its purpose to cluster operators (orders); use a neutral name
  resource_type       = "Group"
  acl_principal       = "User:order_router"
  acl_host            = "*"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}

resource "kafka_acl" "wards" {
  resource_name       = "patient-moves"
#                       ^^^^^^^^^^^^^^^ KR201 warning Consumer group "patient-moves" reveals its purpose to cluster operators (patient data); use a neutral name
  resource_type       = "Group"
  acl_principal       = "User:patient-moves"
  acl_host            = "*"
  acl_operation       = "Read"
  acl_permission_type = "Allow"
}
