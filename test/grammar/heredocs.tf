# SYNTAX TEST "source.hcl.terraform" "Kafka in heredocs"
resource "aws_msk_configuration" "shop" {
  name = "shop"
# ^^^^ variable.other.assignment.hcl
  server_properties = <<-EOT
# ^^^^^^^^^^^^^^^^^ variable.other.assignment.hcl
#                     ^^^ keyword.operator.heredoc.hcl
#                        ^^^ keyword.control.heredoc.hcl
    auto.create.topics.enable = true
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ meta.embedded.block.java-properties support.type.property-name.java-properties
#                             ^ punctuation.separator.key-value.java-properties
#                               ^^^^ constant.language.boolean.java-properties
    default.replication.factor=${min(2, var.n)}
#                             ^ punctuation.separator.key-value.java-properties
#                              ^^ keyword.other.interpolation.begin.hcl
#                                ^^^ meta.interpolation.hcl variable.other.readwrite.hcl
#                                             ^ keyword.other.interpolation.end.hcl
    log.retention.hours : -1
#   ^^^^^^^^^^^^^^^^^^^ support.type.property-name.java-properties
#                         ^^ constant.numeric.java-properties
  EOT
# ^^^ keyword.control.heredoc.hcl
  other = <<EOT
    auto.create.topics.enable = true
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ string.unquoted.heredoc.hcl - support.type.property-name.java-properties
EOT
  schema_definition = <<EOT
    { "name": "Customer" }
#     ^^^^^^ meta.embedded.block.json support.type.property-name.json
#             ^^^^^^^^^^ string.quoted.double.json
EOT
}
