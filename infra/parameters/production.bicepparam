using '../main.bicep'

param name = 'woo'
param environment = 'prod'
param plan = 'flex'
param publicAccess = false
param identity = { authority: 'https://login.example.nl', audience: 'wobworkflow' }
param mail = { host: 'mail.example.nl', port: 587, from: 'openbaarheid@example.nl', user: 'wobworkflow' }
param publicAddress = 'https://woo.example.nl'
param immutableDays = 3650
param recoverableDays = 35
param replication = 'Standard_ZRS'
param telemetryDays = 365
param operators = ['beheer@example.nl', 'openbaarheid@example.nl']
param monthlyBudget = 600
param budgetFrom = '2026-12-01'
param alwaysReady = 1
