"""What tipdiff is measured by: ``python -m benchmarks`` prints every table."""
