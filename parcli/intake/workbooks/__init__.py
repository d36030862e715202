"""Excel in: returned progress forms, read without trusting them."""
