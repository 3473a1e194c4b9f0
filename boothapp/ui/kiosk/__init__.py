"""The kiosk: visitors enter themselves, and see nothing of anybody else."""
