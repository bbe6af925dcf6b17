// What operators hear of without looking. The sentences in the queries are those that the engine logs: docs/operations.md.
param suffix string
param location string
param tags object
param workspaceId string
param operators string[]
param monthlyBudget int
param budgetFrom string

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'wobworkflow'
    enabled: true
    emailReceivers: [
      for (address, i) in operators: { name: 'operator-${i}', emailAddress: address, useCommonAlertSchema: true }
    ]
  }
}

var alerts = [
  {
    name: 'duty-failed'
    text: 'A duty of the engine failed and will be tried again. Which one and why stands in the view of the case.'
    severity: 2
    query: 'AppTraces | where Message matches regex @"^Duty \\S+ of \\S+ failed: "'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT5M'
    over: 'PT5M'
  }
  {
    name: 'rows-or-turn-failed'
    text: 'A log could not be read, or storage was out while a turn ran. Verify the log if it stays.'
    severity: 1
    query: 'AppTraces | where Message matches regex @"^(The rows of \\S+ could not be written|The turn of \\S+ failed): "'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    over: 'PT15M'
  }
  {
    name: 'sweeper-silent'
    text: 'The sweeper did not finish for a quarter of an hour: lost wake-ups are not found, and reminders may be late.'
    severity: 1
    query: 'AppRequests | where OperationName == "sweep" and Success == true'
    operator: 'LessThan'
    threshold: 1
    every: 'PT5M'
    over: 'PT15M'
  }
  {
    name: 'terms-overdue'
    text: 'Cases are past the last day of a term. The list of cases shows which: filter on overdue.'
    severity: 2
    query: 'AppTraces | where Message matches regex @"^Terms overdue: [1-9][0-9]* of "'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT1H'
    over: 'PT1H'
  }
  {
    name: 'answers-failed'
    text: 'The service answered a request with a defect, or not at all.'
    severity: 2
    query: 'AppRequests | where OperationName == "front" and toint(ResultCode) >= 500'
    operator: 'GreaterThan'
    threshold: 5
    every: 'PT5M'
    over: 'PT15M'
  }
]

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for item in alerts: {
    name: 'alert-${item.name}-${suffix}'
    location: location
    tags: tags
    properties: {
      displayName: item.name
      description: item.text
      severity: item.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: item.every
      windowSize: item.over
      autoMitigate: true
      // The tables are made by the first telemetry.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: item.query
            timeAggregation: 'Count'
            operator: item.operator
            threshold: item.threshold
          }
        ]
      }
      actions: { actionGroups: [group.id] }
    }
  }
]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'budget-${suffix}'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetFrom }
    notifications: {
      nearly: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: operators }
      forecast: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Forecasted', contactEmails: operators }
    }
  }
}
