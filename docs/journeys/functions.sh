# What the pages of this folder paste into a POSIX shell; `.vestibule/demo.env` has the ids.
JO=jo$$.$(date +%s)@example.com

# A *_native call of the demo's login client: `call name -d field=value ...`.
call() { op=$1; shift; curl -sw '\n' "$BASE/oauth/$op" -d client_id="$LOGIN_CLIENT" -d flow=standard \
  -d flow_version="$FLOW_VERSION" -d locale=en-US -d redirect_uri="$BASE/" "$@"; }

# The value of a string member of the JSON that comes in.
member() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

# The code behind a parameter of the newest link that was mailed to Jo, waited for.
mailed() { until curl -s "$BASE/_local/mail?to=$JO" | grep -o "?$1=[a-z0-9]*" | sed 's/.*=//;q' | grep .
  do sleep 1; done; }

register() { call register_native_traditional -d form=registrationForm -d emailAddress="$JO" \
  -d displayName=Jo -d newPassword=Test.123 -d newPasswordConfirm=Test.123; }
