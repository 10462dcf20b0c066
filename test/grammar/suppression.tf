# SYNTAX TEST "source.hcl.terraform" "comments that silence"
resource "kafka_topic" "a" { # kafka-review-ignore KR301, KR302 -- agreed in June
#                              ^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.hcl keyword.other.suppression.kafka-review
#                                                  ^^^^^^^^^^^^ constant.other.rule.kafka-review
#                                                               ^^ punctuation.separator.reason.kafka-review
#                                                                  ^^^^^^^^^^^^^^ string.unquoted.reason.kafka-review
  name = "kafka-review-ignore KR301"
#         ^^^^^^^^^^^^^^^^^^^ - keyword.other.suppression.kafka-review
}
