"""Classes generated from the contract; see generate.sh."""
