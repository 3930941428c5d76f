# Sign-ins at a social provider, for the pages that need one. Providers cannot be connected yet: what would come from there, the
# operator of the local stack tells auth-service by its internal operation. Needs openssl.
DATA=${VESTIBULE_DATA:-.vestibule}

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# An ES256 signature, of the DER form that openssl writes to the two numbers side by side that a JWT carries.
sign() { pem=$(mktemp); { echo '-----BEGIN PRIVATE KEY-----'
  sed -n 's/^private\.operator=//p' "$DATA/secrets.properties" | tr -d '\\' | fold -w 64
  echo '-----END PRIVATE KEY-----'; } > "$pem"
  hex=$(openssl dgst -sha256 -sign "$pem" | openssl asn1parse -inform DER | sed -n 's/.*INTEGER *://p' |
    while read -r number; do printf '%64s' "$number" | tr ' ' 0; done)
  rm "$pem"
  printf "$(echo "$hex" | sed 's/../0x& /g' | xargs printf '\\%03o')"; }

operator_token() { now=$(date +%s)
  signed=$(printf '{"alg":"ES256","typ":"JWT","kid":"operator"}' | base64url).$(printf \
    '{"iss":"operator","aud":"auth","iat":%s,"exp":%s,"jti":"%s"}' "$now" $((now + 60)) "$(openssl rand -hex 16)" | base64url)
  echo "$signed.$(printf %s "$signed" | sign | base64url)"; }

# The token of a sign-in at a provider: `social_token identifier [address that the provider vouches for]`.
social_token() {
  auth=$(sed -n 's/.*"auth-service" *: *"\([^"]*\)".*/\1/p' "$DATA/demo.json" | head -n 1)
  curl -s "$auth/internal/social/tokens" -H "Authorization: Bearer $(operator_token)" -H 'Content-Type: application/json' \
    -d '{"applicationId":"'"$APP_ID"'","profile":{"identifier":"'"$1"'","providerName":"Facebook","providerSpecifier":"facebook",
      "displayName":"Jo","name":{"givenName":"Jo","familyName":"Doe"}'"${2:+,\"verifiedEmail\":\"$2\"}"'}}' | member token
}
