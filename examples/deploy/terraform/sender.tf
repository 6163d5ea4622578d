data "archive_file" "sender" {
  type        = "zip"
  source_file = "${path.module}/../dist/handler.js"
  output_path = "${path.module}/.terraform/handler.zip"
}

resource "aws_lambda_function" "sender" {
  function_name    = "${var.name}-sender"
  filename         = data.archive_file.sender.output_path
  source_code_hash = data.archive_file.sender.output_base64sha256
  handler          = "handler.handler"
  runtime          = "nodejs22.x"
  architectures    = ["arm64"]
  memory_size      = 512
  timeout          = 30
  role             = aws_iam_role.sender.arn

  environment {
    variables = {
      KEY_ARN     = aws_kms_key.codes.arn
      SENDER_FROM = var.sender_from
    }
  }
}

resource "aws_lambda_permission" "pool_invokes_sender" {
  statement_id   = "PoolInvokesSender"
  function_name  = aws_lambda_function.sender.function_name
  action         = "lambda:InvokeFunction"
  principal      = "cognito-idp.amazonaws.com"
  source_arn     = aws_cognito_user_pool.pool.arn
  source_account = local.account
}

# The pool calls without waiting, and Lambda tries again: after five minutes a code is of no use any more.
resource "aws_lambda_function_event_invoke_config" "sender" {
  function_name                = aws_lambda_function.sender.function_name
  maximum_retry_attempts       = 2
  maximum_event_age_in_seconds = 300

  destination_config {
    on_failure {
      destination = aws_sqs_queue.given_up.arn
    }
  }

  # Lambda checks the right to send to the queue when it gets this.
  depends_on = [aws_iam_role_policy.send]
}

resource "aws_iam_role" "sender" {
  name = "${var.name}-sender"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.sender.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy" "send" {
  name = "send"
  role = aws_iam_role.sender.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ses:SendEmail"
        Resource = "arn:${local.partition}:ses:${local.region}:${local.account}:*"
      },
      # A phone number is no resource of IAM: all are allowed, and all topics forbidden again.
      { Effect = "Allow", Action = "sns:Publish", Resource = "*" },
      { Effect = "Deny", Action = "sns:Publish", Resource = "arn:${local.partition}:sns:*:*:*" },
      { Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.given_up.arn },
    ]
  })
}

# A policy of its own, for it names the pool, which needs the function, which needs the role.
resource "aws_iam_role_policy" "open_codes" {
  name = "open-codes"
  role = aws_iam_role.sender.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = aws_kms_key.codes.arn
        Condition = { StringEquals = { "kms:EncryptionContext:userpool-id" = aws_cognito_user_pool.pool.id } }
      },
      # Notices of a suspicious sign-in come without an address.
      { Effect = "Allow", Action = "cognito-idp:AdminGetUser", Resource = aws_cognito_user_pool.pool.arn },
    ]
  })
}
