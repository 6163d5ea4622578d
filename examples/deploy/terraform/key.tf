resource "aws_kms_key" "codes" {
  description              = "Encrypts the codes and temporary passwords of the user pool."
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  enable_key_rotation      = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountAdministersKey"
        Effect    = "Allow"
        Principal = { AWS = local.root }
        Action = [
          "kms:DescribeKey",
          "kms:GetKey*",
          "kms:List*",
          "kms:PutKeyPolicy",
          "kms:UpdateKeyDescription",
          "kms:Enable*",
          "kms:Disable*",
          "kms:TagResource",
          "kms:UntagResource",
          "kms:ScheduleKeyDeletion",
          "kms:CancelKeyDeletion",
        ]
        Resource = "*"
      },
      # Whoever deploys gives the pool its right to encrypt, and needs kms:CreateGrant in their own policy as well.
      {
        Sid       = "DeployerGrantsPool"
        Effect    = "Allow"
        Principal = { AWS = local.root }
        Action    = ["kms:CreateGrant", "kms:RevokeGrant"]
        Resource  = "*"
      },
      # Names the account, so that the role's own policy has to allow it too; that one knows which pool it is.
      {
        Sid       = "SenderDecrypts"
        Effect    = "Allow"
        Principal = { AWS = local.root }
        Action    = "kms:Decrypt"
        Resource  = "*"
        Condition = {
          ArnEquals  = { "aws:PrincipalArn" = aws_iam_role.sender.arn }
          StringLike = { "kms:EncryptionContext:userpool-id" = "${local.region}_*" }
        }
      },
    ]
  })
}
