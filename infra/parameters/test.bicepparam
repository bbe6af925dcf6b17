using '../main.bicep'

// Small and soon emptied: a day of immutability shows that everything works under it.
param name = 'woo'
param environment = 'test'
param plan = 'flex'
param publicAccess = false
param identity = { authority: 'https://login.example.nl', audience: 'wobworkflow-test' }
param mail = { host: 'mail.example.nl', port: 587, from: 'openbaarheid-test@example.nl' }
param publicAddress = 'https://woo-test.example.nl'
param immutableDays = 1
param recoverableDays = 7
param replication = 'Standard_LRS'
param telemetryDays = 30
param operators = ['beheer@example.nl']
param monthlyBudget = 150
param budgetFrom = '2026-12-01'
param alwaysReady = 0
