# What stands around a cluster: none of it is Kafka's.
resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
  enable_dns_support   = true

  tags = merge(local.tags, {
    Name = "${var.name}-vpc"
  })
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = merge(local.tags, { Name = "${var.name}-gateway" })
}

resource "aws_route_table" "private" {
  for_each = aws_subnet.k
  vpc_id   = aws_vpc.main.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main[each.key].id
  }
}

resource "aws_security_group" "application" {
  name        = "${var.name}-application"
  description = "The applications in front"
  vpc_id      = aws_vpc.main.id

  ingress {
    description     = "From the load balancer"
    from_port       = 8443
    to_port         = 8443
    protocol        = "tcp"
    security_groups = [aws_security_group.balancer.id]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_iam_role" "application" {
  name = "${var.name}-application"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = "ecs-tasks.amazonaws.com" }
      }
    ]
  })
}

resource "aws_ecs_task_definition" "application" {
  family                   = var.name
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 2048
  execution_role_arn       = aws_iam_role.application.arn

  container_definitions = jsonencode([
    {
      name      = "application"
      image     = "${var.repository}/application:${var.release}"
      essential = true
      portMappings = [
        { containerPort = 8443, protocol = "tcp" }
      ]
      environment = [
        for key, value in var.environment : { name = key, value = value }
      ]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          "awslogs-group"         = aws_cloudwatch_log_group.application.name
          "awslogs-region"        = data.aws_region.current.name
          "awslogs-stream-prefix" = "application"
        }
      }
    }
  ])
}

resource "aws_ecs_service" "application" {
  name            = var.name
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.application.arn
  desired_count   = var.production ? 4 : 1

  network_configuration {
    subnets          = [for subnet in aws_subnet.k : subnet.id]
    security_groups  = [aws_security_group.application.id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = var.balancers

    content {
      target_group_arn = load_balancer.value.arn
      container_name   = "application"
      container_port   = load_balancer.value.port
    }
  }
}

resource "aws_s3_bucket" "archive" {
  bucket = "${var.name}-archive-${data.aws_caller_identity.current.account_id}"
}

resource "aws_s3_bucket_lifecycle_configuration" "archive" {
  bucket = aws_s3_bucket.archive.id

  rule {
    id     = "expire"
    status = "Enabled"

    expiration {
      days = 90
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  for_each = toset(["4xx", "5xx"])

  alarm_name          = "${var.name}-${each.key}"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "HTTPCode_Target_${upper(each.key)}_Count"
  namespace           = "AWS/ApplicationELB"
  period              = 60
  statistic           = "Sum"
  threshold           = 10

  dimensions = {
    LoadBalancer = aws_lb.main.arn_suffix
  }

  alarm_actions = [aws_sns_topic.alarms.arn]
}

resource "aws_db_instance" "orders" {
  identifier                  = "${var.name}-orders"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.m7g.large"
  allocated_storage           = 200
  multi_az                    = true
  manage_master_user_password = true
  username                    = "orders"
  db_subnet_group_name        = aws_db_subnet_group.main.name
  vpc_security_group_ids      = [aws_security_group.database.id]
  backup_retention_period     = 14
  deletion_protection         = true
}
