/** Keys for the real SDK clients of these tests, as Lambda gives them: by the environment. Imported for its effect. */
process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE'
process.env.AWS_SECRET_ACCESS_KEY = 'secret-key-of-the-function'
process.env.AWS_REGION = 'eu-west-1'
process.env.AWS_EC2_METADATA_DISABLED = 'true'

export const secretKey = process.env.AWS_SECRET_ACCESS_KEY
