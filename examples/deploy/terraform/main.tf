# A user pool whose e-mail and SMS are sent by a function of one's own, made with @herald/sender.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.70"
    }
    archive = {
      source  = "hashicorp/archive"
      version = ">= 2.4"
    }
  }
}

variable "name" {
  description = "What everything is called."
  type        = string
  default     = "auth"
}

variable "sender_from" {
  description = "From whom e-mail comes, an identity that SES has verified in this region."
  type        = string
}

variable "alarm_email" {
  description = "Who is told when a message was given up."
  type        = string
}

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.id
  root      = "arn:${local.partition}:iam::${local.account}:root"
}

resource "aws_cognito_user_pool" "pool" {
  name                     = var.name
  auto_verified_attributes = ["email"]

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  # Cognito asks for it before it texts anybody, also where the function does the texting.
  sms_configuration {
    sns_caller_arn = aws_iam_role.sms.arn
    external_id    = "${var.name}-sms"
    sns_region     = local.region
  }

  lambda_config {
    kms_key_id = aws_kms_key.codes.arn

    custom_email_sender {
      lambda_arn     = aws_lambda_function.sender.arn
      lambda_version = "V1_0"
    }

    custom_sms_sender {
      lambda_arn     = aws_lambda_function.sender.arn
      lambda_version = "V1_0"
    }
  }
}

resource "aws_cognito_user_pool_client" "app" {
  name                          = "app"
  user_pool_id                  = aws_cognito_user_pool.pool.id
  prevent_user_existence_errors = "ENABLED"
  explicit_auth_flows           = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}

resource "aws_iam_role" "sms" {
  name = "${var.name}-sms"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cognito-idp.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "sts:ExternalId" = "${var.name}-sms", "aws:SourceAccount" = local.account }
      }
    }]
  })
}

resource "aws_iam_role_policy" "sms" {
  name = "publish"
  role = aws_iam_role.sms.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "*" }]
  })
}

output "user_pool_id" {
  value = aws_cognito_user_pool.pool.id
}

output "client_id" {
  value = aws_cognito_user_pool_client.app.id
}
