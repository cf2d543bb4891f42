// Tasking
