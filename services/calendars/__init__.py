"""Connected calendars: accounts, their health, our entries in them, and news that comes from them."""
