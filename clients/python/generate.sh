#!/usr/bin/env bash
# Writes the Python classes of the contract anew: protoc with its own Python output, and gRPC's plugin for the services.
# On Debian: apt-get install protobuf-compiler protobuf-compiler-grpc. The committed files were made by the protoc of Debian 12 (3.21.12),
# old enough for every runtime that is in use. A test fails when they no longer match the contract.
#
# usage: generate.sh [FOLDER]   into another folder than this one
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
protos=$here/../../protos
to=${1:-$here}

# The packages of the contract are packages of Python.
mkdir -p "$to/analysis/v1"
printf '"""Classes generated from the contract; see generate.sh."""\n' | tee "$to/analysis/__init__.py" > "$to/analysis/v1/__init__.py"

(cd "$protos" && protoc -I. --python_out="$to" --pyi_out="$to" analysis/v1/*.proto)
(cd "$protos" && protoc -I. --grpc_python_out="$to" --plugin=protoc-gen-grpc_python="$(command -v grpc_python_plugin)" analysis/v1/*_service.proto)
(cd "$here" && protoc -I. --python_out="$to" --pyi_out="$to" analysis_errors.proto)
